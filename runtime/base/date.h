#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Civil dates and instants. All arithmetic is on the proleptic Gregorian calendar; no clock, no locale.
namespace zhun::base {

/// Civil date as days since 1970-01-01. Valid years are 1900 to 2999.
struct Date {
  std::int32_t days = 0;

  auto operator<=>(const Date&) const = default;
};

/// An instant with the offset it was written in.
struct Instant {
  std::int64_t seconds = 0;          ///< since 1970-01-01T00:00Z
  std::int32_t offset_seconds = 0;   ///< east of UTC

  auto operator<=>(const Instant& other) const { return seconds <=> other.seconds; }
};

std::optional<Date> MakeDate(int year, int month, int day);  ///< nothing where there is no such day
std::optional<Date> ParseDate(std::string_view text);        ///< YYYY-MM-DD, nothing else
std::optional<Instant> ParseInstant(std::string_view text);  ///< RFC 3339 with an offset
std::optional<Date> ParseDay(std::string_view text);         ///< a date, or the Shanghai date of an instant
std::string FormatDate(Date date);                           ///< 2026-10-15
std::string FormatDateChinese(Date date);                    ///< 2026年10月15日
int YearOf(Date date);
int MonthOf(Date date);
int DayOf(Date date);
int WeekdayOf(Date date);                                    ///< 1 Monday … 7 Sunday
Date AddDays(Date date, std::int64_t days);
/// The same day `months` later; the last day of the month where that day does not exist (Civil Code, computation of periods).
Date AddMonths(Date date, std::int64_t months);
/// Civil date in Asia/Shanghai (UTC+8 without daylight saving since 1992).
Date ShanghaiDate(std::int64_t seconds);
/// 2026-10-16T09:00:00+08:00, in Asia/Shanghai.
std::string FormatInstant(std::int64_t seconds);
/// The last second of a day in Asia/Shanghai (24:00 of the day is the first of the next).
std::int64_t EndOfDay(Date date);

}  // namespace zhun::base
