#include "runtime/calendar/calendar.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace zhun::calendar {
namespace {

constexpr std::int64_t kPairsBelowProvince = 10000;
constexpr int kFriday = 5;

bool Holds(const std::vector<base::Date>& dates, base::Date date) {
  return std::binary_search(dates.begin(), dates.end(), date);
}

const YearCalendar* NationalOf(const Book& book, int year) {
  const auto found = std::lower_bound(book.years.begin(), book.years.end(), year,
                                      [](const YearCalendar& each, int wanted) { return each.year < wanted; });
  if (found == book.years.end() || found->year != year || found->status != Status::kOfficial) return nullptr;
  return &*found;
}

const RegionalOverride* OverrideOf(const Book& book, std::int64_t region, int year) {
  const auto wanted = std::pair(static_cast<int>(region / kPairsBelowProvince), year);
  const auto place = [](const RegionalOverride& each) { return std::pair(each.region, each.year); };
  const auto found = std::lower_bound(book.overrides.begin(), book.overrides.end(), wanted,
                                      [&](const RegionalOverride& each, const auto& key) { return place(each) < key; });
  return found != book.overrides.end() && place(*found) == wanted ? &*found : nullptr;
}

WorkingDay Of(bool working) { return working ? WorkingDay::kYes : WorkingDay::kNo; }

WorkingDay NationalDay(const YearCalendar& year, base::Date date, bool adjustment_removed) {
  if (!adjustment_removed && Holds(year.adjusted_workdays, date)) return WorkingDay::kYes;
  if (Holds(year.holidays, date)) return WorkingDay::kNo;
  return Of(base::WeekdayOf(date) <= kFriday);
}

}  // namespace

WorkingDay IsWorkingDay(const Book& book, std::int64_t region, base::Date date) {
  const int year = base::YearOf(date);
  const RegionalOverride* own = OverrideOf(book, region, year);
  if (own != nullptr) {
    if (Holds(own->adjusted_workdays, date)) return WorkingDay::kYes;
    if (Holds(own->holidays, date)) return WorkingDay::kNo;
  }
  const YearCalendar* national = NationalOf(book, year);
  if (national == nullptr) return WorkingDay::kUnannounced;
  return NationalDay(*national, date, own != nullptr && Holds(own->removed_national_adjusted_workdays, date));
}

Deadline AddWorkingDays(const Book& book, std::int64_t region, base::Date from, int working_days) {
  Deadline deadline;
  deadline.from = from;
  deadline.working_days = working_days;
  deadline.calendar = "CN";
  base::Date day = from;
  for (int counted = 0; counted < working_days;) {
    day = base::AddDays(day, 1);
    const WorkingDay working = IsWorkingDay(book, region, day);
    if (working == WorkingDay::kUnannounced) deadline.provisional = true;
    if (working != WorkingDay::kNo) ++counted;
    if (const RegionalOverride* own = OverrideOf(book, region, base::YearOf(day)); own != nullptr) {
      deadline.calendar = fmt::format("{}", own->region * kPairsBelowProvince);
    }
  }
  (deadline.provisional ? deadline.not_before : deadline.due) = day;
  return deadline;
}

base::Date AddLength(base::Date from, std::int64_t amount, LengthUnit unit) {
  switch (unit) {
    case LengthUnit::kDay: return base::AddDays(from, amount);
    case LengthUnit::kMonth: return base::AddMonths(from, amount);
    case LengthUnit::kYear: return base::AddMonths(from, amount * 12);
  }
  return from;
}

std::optional<int> CountWorkingDays(const Book& book, std::int64_t region, base::Date first, base::Date last) {
  int count = 0;
  for (base::Date day = first; day <= last; day = base::AddDays(day, 1)) {
    const WorkingDay working = IsWorkingDay(book, region, day);
    if (working == WorkingDay::kUnannounced) return std::nullopt;
    if (working == WorkingDay::kYes) ++count;
  }
  return count;
}

}  // namespace zhun::calendar
