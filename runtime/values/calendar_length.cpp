#include "runtime/values/calendar_length.h"

#include <array>

namespace zhun::values {
namespace {

constexpr std::int64_t kMonthsPerYear = 12;
constexpr std::int64_t kLongestYears = 3000;
constexpr std::int64_t kDaysPerYear = 365;

const base::Date kFirstDay = *base::MakeDate(1900, 1, 1);
const base::Date kLastDay = *base::MakeDate(2999, 12, 31);

/// Fewest and most days of 0 to 11 months in a row, leap days apart (they are counted with the years).
constexpr std::array<DayRange, 12> kMonths = {{{0, 0},
                                               {28, 31},
                                               {59, 62},
                                               {89, 92},
                                               {120, 123},
                                               {150, 153},
                                               {181, 184},
                                               {212, 215},
                                               {242, 245},
                                               {273, 276},
                                               {303, 306},
                                               {334, 337}}};

/// Leap days that `years` years in a row may have: every fourth year, less at most one a century.
DayRange LeapDays(std::int64_t years) {
  const std::int64_t least = years / 4 - years / 100 - 1;
  return {least < 0 ? 0 : least, (years + 3) / 4};
}

}  // namespace

base::Date DayOfValue(const Value& value) {
  if (value.kind == vocabulary::Base::kInstant) return base::ShanghaiDate(value.number);
  return {static_cast<std::int32_t>(value.number)};
}

LengthUnit LengthUnitOf(const vocabulary::Vocabulary& vocabulary, const Value& length) {
  if (length.unit >= vocabulary.units.size()) return LengthUnit::kUncountable;
  const std::string& key = vocabulary.units[length.unit].key;
  if (key == "day") return LengthUnit::kDay;
  if (key == "month") return LengthUnit::kMonth;
  return key == "year" ? LengthUnit::kYear : LengthUnit::kUncountable;
}

std::optional<base::Date> Shift(base::Date day, std::int64_t amount, LengthUnit unit) {
  constexpr std::int64_t kMostDays = kLongestYears * 366;
  if (unit == LengthUnit::kUncountable || amount > kMostDays || amount < -kMostDays) return std::nullopt;
  base::Date result;
  if (unit == LengthUnit::kDay) {
    result = base::AddDays(day, amount);
  } else {
    const std::int64_t months = unit == LengthUnit::kYear ? amount * kMonthsPerYear : amount;
    if (months > kLongestYears * kMonthsPerYear || months < -kLongestYears * kMonthsPerYear) return std::nullopt;
    // Going back from 1900 may leave the years that month arithmetic is made for.
    if (months < -(base::YearOf(day) - 1) * kMonthsPerYear) return std::nullopt;
    result = base::AddMonths(day, months);
  }
  if (result < kFirstDay || kLastDay < result) return std::nullopt;
  return result;
}

std::optional<DayRange> DaysIn(std::int64_t amount, LengthUnit unit) {
  if (unit == LengthUnit::kUncountable) return std::nullopt;
  if (unit == LengthUnit::kDay) return DayRange{amount, amount};
  if (amount > kLongestYears * (unit == LengthUnit::kYear ? 1 : kMonthsPerYear)) return std::nullopt;
  const std::int64_t months = unit == LengthUnit::kYear ? amount * kMonthsPerYear : amount;
  const std::int64_t years = months / kMonthsPerYear;
  const DayRange rest = kMonths[static_cast<std::size_t>(months % kMonthsPerYear)];
  // The shortest stretch has one February more than it has whole years; the longest leaves February out of the rest.
  const DayRange least_leap = LeapDays(months % kMonthsPerYear == 0 ? years : years + 1);
  const DayRange most_leap = LeapDays(years);
  return DayRange{years * kDaysPerYear + rest.least + least_leap.least,
                  years * kDaysPerYear + rest.most + most_leap.most};
}

}  // namespace zhun::values
