#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/syntax/repair.h"

/// Lists as prose has them: 为 甲、乙; 甲 和 乙; 甲 或 乙; 甲、乙 等; a comma before the next clause.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

constexpr std::array<std::string_view, 5> kJoining = {"和", "以及", "及", "与", "或者"};
constexpr std::array<std::string_view, 3> kTrailing = {"等", "等等", "之一"};

bool IsOneOf(const Token& token, auto words) {
  return token.kind == TokenKind::kWord && std::ranges::find(words, token.text) != words.end();
}

/// A value that can never be a condition by itself.
bool IsLiteral(TokenKind kind) {
  return kind == TokenKind::kText || kind == TokenKind::kWord || kind == TokenKind::kQuantity ||
         kind == TokenKind::kNumber || kind == TokenKind::kDate;
}

bool IsComparison(TokenKind kind) {
  return kind == TokenKind::kIs || kind == TokenKind::kOrder || kind == TokenKind::kSetWord ||
         kind == TokenKind::kEmptiness;
}

bool EndsCitation(TokenKind kind) {
  return kind == TokenKind::kInstrument || kind == TokenKind::kLocator || kind == TokenKind::kCatalogueItem;
}

bool StartsCitation(TokenKind kind) {
  return kind == TokenKind::kInstrument || kind == TokenKind::kLocator || kind == TokenKind::kCatalogue;
}

/// Whether `tokens[i]` joins two literals, so that it can only mean 、.
bool JoinsLiterals(const Repair& work, std::size_t i) {
  if (i == 0 || i + 2 >= work.tokens.size()) return false;
  const Token& token = work.tokens[i];
  const bool joins = token.kind == TokenKind::kOr || token.kind == TokenKind::kSeparator || IsOneOf(token, kJoining);
  const TokenKind right = work.tokens[i + 1].kind;
  return joins && IsLiteral(work.tokens[i - 1].kind) && IsLiteral(right) && !IsOneOf(work.tokens[i + 1], kTrailing) &&
         !IsComparison(work.tokens[i + 2].kind);
}

std::string_view MarkFor(const Repair& work, const Token& word) {
  return static_cast<unsigned char>(work.text[word.begin]) < 0x80 ? ", " : "、";
}

void MakeSeparator(Token& token) {
  token.kind = TokenKind::kSeparator;
  token.faulty = true;
}

/// 和, 或 between the values of a list.
void RepairJoining(Repair& work, std::size_t i) {
  const Token& left = work.tokens[i - 1];
  const Token& right = work.tokens[i + 1];
  const std::string mark(MarkFor(work, work.tokens[i]));
  auto& report = work.Report(Code::kMissingSeparator, work.tokens[i].begin, work.tokens[i].end,
                             {{"left", work.Written(left)}, {"right", work.Written(right)}, {"mark", mark}});
  AddFix(work, report, left.end, right.begin, mark);
  MakeSeparator(work.tokens[i]);
}

/// Whether the word of comparison at `i` stands in a condition; 设 … 为 of a test takes a list.
bool InCondition(const Repair& work, std::size_t i) {
  while (i > 0 && !StartsPart(work.tokens[i].kind)) --i;
  const TokenKind kind = work.tokens[i].kind;
  return kind == TokenKind::kWhen || kind == TokenKind::kMust;
}

/// 为 甲、乙 means 属于 甲、乙; 不为 甲、乙 means 不属于 甲、乙, but 不为 甲 或 乙 could be read in two ways.
void RepairEqualityWithList(Repair& work, std::size_t i) {
  Token& word = work.tokens[i];
  const bool negative = word.kind == TokenKind::kOrder && word.op == ast::Operator::kIsNot;
  if ((word.kind != TokenKind::kIs && !negative) || !InCondition(work, i)) return;
  std::size_t last = i + 1;
  std::string list(work.Written(work.tokens[last]));
  for (; JoinsLiterals(work, last + 1); last += 2) {
    if (negative && work.tokens[last + 1].kind != TokenKind::kSeparator) return;
    list += MarkFor(work, word);
    list += work.Written(work.tokens[last + 2]);
  }
  if (last == i + 1) return;
  const Keyword& in = *FindKeyword(negative ? "不属于" : "属于");
  const bool latin = static_cast<unsigned char>(work.text[word.begin]) < 0x80;
  const std::string instead(latin ? in.en : in.zh);
  const std::string written(work.Written(word));
  auto& report = work.Report(Code::kUnexpected, word.begin, work.tokens[last].end,
                             {{"expected", fmt::format("“{}”", instead)}, {"found", fmt::format("“{}”", written)}});
  AddFix(work, report, word.begin, work.tokens[last].end, fmt::format("{} {}", instead, list));
  report.help = {"“为”之后只有一个值；有几个值的用“属于”。", "is takes one value; for several write in."};
  word.kind = in.kind;
  word.op = in.op;
  word.text = instead;
  word.faulty = true;
  for (std::size_t at = i + 2; at < last; at += 2) MakeSeparator(work.tokens[at]);
}

/// 等 behind a list, and the comma of prose behind the last value of a clause. Behind 、 something may be missing, so that
/// is left to the parser.
bool RepairTrailing(Repair& work, std::size_t i) {
  const Token& token = work.tokens[i];
  const bool trailing = IsOneOf(token, kTrailing);
  if (i == 0 || (!trailing && work.Written(token) != "，")) return false;
  const Token& before = work.tokens[i - 1];
  const TokenKind next = work.tokens[i + 1].kind;
  const bool ended = EndsValue(before.kind) || EndsCitation(before.kind) || before.kind == TokenKind::kEmptiness;
  const bool closes = StartsPart(next) || next == TokenKind::kRightBrace || next == TokenKind::kAnd ||
                      next == TokenKind::kOr || next == TokenKind::kRightParen;
  if (!ended || !closes || (trailing && !work.SameLine(before, token))) return false;
  const bool open = trailing && token.text != "之一";
  auto& report = work.Report(Code::kNeedlessMark, token.begin, token.end, {{"mark", work.Written(token)}});
  AddFix(work, report, token.begin, token.end, "");
  if (open) {
    report.fixes.back().guess = true;  // more may be meant than was written
    report.help = {
        "没有写出的值一律不算在内；列不尽的，用“认定”交由人判断。",
        "What is not listed does not count; where no list is complete, let an official decide by a finding."};
  }
  work.tokens.erase(work.tokens.begin() + static_cast<std::ptrdiff_t>(i));
  return true;
}

}  // namespace

void RepairValues(Repair& work) {
  bool in_list = false;
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    while (i + 1 < work.tokens.size() && RepairTrailing(work, i)) {
    }
    const Token& token = work.tokens[i];
    RepairEqualityWithList(work, i);
    const TokenKind kind = work.tokens[i].kind;
    if (StartsPart(kind) || kind == TokenKind::kAnd || kind == TokenKind::kRightParen) in_list = false;
    if (kind == TokenKind::kSetWord) in_list = true;
    if (in_list && token.kind != TokenKind::kSeparator && JoinsLiterals(work, i)) RepairJoining(work, i);
    if (kind == TokenKind::kOr) in_list = in_list && work.tokens[i].kind == TokenKind::kSeparator;
    const bool citations = i > 0 && IsOneOf(token, kJoining) && EndsCitation(work.tokens[i - 1].kind) &&
                           StartsCitation(work.tokens[i + 1].kind);
    if (citations) RepairJoining(work, i);
  }
}

}  // namespace zhun::syntax
