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
          kind != TokenKind::kReading) || kind == TokenKind::kBasis;
}

std::vector<TokenKind> KindsOf(const antlr4::misc::IntervalSet& set) {
  std::vector<TokenKind> kinds;
  for (const ssize_t type : set.toList()) {
    if (type >= 0) kinds.push_back(static_cast<TokenKind>(type));
    if (static_cast<std::size_t>(type) == antlr4::Token::EOF) kinds.push_back(TokenKind::kEndOfFile);
  }
  return kinds;
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

void ErrorStrategy::Report(antlr4::Parser& parser, std::size_t index) {
  const bool cascade = IsCascade(index);
  wrong_.push_back(index);
  if (cascade) return;
  const Token& token = work_.tokens[index];
  const std::vector<TokenKind> expected = KindsOf(parser.getExpectedTokens());
  const base::Words found = DescribeFound(token, work_.Written(token));
  if (token.kind == TokenKind::kEndOfFile) {
    work_.Report(Code::kUnexpectedEnd, token.begin, token.end, {{"expected", DescribeExpected(expected)}});
    return;
  }
  if (IsComparison(token.kind) && Has(expected, TokenKind::kAnd) && !Has(expected, TokenKind::kIs)) {
    work_.Report(Code::kChainedComparison, token.begin, token.end, {{"word", found}});
    return;
  }
  if (IsHeader(token.kind) && dynamic_cast<Grammar::PolicyContext*>(parser.getContext()) != nullptr) {
    work_.Report(Code::kHeaderLate, token.begin, token.end, {{"header", WordsOf(token.kind)}});
    return;
  }
  const Keyword* keyword = KeywordOf(token.kind);
  const bool word = keyword != nullptr && keyword->role != Role::kMark;
  auto& report = work_.Report(Code::kUnexpected, token.begin, token.end,
                              {{"expected", DescribeExpected(expected)}, {"found", found}});
  if (word && Has(expected, TokenKind::kWord)) {
    report.help = {"这是语言的固定词，不能作值；文字请加引号，属性请写完整路径（申请.材料）。",
                   "This is a fixed word of the language and no value: quote a text, write an attribute with its path."};
  }
}

}  // namespace zhun::syntax
