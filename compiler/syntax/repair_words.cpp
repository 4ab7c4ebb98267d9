#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/syntax/repair.h"
#include "compiler/syntax/unicode.h"

/// Wrong words of comparison, and words that a blank has torn apart.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

/// A word of everyday language and what the language says instead. Order words differ by what is compared, so only the
/// symbol is certain; the message names the words.
struct Everyday {
  std::string_view word;
  TokenKind kind;
  ast::Operator op;
  std::string_view instead;
};

constexpr std::array kEveryday = std::to_array<Everyday>({
    {"是", TokenKind::kIs, ast::Operator::kIs, "为"},
    {"等于", TokenKind::kIs, ast::Operator::kIs, "为"},
    {"equals", TokenKind::kIs, ast::Operator::kIs, "is"},
    {"equal_to", TokenKind::kIs, ast::Operator::kIs, "is"},
    {"不是", TokenKind::kOrder, ast::Operator::kIsNot, "不为"},
    {"不等于", TokenKind::kOrder, ast::Operator::kIsNot, "不为"},
    {"大于", TokenKind::kOrder, ast::Operator::kGreater, ">"},
    {"greater_than", TokenKind::kOrder, ast::Operator::kGreater, ">"},
    {"小于", TokenKind::kOrder, ast::Operator::kLess, "<"},
    {"大于等于", TokenKind::kOrder, ast::Operator::kGreaterEqual, ">="},
    {"大于或等于", TokenKind::kOrder, ast::Operator::kGreaterEqual, ">="},
    {"不小于", TokenKind::kOrder, ast::Operator::kGreaterEqual, ">="},
    {"小于等于", TokenKind::kOrder, ast::Operator::kLessEqual, "<="},
    {"小于或等于", TokenKind::kOrder, ast::Operator::kLessEqual, "<="},
    {"不大于", TokenKind::kOrder, ast::Operator::kLessEqual, "<="},
    {"并且", TokenKind::kAnd, ast::Operator::kNone, "且"},
    {"而且", TokenKind::kAnd, ast::Operator::kNone, "且"},
    {"或者", TokenKind::kOr, ast::Operator::kNone, "或"},
});

base::Words OrderWords(ast::Operator op) {
  switch (op) {
    case ast::Operator::kGreater:
      return {"超过（数量）、高于（层级）、晚于（日期）", "more_than (amounts), above (levels), after (dates)"};
    case ast::Operator::kLess:
      return {"少于（数量）、低于（层级）、早于（日期）", "less_than (amounts), below (levels), before (dates)"};
    case ast::Operator::kGreaterEqual:
      return {"不少于（数量）、不低于（层级）、不早于（日期）",
              "at_least (amounts), not_below (levels), not_before (dates)"};
    default:
      return {"不超过（数量）、不高于（层级）、不晚于（日期）",
              "at_most (amounts), not_above (levels), not_after (dates)"};
  }
}

/// The word that compares with a value such as `right`: only amounts have units, only levels are words in an order.
std::string_view OrderWordFor(ast::Operator op, TokenKind right) {
  static constexpr std::array<std::array<std::string_view, 4>, 3> kFamilies = {{{"超过", "少于", "不少于", "不超过"},
                                                                                {"高于", "低于", "不低于", "不高于"},
                                                                                {"晚于", "早于", "不早于", "不晚于"}}};
  const std::size_t place = op == ast::Operator::kGreater        ? 0
                            : op == ast::Operator::kLess         ? 1
                            : op == ast::Operator::kGreaterEqual ? 2
                                                                 : 3;
  switch (right) {
    case TokenKind::kQuantity:
    case TokenKind::kNumber: return kFamilies[0][place];
    case TokenKind::kWord: return kFamilies[1][place];
    case TokenKind::kDate: return kFamilies[2][place];
    default: return {};
  }
}

bool IsWordLike(const Token& token) {
  if (token.kind == TokenKind::kWord) return !token.text.empty();  // made by an earlier repair, it may be empty
  const Keyword* keyword = KeywordOf(token.kind);
  return keyword != nullptr && keyword->role != Role::kMark && !token.text.empty() &&
         IsWordStart(DecodeAt(token.text, 0).code);
}

/// The fixed word that the lexemes [first, first + count) would be without blanks (or with _), or nullptr. Words of
/// tests are left alone: 为 无 缺 may be a value and the next line.
const Keyword* Joined(const Repair& work, std::size_t first, std::size_t count) {
  if (first + count > work.tokens.size()) return nullptr;
  std::string han;
  std::string latin;
  for (std::size_t i = first; i < first + count; ++i) {
    const Token& token = work.tokens[i];
    if (!IsWordLike(token) || (i > first && !work.OnlyBlanks(work.tokens[i - 1], token))) return nullptr;
    han += token.text;
    latin += (i > first ? "_" : "") + token.text;
  }
  for (const std::string& word : {han, latin}) {
    const Keyword* keyword = FindKeyword(word);
    if (keyword != nullptr && keyword->role != Role::kTest) return keyword;
  }
  return nullptr;
}

const Everyday* FindEveryday(std::string_view word) {
  const auto found = std::ranges::find(kEveryday, word, &Everyday::word);
  return found == kEveryday.end() ? nullptr : &*found;
}

