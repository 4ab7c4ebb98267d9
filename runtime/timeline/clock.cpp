#include "runtime/timeline/clock.h"

#include <algorithm>

namespace zhun::timeline {
namespace {

calendar::LengthUnit UnitOf(const std::string& key) {
  if (key == "month") return calendar::LengthUnit::kMonth;
  return key == "year" ? calendar::LengthUnit::kYear : calendar::LengthUnit::kDay;
}

}  // namespace

Clock::Clock(const calendar::Book& book, const ReadingsTaken& readings, std::int64_t region, base::Date from,
             Length length)
    : book_(book),
      readings_(readings),
      region_(region),
      from_(from),
      length_(std::move(length)),
      end_(Count(FirstCounted(from), length_)) {}

/// The day before the first that counts.
base::Date Clock::FirstCounted(base::Date from) const {
  return readings_.Is("first_day", "included") ? base::AddDays(from, -1) : from;
}

End Clock::Count(base::Date from, Length length) const {
  if (length.unit != "working_day") return {calendar::AddLength(from, length.amount, UnitOf(length.unit)), {}, "civil"};
  const calendar::Deadline end = calendar::AddWorkingDays(book_, region_, from, static_cast<int>(length.amount));
  return {end.due, end.not_before, end.calendar};
}

void Clock::Stop(base::Date day) {
  if (stopped_on_ || readings_.Is("supplement_clock", "unaffected") || !end_.Holds(day)) return;
  stopped_on_ = day;
}

void Clock::Resume(base::Date day) {
  if (!stopped_on_) return;
  Length left = length_;
  if (readings_.Is("supplement_clock", "paused")) {
    // Where days on the way are not announced, none of them counts as used up: the end is only a bound then.
    const base::Date first = base::AddDays(FirstCounted(from_), 1);
    const auto used = length_.unit == "working_day" ? calendar::CountWorkingDays(book_, region_, first, *stopped_on_)
                                                    : std::optional<int>(stopped_on_->days - first.days + 1);
    left.amount = std::max<std::int64_t>(length_.amount - used.value_or(0), 0);
    end_ = Count(day, left);
  } else {
    end_ = Count(FirstCounted(day), left);
  }
  from_ = day;
  length_ = left;
  stopped_on_.reset();
}

void Clock::Extend(Length by, base::Date consented) {
  if (extended_from_ || !end_.due) {
    if (!end_.due && end_.not_before) end_.not_before = Count(*end_.not_before, by).not_before;
    return;
  }
  extended_from_ = end_.due;
  const bool from_consent = readings_.Is("extension_start", "consent");
  End extended = Count(from_consent ? consented : *end_.due, std::move(by));
  if (extended.due && *extended.due < *end_.due) extended.due = end_.due;  // it never ends sooner
  end_ = std::move(extended);
}

}  // namespace zhun::timeline
