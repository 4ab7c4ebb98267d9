#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/syntax/numerals.h"
#include "compiler/syntax/repair.h"
#include "compiler/syntax/unicode.h"

/// Amounts as people say them: 3年内, 18周岁以上, 十个工作日.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

constexpr std::array<std::string_view, 3> kWithin = {"内", "以内", "之内"};

/// Words that put a limit behind its value, and the words that say it in front.
struct Behind {
  std::string_view word;
  base::Words instead;
};

const std::array<Behind, 10>& BehindWords() {
  static const std::array<Behind, 10> words = {{
      {"内", {"“不超过”", "at_most"}},
      {"以内", {"“不超过”", "at_most"}},
      {"之内", {"“不超过”", "at_most"}},
      {"以上", {"“不少于”", "at_least"}},
      {"以下", {"“不超过”", "at_most"}},
      {"以前", {"“早于”或者“不晚于”", "before or not_after"}},
      {"之前", {"“早于”或者“不晚于”", "before or not_after"}},
      {"以后", {"“晚于”或者“不早于”", "after or not_before"}},
      {"之后", {"“晚于”或者“不早于”", "after or not_before"}},
      {"前", {"“早于”或者“不晚于”", "before or not_after"}},
  }};
  return words;
}

bool IsAmount(TokenKind kind) {
  return kind == TokenKind::kQuantity || kind == TokenKind::kNumber || kind == TokenKind::kDate;
}

void Erase(Repair& work, std::size_t index) {
  work.tokens.erase(work.tokens.begin() + static_cast<std::ptrdiff_t>(index));
}

/// 自 … 起 10个工作日内, 申请.使用时限 为 1年以内: 以内、以下、以上 include the amount itself, so what must stand in front is
/// certain for amounts; for dates it is not.
void RepairLimit(Repair& work, std::size_t i, const base::Words& instead) {
  const Token amount = work.tokens[i];
  const Token word = work.tokens[i + 1];
  const std::string written(work.text.substr(amount.begin, word.end - amount.begin));
  auto& report = work.Report(Code::kLimitBehind, amount.begin, word.end, {{"written", written}, {"instead", instead}});
  work.tokens[i].faulty = true;
  work.tokens[i].end = word.end;
  Erase(work, i + 1);
  const bool equality = i > 0 && work.tokens[i - 1].kind == TokenKind::kIs;
  const bool bare = i > 0 && (work.tokens[i - 1].kind == TokenKind::kOn || work.tokens[i - 1].kind == TokenKind::kPath);
  if (amount.kind != TokenKind::kQuantity || (!equality && !bare)) return;
  const Keyword* limit = FindKeyword(word.text == "以上" ? "不少于" : "不超过");
  const std::uint32_t begin = equality ? work.tokens[i - 1].begin : amount.begin;
  AddFix(work, report, begin, word.end,
         fmt::format("{} {}", limit->zh, work.text.substr(amount.begin, amount.end - amount.begin)));
  Token front;
  front.kind = limit->kind;
  front.op = limit->op;
  front.text = limit->zh;
  front.begin = begin;
  front.end = equality ? work.tokens[i - 1].end : begin;
  front.faulty = true;
  if (equality) {
    work.tokens[i - 1] = front;
  } else {
    work.tokens.insert(work.tokens.begin() + static_cast<std::ptrdiff_t>(i), front);
  }
}

void RepairBehind(Repair& work, std::size_t i) {
  const Token& word = work.tokens[i + 1];
  const auto row = std::ranges::find(BehindWords(), word.text, &Behind::word);
  if (row == BehindWords().end()) return;
  const bool within = std::ranges::find(kWithin, word.text) != kWithin.end();
  const bool limited = i > 0 && work.tokens[i - 1].kind == TokenKind::kOrder;
  if (within && limited) {
    auto& report = work.Report(Code::kNeedlessWithin, word.begin, word.end,
                               {{"limit", work.Written(work.tokens[i - 1])}, {"word", word.text}});
    AddFix(work, report, word.begin, word.end, "");
    Erase(work, i + 1);
  } else {
    RepairLimit(work, i, row->instead);
  }
}

/// 十个工作日 after a word of comparison is an amount.
void RepairNumeral(Repair& work, Token& token) {
  std::size_t end = 0;
  while (end < token.text.size() && IsNumeral(DecodeAt(token.text, end).code)) end += DecodeAt(token.text, end).size;
  const std::optional<int> number = end == 0 ? std::nullopt : ReadNumeral(std::string_view(token.text).substr(0, end));
  if (!number) return;
  std::string_view rest = std::string_view(token.text).substr(end);
  for (const std::string_view within : {kWithin[1], kWithin[2], kWithin[0]}) {
    if (rest.ends_with(within)) {
      rest.remove_suffix(within.size());
      break;
    }
  }
  const auto unit = std::ranges::find(Units(), rest, &UnitSpelling::zh);
  if (!rest.empty() && unit == Units().end()) return;
  const std::string digits = std::to_string(*number);
  const std::string instead = fmt::format("{}{}", digits, rest);
  auto& report =
      work.Report(Code::kChineseNumeral, token.begin, token.end, {{"text", token.text}, {"instead", instead}});
  AddFix(work, report, token.begin, token.end, instead);
  token.kind = rest.empty() ? TokenKind::kNumber : TokenKind::kQuantity;
  token.detail = rest;
  token.text = digits;
  token.faulty = true;
}

bool WantsAmount(const Token& token) {
  return token.kind == TokenKind::kPlus || token.kind == TokenKind::kMinus ||
         (token.kind == TokenKind::kOrder && token.op != ast::Operator::kIsNot);
}

}  // namespace

void RepairAmounts(Repair& work) {
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    Token& next = work.tokens[i + 1];
    if (next.kind != TokenKind::kWord) continue;
    if (IsAmount(work.tokens[i].kind) && work.SameLine(work.tokens[i], next)) {
      RepairBehind(work, i);
    } else if (WantsAmount(work.tokens[i])) {
      RepairNumeral(work, next);
    }
  }
}

}  // namespace zhun::syntax
