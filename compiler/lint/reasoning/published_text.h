#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the words of a published condition say, as far as they can be understood without guessing.
namespace zhun::lint {

/// A count or a length of time; years are months.
struct Amount {
  std::int64_t number = 0;
  std::string unit;  ///< key of the vocabulary: day, working_day, month, records, times …

  bool operator==(const Amount&) const = default;
};

/// The amounts that the text states: 12个月, 一年, 20000次.
std::vector<Amount> AmountsIn(std::string_view text);

/// The same in its one form: years as months.
Amount Plain(std::int64_t number, std::string_view unit);

/// Whether the text speaks of what the attribute (its JSON key) is about at all: of times for `period`, of consent for
/// `consent` … Nothing for an attribute about which that cannot be told.
std::optional<bool> SpeaksOf(std::string_view text, std::string_view attribute);

}  // namespace zhun::lint
