#include <ZhunLexer.h>
#include <ZhunParser.h>
#include <gtest/gtest.h>

#include "compiler/syntax/lexer.h"
#include "compiler/syntax/token_source.h"
#include "tests/syntax/cases.h"

/// The grammar is strong LL(1), computed from ANTLR's own tables, and no policy in the tree has two readings.
namespace zhun::syntax::testing {
namespace {

using Grammar = generated::ZhunParser;

/// A parser over no input, for its tables.
struct Tables {
  std::vector<Token> tokens{Token{}};
  TokenSource source{tokens};
  antlr4::CommonTokenStream stream{&source};
  Grammar parser{&stream};
};

std::string RuleOf(Grammar& parser, const antlr4::atn::DecisionState& state) {
  return parser.getRuleNames()[state.ruleIndex];
}

TEST(Grammar, IsStrongLl1) {
  Tables tables;
  const antlr4::atn::ATN& atn = tables.parser.getATN();
  antlr4::atn::LL1Analyzer analyzer(atn);
  EXPECT_GT(atn.decisionToState.size(), 35u);
  for (antlr4::atn::DecisionState* state : atn.decisionToState) {
    // Without a context the analyser looks on to whatever may follow the rule anywhere: strong LL(1).
    antlr4::misc::IntervalSet seen;
    for (const antlr4::misc::IntervalSet& look : analyzer.getDecisionLookahead(state)) {
      EXPECT_FALSE(look.isEmpty());
      EXPECT_TRUE(seen.And(look).isEmpty()) << "two ways in rule " << RuleOf(tables.parser, *state) << " begin with "
                                            << seen.And(look).toString(tables.parser.getVocabulary());
      seen.addAll(look);
    }
  }
}

TEST(Grammar, IsLookedThroughToWhateverFollowsARule) {
  Tables tables;
  antlr4::atn::LL1Analyzer analyzer(tables.parser.getATN());
  bool exit = false;
  for (antlr4::atn::DecisionState* state : tables.parser.getATN().decisionToState) {
    if (RuleOf(tables.parser, *state) != "cites") continue;
    for (const auto& look : analyzer.getDecisionLookahead(state)) {
      EXPECT_FALSE(look.contains(antlr4::Token::EPSILON));
      exit |= look.contains(std::size_t{Grammar::RightBrace}) && look.contains(std::size_t{Grammar::Require}) &&
              look.contains(std::size_t{Grammar::Must});
    }
  }
  EXPECT_TRUE(exit) << "what follows citations in rules and in policies must be seen at once";
}

/// Keeps every report of a conflict.
class Reports final : public antlr4::DiagnosticErrorListener {
 public:
  Reports() : antlr4::DiagnosticErrorListener(true) {}
  void syntaxError(antlr4::Recognizer*, antlr4::Token*, size_t, size_t, const std::string& message,
                   std::exception_ptr) override {
    all.push_back("syntax error: " + message);
  }
  void reportAmbiguity(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, size_t, size_t, bool,
                       const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    all.push_back("ambiguity in " + parser->getRuleNames()[dfa.atnStartState->ruleIndex]);
  }
  void reportAttemptingFullContext(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, size_t, size_t,
                                   const antlrcpp::BitSet&, antlr4::atn::ATNConfigSet*) override {
    all.push_back("full context needed in " + parser->getRuleNames()[dfa.atnStartState->ruleIndex]);
  }
  void reportContextSensitivity(antlr4::Parser* parser, const antlr4::dfa::DFA& dfa, size_t, size_t, size_t,
                                antlr4::atn::ATNConfigSet*) override {
    all.push_back("context matters in " + parser->getRuleNames()[dfa.atnStartState->ruleIndex]);
  }
  std::vector<std::string> all;
};

std::vector<fs::path> Policies() {
  std::vector<fs::path> all = PoliciesUnder(fs::path(ZHUN_SOURCE_DIR) / "policies");
  for (const fs::path& path : PoliciesUnder(Golden("ast"))) all.push_back(path);
  return all;
}

class Policy : public ::testing::TestWithParam<fs::path> {};

TEST_P(Policy, HasOneReading) {
  base::SourceStore sources;
  const base::SourceId id = sources.Add(GetParam().filename().string(), ReadFile(GetParam()));
  diagnostics::Sink sink;
  const auto lexed = Tokenise(sources, id, sink);
  ASSERT_TRUE(lexed);
  ASSERT_FALSE(sink.HasErrors());
  TokenSource source(lexed->tokens);
  antlr4::CommonTokenStream stream(&source);
  Grammar parser(&stream);
  Reports reports;
  parser.removeErrorListeners();
  parser.addErrorListener(&reports);
  parser.getInterpreter<antlr4::atn::ParserATNSimulator>()->setPredictionMode(
      antlr4::atn::PredictionMode::LL_EXACT_AMBIG_DETECTION);
  parser.file();
  EXPECT_EQ(reports.all, std::vector<std::string>{});
}

std::string NameOf(const ::testing::TestParamInfo<fs::path>& info) {
  std::string name = info.param.parent_path().filename().string() + "_" + info.param.stem().string();
  std::ranges::replace_if(name, [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
  return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(InTheTree, Policy, ::testing::ValuesIn(Policies()), NameOf);

}  // namespace
}  // namespace zhun::syntax::testing
