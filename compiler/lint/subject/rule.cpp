#include "compiler/lint/subject/rule.h"

#include <algorithm>

namespace zhun::lint {
namespace {

using enum diagnostics::Severity;
using enum explain::Frame;

/// A text of several lines begins on the line after its opening mark.
std::string Text(std::string_view written) { return std::string(written.substr(written.starts_with('\n') ? 1 : 0)); }

/// The citations between 、; one without 《》 continues the instrument before it.
std::vector<std::string> Citations(std::string_view list) {
  static constexpr std::string_view kComma = "、";
  std::vector<std::string> citations;
  std::string instrument;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(kComma), list.size());
    const std::string one(list.substr(0, end));
    list.remove_prefix(std::min(end + kComma.size(), list.size()));
    const std::size_t close = one.find("》");
    if (close != std::string::npos) instrument = one.substr(0, close + std::string_view("》").size());
    citations.push_back(close == std::string::npos ? instrument + one : one);
  }
  return citations;
}

const std::vector<RuleRow>& Table() {
  static const std::vector<RuleRow> rows = {
#define ZHUN_LINT(CODE, LEVEL, BASIS, ZH, EN, WHY_ZH, WHY_EN, FRAME, BAD_ZH, GOOD_ZH, BAD_EN, GOOD_EN) \
  {RuleCode::k##CODE,                                                                                  \
   #CODE,                                                                                              \
   LEVEL,                                                                                              \
   Citations(BASIS),                                                                                   \
   {ZH, EN},                                                                                           \
   {WHY_ZH, WHY_EN},                                                                                   \
   FRAME,                                                                                              \
   {Text(BAD_ZH), Text(BAD_EN)},                                                                       \
   {Text(GOOD_ZH), Text(GOOD_EN)}},
#include "compiler/lint/subject/rules.def"
#undef ZHUN_LINT
  };
  return rows;
}

char Upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::span<const RuleRow> RuleRows() { return Table(); }

const RuleRow& RowOf(RuleCode code) { return Table()[static_cast<std::size_t>(code)]; }

std::optional<RuleCode> RuleNamed(std::string_view text) {
  const auto same = [&](const RuleRow& row) { return std::ranges::equal(row.text, text, {}, {}, Upper); };
  const auto found = std::ranges::find_if(Table(), same);
  if (found == Table().end()) return std::nullopt;
  return found->code;
}

std::vector<RuleCode> RulesOf(std::string_view word) {
  std::vector<RuleCode> rules;
  for (const RuleRow& row : Table()) {
    if (word.size() == 1 && row.text.front() == Upper(word.front())) rules.push_back(row.code);
  }
  if (const auto rule = RuleNamed(word)) rules.push_back(*rule);
  return rules;
}

}  // namespace zhun::lint
