// The shipped policies use the whole language: every fixed word, and every kind of condition that catalogues are known to
// publish (coverage.tsv).
#include <fstream>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "compiler/pipeline/load.h"
#include "compiler/syntax/keywords.h"
#include "compiler/syntax/parse.h"
#include "tests/policies/shipped.h"

namespace zhun::policies {
namespace {

constexpr const char* kPolicies = ZHUN_SOURCE_DIR "/policies/";
constexpr int kSentences = 25;  ///< conditions collected from real catalogues when the language was designed

using Used = std::set<std::pair<syntax::TokenKind, ast::Operator>>;

Used WordsInTheTree() {
  diagnostics::Sink sink;
  Used used;
  for (const pipeline::PolicyFile& file : pipeline::FindPolicies(kPolicies, sema::Role::kEntry, sink)) {
    std::ifstream in(file.path, std::ios::binary);
    base::SourceStore sources;
    const base::SourceId id = sources.Add(file.path.string(), {std::istreambuf_iterator<char>(in), {}});
    const syntax::Lexed lexed = syntax::Tokenise(sources, id, sink).value();
    for (const syntax::Token& token : lexed.tokens) used.insert({token.kind, token.op});
  }
  EXPECT_FALSE(sink.HasErrors());
  return used;
}

TEST(TheShippedPolicies, UseEveryWordOfTheLanguage) {
  const Used used = WordsInTheTree();
  for (const syntax::Keyword& row : syntax::Keywords()) {
    if (row.role == syntax::Role::kSymbol) continue;  // symbols are written as words in standard form
    EXPECT_TRUE(used.contains({row.kind, row.op})) << "no policy uses " << row.zh;
  }
}

struct Row {
  int sentence = 0;
  std::string file, rule;
};

std::vector<Row> Coverage() {
  std::vector<Row> rows;
  std::ifstream in(ZHUN_SOURCE_DIR "/tests/policies/coverage.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream cells(line);
    Row row;
    cells >> row.sentence >> row.file >> row.rule;
    rows.push_back(row);
  }
  return rows;
}

/// A rule, finding or waiver by its code, or a definition by its name.
bool HasRule(const ast::Policy& policy, const std::string& code) {
  const auto called = [&](const auto& each) { return each.code && each.code->text == code; };
  return std::any_of(policy.rules.begin(), policy.rules.end(), called) ||
         std::any_of(policy.findings.begin(), policy.findings.end(), called) ||
         std::any_of(policy.waivers.begin(), policy.waivers.end(),
                     [&](const ast::Waiver& waiver) { return waiver.lint.text == code; });
}

TEST(TheShippedPolicies, StateEveryTypicalCondition) {
  std::set<int> stated;
  for (const Row& row : Coverage()) {
    pipeline::Compilation compilation;
    diagnostics::Sink sink;
    pipeline::LoadFiles({{std::string(ZHUN_SOURCE_DIR "/") + row.file, sema::Role::kEntry}}, compilation, sink);
    ASSERT_FALSE(compilation.files.empty()) << row.file;
    const ast::File& file = *compilation.files.front();
    const auto defines = [&](const ast::Definition& definition) { return definition.name.text == row.rule; };
    if (std::any_of(file.definitions.begin(), file.definitions.end(), defines)) stated.insert(row.sentence);
    for (const ast::Policy& policy : file.policies) {
      if (HasRule(policy, row.rule)) stated.insert(row.sentence);
    }
    EXPECT_TRUE(stated.contains(row.sentence)) << row.file << " has no " << row.rule;
  }
  for (int sentence = 1; sentence <= kSentences; ++sentence) {
    EXPECT_TRUE(stated.contains(sentence)) << "coverage.tsv names no rule for condition " << sentence;
  }
}

}  // namespace
}  // namespace zhun::policies
