#pragma once

#include <optional>

#include "runtime/program/bundle.h"
#include "runtime/timeline/readings.h"

namespace zhun::timeline {

/// The end of a period: a day, or the day it cannot end before while the calendar is not announced that far.
struct End {
  std::optional<base::Date> due;
  std::optional<base::Date> not_before;
  std::string calendar;

  /// Whether `day` is certainly not after the end.
  bool Holds(base::Date day) const { return due ? day <= *due : not_before && day <= *not_before; }
};

/// Counts one time limit: its first day, stops, new starts and its one extension. Days are those of Asia/Shanghai; a day
/// lasts until 24:00.
class Clock {
 public:
  struct Length {
    std::int64_t amount = 0;
    std::string unit;  ///< key
  };

  /// Starts on the day of the event that the limit runs from. `region`: whose working days count.
  Clock(const calendar::Book& book, const ReadingsTaken& readings, std::int64_t region, base::Date from, Length length);

  const End& Ends() const { return end_; }
  base::Date From() const { return from_; }
  const std::optional<base::Date>& StoppedOn() const { return stopped_on_; }
  const std::optional<base::Date>& ExtendedFrom() const { return extended_from_; }

  /// A notice of what is to be supplied, within the limit: what becomes of the clock is a reading (补正计时).
  void Stop(base::Date day);
  /// What was asked for has come in.
  void Resume(base::Date day);
  /// `consented`: the last day of what the extension needs.
  void Extend(Length by, base::Date consented);

 private:
  End Count(base::Date from, Length length) const;
  base::Date FirstCounted(base::Date from) const;

  const calendar::Book& book_;
  const ReadingsTaken& readings_;
  std::int64_t region_;
  base::Date from_;
  Length length_;
  End end_;
  std::optional<base::Date> stopped_on_;
  std::optional<base::Date> extended_from_;
};

}  // namespace zhun::timeline
