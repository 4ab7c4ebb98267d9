#include <array>

#include "compiler/lint/subject/length.h"
#include "runtime/law/numeral.h"

namespace zhun::lint {
namespace {

struct UnitWord {
  std::string_view word;
  std::string_view key;  ///< of the vocabulary
};
// Longest first: 工作日 ends in 日.
constexpr std::array<UnitWord, 8> kUnits = {{{"个工作日", "working_day"},
                                             {"工作日", "working_day"},
                                             {"个自然日", "day"},
                                             {"个月", "month"},
                                             {"周年", "year"},
                                             {"年", "year"},
                                             {"天", "day"},
                                             {"日", "day"}}};
constexpr std::array<std::string_view, 3> kWithin = {"以内", "之内", "内"};
constexpr std::array<std::string_view, 13> kNumerals = {"一", "二", "两", "三", "四", "五", "六",
                                                        "七", "八", "九", "十", "百", "零"};

/// Bytes of digits or of Chinese numerals at `at`; 0: none.
std::size_t NumberAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  if (end > at) return end - at;
  const auto numeral = [&](std::string_view each) { return text.substr(end).starts_with(each); };
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view each : kNumerals) {
      if (!numeral(each)) continue;
      end += each.size();
      more = true;
      break;
    }
  }
  return end - at;
}

/// Whether the number belongs to a date (8月1日) or to an ordinal (第三年).
bool IsNoLength(std::string_view before) { return before.ends_with("月") || before.ends_with("第"); }

std::optional<std::int64_t> ValueOf(std::string_view number) {
  if (number.size() > 9 && number.front() <= '9') return std::nullopt;
  if (number.front() >= '0' && number.front() <= '9') return std::stoll(std::string(number));
  return law::ParseNumeral(number);
}

}  // namespace

std::vector<StatedLength> LengthsIn(const vocabulary::Vocabulary& vocabulary, std::string_view text) {
  std::vector<StatedLength> found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t digits = NumberAt(text, at);
    if (digits == 0) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    at += digits;
    const std::optional<std::int64_t> value = ValueOf(text.substr(begin, digits));
    const std::string_view rest = text.substr(at);
    for (const auto& [word, key] : kUnits) {
      if (!value || !rest.starts_with(word)) continue;
      at += word.size();
      StatedLength length{{*value, vocabulary::FindUnit(vocabulary, key)}, false, begin, at};
      if (IsNoLength(text.substr(0, begin)) || NumberAt(text, at) > 0) break;  // 2026年8月1日 is a date
      for (const std::string_view within : kWithin) length.within |= text.substr(at).starts_with(within);
      found.push_back(length);
      break;
    }
  }
  return found;
}

}  // namespace zhun::lint