/// Puts one lexeme in the place of `count`.
void Merge(Repair& work, std::size_t first, std::size_t count, TokenKind kind, ast::Operator op, std::string text) {
  Token& token = work.tokens[first];
  token.end = work.tokens[first + count - 1].end;
  token.kind = kind;
  token.op = op;
  token.faulty = true;
  token.text = std::move(text);
  const auto begin = work.tokens.begin() + static_cast<std::ptrdiff_t>(first);
  work.tokens.erase(begin + 1, begin + static_cast<std::ptrdiff_t>(count));
}

/// define 「甲」 is not 「乙」: two words, since the first belongs to the definition.
bool DefinesByNegation(const Repair& work, std::size_t i) {
  return i >= 2 && work.tokens[i].kind == TokenKind::kIs && work.tokens[i - 2].kind == TokenKind::kDefine;
}

bool RepairSplit(Repair& work, std::size_t i) {
  if (DefinesByNegation(work, i)) return false;
  for (const std::size_t count : {std::size_t{3}, std::size_t{2}}) {
    const Keyword* keyword = Joined(work, i, count);
    if (keyword == nullptr) continue;
    const bool latin = static_cast<unsigned char>(work.tokens[i].text.front()) < 0x80;
    const std::string word(latin ? keyword->en : keyword->zh);
    const std::uint32_t begin = work.tokens[i].begin;
    const std::uint32_t end = work.tokens[i + count - 1].end;
    auto& report = work.Report(Code::kSplitWord, begin, end, {{"word", word}});
    AddFix(work, report, begin, end, word);
    Merge(work, i, count, keyword->kind, keyword->op, word);
    return true;
  }
  return false;
}

void RepairEveryday(Repair& work, std::size_t i) {
  std::size_t count = 1;
  const Everyday* everyday = nullptr;
  if (work.tokens[i + 1].kind == TokenKind::kWord && work.OnlyBlanks(work.tokens[i], work.tokens[i + 1])) {
    everyday = FindEveryday(work.tokens[i].text + work.tokens[i + 1].text);
    if (everyday != nullptr) count = 2;
  }
  if (everyday == nullptr) everyday = FindEveryday(work.tokens[i].text);
  if (everyday == nullptr) return;
  const std::uint32_t begin = work.tokens[i].begin;
  const std::uint32_t end = work.tokens[i + count - 1].end;
  const std::string written(work.text.substr(begin, end - begin));
  const bool equality = everyday->op == ast::Operator::kIs || everyday->op == ast::Operator::kIsNot;
  if (equality || everyday->op == ast::Operator::kNone) {
    const Code code = equality ? Code::kEqualityWord : Code::kLogicWord;
    auto& report = work.Report(code, begin, end, {{"written", written}, {"instead", everyday->instead}});
    AddFix(work, report, begin, end, std::string(everyday->instead));
  } else {
    auto& report =
        work.Report(Code::kOrderWord, begin, end, {{"written", written}, {"words", OrderWords(everyday->op)}});
    const std::size_t right = std::min(i + count, work.tokens.size() - 1);
    const Keyword* word = FindKeyword(std::string(OrderWordFor(everyday->op, work.tokens[right].kind)));
    const bool latin = static_cast<unsigned char>(written.front()) < 0x80;
    if (word != nullptr) AddFix(work, report, begin, end, std::string(latin ? word->en : word->zh));
  }
  Merge(work, i, count, everyday->kind, everyday->op, std::string(everyday->instead));
}

/// A word that takes a value behind it.
bool WantsValue(TokenKind kind) {
  switch (kind) {
    case TokenKind::kIs:
    case TokenKind::kOrder:
    case TokenKind::kSetWord:
    case TokenKind::kPlus:
    case TokenKind::kMinus: return true;
    default: return false;
  }
}

/// 申请.用途 为 材料 依据 …: the fixed word stands where a value must, and what follows is not what it would take.
void RepairFixedWord(Repair& work, std::size_t i) {
  Token& token = work.tokens[i + 1];
  if (!WantsValue(work.tokens[i].kind) || !StartsPart(token.kind) || token.faulty) return;
  if (!work.SameLine(work.tokens[i], token) || i + 2 >= work.tokens.size()) return;
  const TokenKind next = work.tokens[i + 2].kind;
  const bool value = StartsPart(next) || next == TokenKind::kRightBrace || next == TokenKind::kRightParen ||
                     next == TokenKind::kAnd || next == TokenKind::kOr || next == TokenKind::kSeparator;
  if (!value) return;
  work.Report(Code::kFixedWordAsValue, token.begin, token.end, {{"word", token.text}});
  token.kind = TokenKind::kWord;
  token.faulty = true;
  token.text.clear();
}

}  // namespace

void RepairWords(Repair& work) {
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    if (RepairSplit(work, i)) continue;
    const bool operand_before = i > 0 && EndsValue(work.tokens[i - 1].kind);
    if (work.tokens[i].kind == TokenKind::kWord && operand_before) RepairEveryday(work, i);
    RepairFixedWord(work, i);
  }
}

}  // namespace zhun::syntax
