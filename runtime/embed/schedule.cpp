// zhun_schedule_*
#include "runtime/embed/handles.h"

namespace {

using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;

/// The beginning of a time; reports what is none.
std::optional<zhun::base::Instant> InstantOf(const char* text, Sink& sink) {
  const auto time = zhun::embed::ParseTime(text);
  if (!time) sink.ReportIn(zhun::diagnostics::Code::kAsOfNotADate, "", "", {{"value", text}});
  return time ? std::optional(time->instant) : std::nullopt;
}

}  // namespace

extern "C" {

zhun_schedule* zhun_schedule_new(void) {
  return zhun::embed::AnswerOrTell(nullptr, [](Sink&) { return new zhun_schedule; });
}

void zhun_schedule_free(zhun_schedule* schedule) { delete schedule; }

int zhun_schedule_add(zhun_schedule* schedule, const zhun_bundle* bundle, const char* from, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> int {
    static constexpr const char* kHere = "zhun_schedule_add";
    bool given = IsGiven(schedule, kHere, "schedule", sink);
    given = IsGiven(bundle, kHere, "bundle", sink) && given;
    given = IsGiven(from, kHere, "from", sink) && given;
    const auto instant = given ? InstantOf(from, sink) : std::nullopt;
    if (!instant) return 0;
    schedule->bundles.Add(std::make_unique<const zhun_bundle>(*bundle), *instant);
    return 1;
  });
}

int zhun_schedule_retire(zhun_schedule* schedule, const char* before, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> int {
    static constexpr const char* kHere = "zhun_schedule_retire";
    bool given = IsGiven(schedule, kHere, "schedule", sink);
    given = IsGiven(before, kHere, "before", sink) && given;
    const auto instant = given ? InstantOf(before, sink) : std::nullopt;
    if (!instant) return 0;
    schedule->bundles.Retire(*instant);
    return 1;
  });
}

}  // extern "C"
