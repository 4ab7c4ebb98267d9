#pragma once

#include <algorithm>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/lint/subject/entry.h"

/// Texts that people wrote into entries, as rules read them.
namespace zhun::lint {

/// Where a text of the published conditions stands.
enum class Where { kOther, kMaterial, kPurpose };

/// A text of the published conditions.
struct Wording {
  std::string_view text;
  std::string pointer;
  Where where = Where::kOther;
  std::string name;  ///< tells it from the others of its entry: number of the condition, or its own words
};

/// Other conditions, materials and purposes of an entry, in this order.
std::vector<Wording> ConditionTexts(const Entry& entry);

/// The parts of a text between 。；，： and the like; 、 does not part.
std::vector<std::string_view> ClausesOf(std::string_view text);

/// The first of `words` that stands in `text`; empty: none does.
template <std::ranges::forward_range Words>
std::string_view AnyIn(std::string_view text, const Words& words) {
  const auto found =
      std::ranges::find_if(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
  return found == std::ranges::end(words) ? std::string_view() : std::string_view(*found);
}

/// Whether a clause speaks against what it names: 不得使用U盘, 由光盘改为接口.
bool SpeaksAgainst(std::string_view clause);

/// At most `characters` of a text, with an ellipsis where something was cut off.
std::string Shortened(std::string_view text, std::size_t characters = 40);

}  // namespace zhun::lint
