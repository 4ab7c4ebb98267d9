#pragma once

#include <cstdint>
#include <optional>

#include "runtime/base/date.h"
#include "runtime/values/value.h"

namespace zhun::values {

/// The civil day of a known date or instant (its date in Asia/Shanghai).
base::Date DayOfValue(const Value& value);

/// How a unit of length runs over the calendar.
enum class LengthUnit : std::uint8_t { kDay, kMonth, kYear, kUncountable };  ///< the last: working days, no length
LengthUnit LengthUnitOf(const vocabulary::Vocabulary& vocabulary, const Value& length);

/// `amount` days, months or years after `day` (before, where negative). Nothing where that leaves the years 1900 to
/// 2999, or for kUncountable.
std::optional<base::Date> Shift(base::Date day, std::int64_t amount, LengthUnit unit);

/// Shortest and longest number of days that `amount` (not negative) of a unit can have, wherever it begins.
struct DayRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
/// Nothing for kUncountable and for lengths beyond 3000 years.
std::optional<DayRange> DaysIn(std::int64_t amount, LengthUnit unit);

}  // namespace zhun::values
