#pragma once

#include <functional>
#include <vector>

#include "runtime/timeline/chronicle.h"
#include "runtime/timeline/clock.h"
#include "runtime/vm/evaluation.h"

namespace zhun::timeline {

/// Whether an event is such that it meets a duty of the program (`met_by` with its condition).
using Meets = std::function<vm::Truth(const program::Rule& rule, const Happening& event)>;

/// Finds the instances of duties with time limits in a case, and what became of each. Says nothing of citations and names.
class DeadlineFinder {
 public:
  DeadlineFinder(const program::Bundle& bundle, const Shape& shape, const Chronicle& chronicle,
                 const ReadingsTaken& readings, std::int64_t region, Moment as_of)
      : bundle_(bundle),
        shape_(shape),
        chronicle_(chronicle),
        readings_(readings),
        region_(region),
        as_of_(as_of) {}

  /// One instance for each event that the limit of `rule` runs from, while its policy is in force. `length`: of the limit;
  /// `certain`: whether it is known that the duty arises.
  void Find(const program::Rule& rule, const values::Value& length, bool certain, const Meets& meets,
            std::vector<Deadline>& deadlines) const;

 private:
  void FindFrom(const program::Rule& rule, Clock::Length length, const Happening& anchor, std::size_t next,
                const Meets& meets, std::vector<Deadline>& deadlines) const;
  bool IsAnswer(const program::Rule& rule, const Happening& anchor, const Happening& event) const;
  base::Words WhyNotExtended(const Happening& event, const Clock& clock) const;
  void Settle(Deadline& deadline) const;

  const program::Bundle& bundle_;
  const Shape& shape_;
  const Chronicle& chronicle_;
  const ReadingsTaken& readings_;
  std::int64_t region_;
  Moment as_of_;
};

}  // namespace zhun::timeline
