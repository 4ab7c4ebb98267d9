#include "runtime/base/date.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace zhun::base {
namespace {

namespace chrono = std::chrono;

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
constexpr std::int64_t kSecondsPerDay = 86400;
constexpr std::int64_t kShanghaiOffset = 8 * 3600;

chrono::year_month_day Civil(Date date) { return chrono::sys_days{chrono::days{date.days}}; }

Date FromCivil(chrono::year_month_day civil) {
  return {static_cast<std::int32_t>(chrono::sys_days{civil}.time_since_epoch().count())};
}

/// Reads exactly `digits` decimal digits at `at`; -1 where there is something else.
int Digits(std::string_view text, std::size_t at, std::size_t digits) {
  if (at + digits > text.size()) return -1;
  int value = 0;
  for (std::size_t i = at; i < at + digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool At(std::string_view text, std::size_t index, char wanted) { return index < text.size() && text[index] == wanted; }

std::optional<std::int32_t> ParseOffset(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const int hours = Digits(text, 1, 2);
  const int minutes = Digits(text, 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

}  // namespace

std::optional<Date> MakeDate(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || day < 1) return std::nullopt;
  const chrono::year_month_day civil{chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                                     chrono::day{static_cast<unsigned>(day)}};
  if (!civil.ok()) return std::nullopt;
  return FromCivil(civil);
}

std::optional<Date> ParseDate(std::string_view text) {
  if (text.size() != 10 || !At(text, 4, '-') || !At(text, 7, '-')) return std::nullopt;
  const int year = Digits(text, 0, 4);
  const int month = Digits(text, 5, 2);
  const int day = Digits(text, 8, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  return MakeDate(year, month, day);
}

std::optional<Instant> ParseInstant(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't')) return std::nullopt;
  const std::optional<Date> date = ParseDate(text.substr(0, 10));
  const int hour = Digits(text, 11, 2);
  const int minute = Digits(text, 14, 2);
  const int second = Digits(text, 17, 2);
  if (!date || !At(text, 13, ':') || !At(text, 16, ':')) return std::nullopt;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return std::nullopt;
  std::size_t rest = 19;
  if (At(text, rest, '.')) {
    const std::size_t first = ++rest;
    while (rest < text.size() && text[rest] >= '0' && text[rest] <= '9') ++rest;
    if (rest == first || rest - first > 9) return std::nullopt;
  }
  const std::optional<std::int32_t> offset = ParseOffset(text.substr(rest));
  if (!offset) return std::nullopt;
  return Instant{date->days * kSecondsPerDay + hour * 3600 + minute * 60 + second - *offset, *offset};
}

std::optional<Date> ParseDay(std::string_view text) {
  if (const std::optional<Date> date = ParseDate(text)) return date;
  const std::optional<Instant> instant = ParseInstant(text);
  if (!instant) return std::nullopt;
  return ShanghaiDate(instant->seconds);
}

std::string FormatDate(Date date) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", YearOf(date), MonthOf(date), DayOf(date));
  return buffer;
}

std::string FormatDateChinese(Date date) {
  return std::to_string(YearOf(date)) + "年" + std::to_string(MonthOf(date)) + "月" + std::to_string(DayOf(date)) +
         "日";
}

int YearOf(Date date) { return static_cast<int>(Civil(date).year()); }
int MonthOf(Date date) { return static_cast<int>(static_cast<unsigned>(Civil(date).month())); }
int DayOf(Date date) { return static_cast<int>(static_cast<unsigned>(Civil(date).day())); }

int WeekdayOf(Date date) {
  return static_cast<int>(chrono::weekday{chrono::sys_days{chrono::days{date.days}}}.iso_encoding());
}

Date AddDays(Date date, std::int64_t days) { return {static_cast<std::int32_t>(date.days + days)}; }

Date AddMonths(Date date, std::int64_t months) {
  const chrono::year_month_day civil = Civil(date);
  const std::int64_t month_count =
      static_cast<int>(civil.year()) * 12LL + (static_cast<unsigned>(civil.month()) - 1) + months;
  const chrono::year_month month{chrono::year{static_cast<int>(month_count / 12)},
                                 chrono::month{static_cast<unsigned>(month_count % 12 + 1)}};
  const chrono::day last = (month / chrono::last).day();
  return FromCivil(month / std::min(civil.day(), last));
}

Date ShanghaiDate(std::int64_t seconds) {
  const std::int64_t local = seconds + kShanghaiOffset;
  const std::int64_t days = local >= 0 ? local / kSecondsPerDay : -((-local + kSecondsPerDay - 1) / kSecondsPerDay);
  return {static_cast<std::int32_t>(days)};
}

std::string FormatInstant(std::int64_t seconds) {
  const Date day = ShanghaiDate(seconds);
  const std::int64_t of_day = seconds + kShanghaiOffset - static_cast<std::int64_t>(day.days) * kSecondsPerDay;
  const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return FormatDate(day) + "T" + two(of_day / 3600) + ":" + two(of_day / 60 % 60) + ":" + two(of_day % 60) + "+08:00";
}

std::int64_t EndOfDay(Date date) {
  return (static_cast<std::int64_t>(date.days) + 1) * kSecondsPerDay - kShanghaiOffset - 1;
}

}  // namespace zhun::base
