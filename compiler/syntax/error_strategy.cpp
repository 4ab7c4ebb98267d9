#include "compiler/syntax/error_strategy.h"

#include <algorithm>

#include "compiler/syntax/expected.h"

namespace zhun::syntax {

using diagnostics::Code;

namespace {

using Grammar = generated::ZhunParser;

bool IsComparison(TokenKind kind) {
  return kind == TokenKind::kIs || kind == TokenKind::kOrder || kind == TokenKind::kSetWord ||
         kind == TokenKind::kEmptiness;
}

bool IsHeader(TokenKind kind) {
  const Keyword* keyword = KeywordOf(kind);
  return (keyword != nullptr && keyword->role == Role::kHeader && kind != TokenKind::kTo &&
          kind != TokenKind::kReading) ||
         kind == TokenKind::kBasis;
}

std::vector<TokenKind> KindsOf(const antlr4::misc::IntervalSet& set) {
  std::vector<TokenKind> kinds;
  for (const ssize_t type : set.toList()) {
    if (type >= 0) kinds.push_back(static_cast<TokenKind>(type));
    if (static_cast<std::size_t>(type) == antlr4::Token::EOF) kinds.push_back(TokenKind::kEndOfFile);
  }
  return kinds;
}

/// Rules that enclose others in braces, and the file.
bool IsBody(const antlr4::ParserRuleContext* context) {
  return dynamic_cast<const Grammar::FileContext*>(context) != nullptr ||
         dynamic_cast<const Grammar::PolicyContext*>(context) != nullptr ||
         dynamic_cast<const Grammar::NormContext*>(context) != nullptr ||
         dynamic_cast<const Grammar::ExceptContext*>(context) != nullptr ||
         dynamic_cast<const Grammar::FindingContext*>(context) != nullptr ||
         dynamic_cast<const Grammar::TestContext*>(context) != nullptr;
}

/// Consumes up to a lexeme of `stops`, the bracket that closes the present body, or the end; bodies on the way are
/// skipped as a whole.
void SkipTo(antlr4::Parser& parser, const antlr4::misc::IntervalSet& stops) {
  int depth = 0;
  for (std::size_t type = parser.getTokenStream()->LA(1); type != antlr4::Token::EOF;
       type = parser.getTokenStream()->LA(1)) {
    if (depth == 0 && (type == Grammar::RightBrace || stops.contains(type))) return;
    if (type == Grammar::LeftBrace) ++depth;
    if (type == Grammar::RightBrace) --depth;
    parser.consume();
  }
}

bool Has(const std::vector<TokenKind>& kinds, TokenKind kind) { return std::ranges::find(kinds, kind) != kinds.end(); }

}  // namespace

std::vector<std::size_t> ErrorStrategy::Wrong() const {
  std::vector<std::size_t> wrong = wrong_;
  std::ranges::sort(wrong);
  wrong.erase(std::unique(wrong.begin(), wrong.end()), wrong.end());
  return wrong;
}

void ErrorStrategy::reportError(antlr4::Parser* parser, const antlr4::RecognitionException& error) {
  if (inErrorRecoveryMode(parser)) return;
  beginErrorCondition(parser);
  const antlr4::Token* token = error.getOffendingToken();
  Report(*parser, (token == nullptr ? parser->getCurrentToken() : token)->getTokenIndex());
}

void ErrorStrategy::reportUnwantedToken(antlr4::Parser* parser) {
  if (inErrorRecoveryMode(parser)) return;
  beginErrorCondition(parser);
  Report(*parser, parser->getCurrentToken()->getTokenIndex());
}

/// Nothing is made up: what lacks, lacks.
bool ErrorStrategy::singleTokenInsertion(antlr4::Parser* /*parser*/) { return false; }

/// A second error before the next clause begins is taken for a consequence of the first; so is one at something that
/// has already been spoken of.
bool ErrorStrategy::IsCascade(std::size_t index) const {
  const auto& tokens = work_.tokens;
  if (tokens[index].faulty) return true;
  if (wrong_.empty()) return false;
  if (index <= wrong_.back()) return true;
  const auto first = tokens.begin() + static_cast<std::ptrdiff_t>(wrong_.back()) + 1;
  return std::none_of(first, tokens.begin() + static_cast<std::ptrdiff_t>(index),
                      [](const Token& token) { return StartsPart(token.kind); });
}

/// Two values side by side in a condition.
bool ErrorStrategy::LacksOperator(std::size_t index) const {
  const auto& tokens = work_.tokens;
  if (index == 0 || !EndsValue(tokens[index - 1].kind) || !StartsValue(tokens[index].kind)) return false;
  std::size_t clause = index - 1;
  while (clause > 0 && !StartsPart(tokens[clause].kind)) --clause;
  const TokenKind kind = tokens[clause].kind;
  return kind == TokenKind::kWhen || kind == TokenKind::kMust || kind == TokenKind::kDefine;
}

void ErrorStrategy::Report(antlr4::Parser& parser, std::size_t index) {
  const bool cascade = IsCascade(index);
  wrong_.push_back(index);
  if (!cascade) ReportUnexpected(parser, index);
}

void ErrorStrategy::ReportUnexpected(antlr4::Parser& parser, std::size_t index) {
  const Token& token = work_.tokens[index];
  const std::vector<TokenKind> expected = KindsOf(parser.getExpectedTokens());
  const base::Words found = DescribeFound(token, work_.Written(token));
  const Token& before = work_.tokens[index == 0 ? 0 : index - 1];
  if (token.kind == TokenKind::kEndOfFile) {
    work_.Report(Code::kUnexpectedEnd, token.begin, token.end, {{"expected", DescribeExpected(expected)}});
  } else if (IsComparison(token.kind) && (EndsValue(before.kind) || before.kind == TokenKind::kEmptiness)) {
    work_.Report(Code::kChainedComparison, token.begin, token.end, {{"word", found}});
  } else if (IsHeader(token.kind) && dynamic_cast<Grammar::PolicyContext*>(parser.getContext()) != nullptr) {
    work_.Report(Code::kHeaderLate, token.begin, token.end, {{"header", WordsOf(token.kind)}});
  } else if (LacksOperator(index) && !Has(expected, TokenKind::kLeftParen)) {
    work_.Report(Code::kMissingOperator, before.end, token.begin,
                 {{"left", work_.Written(before)}, {"right", work_.Written(token)}});
  } else {
    work_.Report(Code::kUnexpected, token.begin, token.end,
                 {{"expected", DescribeExpected(expected)}, {"found", found}});
  }
}

/// In a body, what cannot stand there is skipped up to the next thing that can; elsewhere ANTLR's way.
void ErrorStrategy::sync(antlr4::Parser* parser) {
  antlr4::ParserRuleContext* body = parser->getContext();
  if (!IsBody(body) || inErrorRecoveryMode(parser) || work_.tokens.empty()) return DefaultErrorStrategy::sync(parser);
  antlr4::atn::ATNState* state = parser->getATN().states[parser->getState()];
  const bool loop = state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_ENTRY ||
                    state->getStateType() == antlr4::atn::ATNState::STAR_LOOP_BACK;
  const antlr4::misc::IntervalSet expected = parser->getExpectedTokens();
  if (!loop || expected.contains(parser->getTokenStream()->LA(1))) return DefaultErrorStrategy::sync(parser);
  reportUnwantedToken(parser);
  SkipTo(*parser, expected);
}

/// A declaration that cannot be read ends with the bracket that closes its body.
void ErrorStrategy::recover(antlr4::Parser* parser, std::exception_ptr error) {
  antlr4::ParserRuleContext* body = parser->getContext();
  if (!IsBody(body) || dynamic_cast<const Grammar::FileContext*>(body) != nullptr) {
    return DefaultErrorStrategy::recover(parser, std::move(error));
  }
  const bool inside = !body->getTokens(Grammar::LeftBrace).empty();
  SkipTo(*parser, inside ? antlr4::misc::IntervalSet() : getErrorRecoverySet(parser));
  if (inside && parser->getTokenStream()->LA(1) == Grammar::RightBrace) parser->consume();
}

}  // namespace zhun::syntax
