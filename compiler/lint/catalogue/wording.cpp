#include "compiler/lint/catalogue/wording.h"

#include <algorithm>
#include <array>

namespace zhun::lint {
namespace {

constexpr auto kBreaks = std::to_array<std::string_view>({"。", "；", "，", "：", "！", "？", ";", ",", "\n"});

constexpr auto kAgainst = std::to_array<std::string_view>(
    {"不得", "不能", "不应", "不可", "不允许", "不支持", "不提供", "不通过", "不采用", "不使用", "不接受",
     "不再", "不宜", "不以", "不用", "不需",   "无需",   "无须",   "禁止",   "严禁",   "杜绝",   "避免",
     "防止", "停止", "停用", "取消", "替代",   "代替",   "改为",   "改由",   "而非",   "拒绝"});

/// Begin and end of the first break at or after `from`; both the length of the text where none follows.
std::pair<std::size_t, std::size_t> BreakIn(std::string_view text, std::size_t from) {
  std::pair<std::size_t, std::size_t> first{text.size(), text.size()};
  for (const std::string_view mark : kBreaks) {
    const std::size_t at = text.find(mark, from);
    if (at < first.first) first = {at, at + mark.size()};
  }
  return first;
}

bool BeginsCharacter(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

}  // namespace

std::vector<Wording> ConditionTexts(const Entry& entry) {
  std::vector<Wording> texts;
  const Conditions& conditions = entry.conditions;
  for (std::size_t i = 0; i < conditions.others.size(); ++i) {
    const Condition& other = conditions.others[i];
    texts.push_back({other.text, "/conditions/others/" + std::to_string(i) + "/text", Where::kOther, other.no});
  }
  const auto add = [&](const std::vector<std::string_view>& list, const char* member, Where where) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      texts.push_back(
          {list[i], std::string("/conditions/") + member + "/" + std::to_string(i), where, std::string(list[i])});
    }
  };
  add(conditions.materials, "materials", Where::kMaterial);
  add(conditions.purposes, "purposes", Where::kPurpose);
  return texts;
}

std::vector<std::string_view> ClausesOf(std::string_view text) {
  std::vector<std::string_view> clauses;
  for (std::size_t from = 0; from < text.size();) {
    const auto [begin, end] = BreakIn(text, from);
    if (begin > from) clauses.push_back(text.substr(from, begin - from));
    from = end;
  }
  return clauses;
}

bool SpeaksAgainst(std::string_view clause) { return !AnyIn(clause, kAgainst).empty(); }

std::string Shortened(std::string_view text, std::size_t characters) {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (BeginsCharacter(text[i]) && seen++ == characters) return std::string(text.substr(0, i)) + "……";
  }
  return std::string(text);
}

}  // namespace zhun::lint
