#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/base/date.h"

/// Working days, from published notices only: a year without a notice is unknown, never guessed. Plain data and pure
/// functions; the same inputs give the same answer on any thread.
namespace zhun::calendar {

enum class Status : std::uint8_t { kOfficial, kNotAnnounced };

/// The national table of one year, as its notice has it.
struct YearCalendar {
  int year = 0;
  Status status = Status::kNotAnnounced;
  std::string number;                         ///< of the notice
  std::optional<base::Date> issued;
  std::vector<base::Date> holidays;           ///< ascending
  std::vector<base::Date> adjusted_workdays;  ///< weekend days on which work is done (调休); ascending

  bool operator==(const YearCalendar&) const = default;
};

/// What one region lays over the national table of one year.
struct RegionalOverride {
  int region = 0;  ///< first two digits of the region code
  int year = 0;
  std::vector<base::Date> holidays;
  std::vector<base::Date> adjusted_workdays;
  std::vector<base::Date> removed_national_adjusted_workdays;
  std::string source, note;

  bool operator==(const RegionalOverride&) const = default;
};

struct Book {
  std::string legal_basis;            ///< of the national tables
  std::string override_legal_basis;   ///< of the regional ones
  std::vector<YearCalendar> years;            ///< ascending by year
  std::vector<RegionalOverride> overrides;    ///< ascending by region, year

  bool operator==(const Book&) const = default;
};

enum class WorkingDay : std::uint8_t { kYes, kNo, kUnannounced };

/// Whether work is done on `date` in `region` (six-digit code; 0 and 100000: the whole country). The region's own table
/// is asked first, then the national one: an adjusted workday is a working day, a holiday is not, else Monday to Friday.
WorkingDay IsWorkingDay(const Book& book, std::int64_t region, base::Date date);

struct Deadline {
  base::Date from;
  int working_days = 0;
  std::optional<base::Date> due;  ///< nothing where provisional
  std::optional<base::Date> not_before;  ///< where provisional: the day it would be if every unannounced day counted
  bool provisional = false;
  std::string calendar;  ///< "CN", or the six-digit region whose table was used on the way
};

/// The last of `working_days` working days after `from`; `from` itself is not counted (Civil Code, see README). Zero or
/// less gives `from`. Days of a year that is not announced make the deadline provisional; they all count towards
/// `not_before`, weekends too.
Deadline AddWorkingDays(const Book& book, std::int64_t region, base::Date from, int working_days);

enum class LengthUnit : std::uint8_t { kDay, kMonth, kYear };

/// The day `amount` days, months or years after `from`, first day not counted; where a month has no such day, its last.
/// The day is not moved off a rest day: whether it is follows from the rule that sets the length, not from counting.
base::Date AddLength(base::Date from, std::int64_t amount, LengthUnit unit);

/// The working days from `first` to `last`, both included; nothing where a day between is unannounced.
std::optional<int> CountWorkingDays(const Book& book, std::int64_t region, base::Date first, base::Date last);

}  // namespace zhun::calendar
