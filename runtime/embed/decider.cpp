// zhun_decider_*
#include <optional>
#include <string_view>

#include "runtime/embed/handles.h"

namespace {

using zhun::decision::Papers;
using zhun::diagnostics::Code;
using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;

/// The day to decide on; reports where there is none. A context that is at fault speaks for itself.
std::optional<zhun::base::Date> DayOf(const zhun_decider& decider, const char* as_of, const Papers& papers,
                                      Sink& sink) {
  std::optional<zhun::base::Date> given;
  if (as_of != nullptr) given = zhun::base::ParseDay(as_of);
  if (as_of != nullptr && !given) {
    sink.ReportIn(Code::kAsOfNotADate, "", "", {{"value", as_of}});
    return std::nullopt;
  }
  const auto day = zhun::decision::DayOf(given, papers.context);
  if (day) return day;
  zhun::decision::BindCircumstances(*decider.bundle, papers.context, {}, sink);
  if (!sink.HasErrors()) sink.ReportIn(Code::kAsOfMissing, "", "");
  return std::nullopt;
}

zhun_decision* Decide(zhun_decider& decider, const Papers& papers, const char* as_of, Sink& sink) {
  const auto day = DayOf(decider, as_of, papers, sink);
  if (!day) return nullptr;
  auto bound = zhun::decision::BindCase(*decider.bundle, decider.finding_codes, papers, *day, sink);
  if (!bound) return nullptr;
  auto decision = decider.decider.Decide(bound->View(), sink);
  if (!decision) return nullptr;
  return new zhun_decision{decider.bundle, std::move(*bound), std::move(*decision), zhun_diagnostics(sink)};
}

}  // namespace

extern "C" {

zhun_decider* zhun_decider_new(const zhun_bundle* bundle, zhun_diagnostics** faults) {
  return zhun::embed::MakeOrTell(faults, [&](Sink& sink) -> zhun_decider* {
    if (!IsGiven(bundle, "zhun_decider_new", "bundle", sink)) return nullptr;
    return new zhun_decider(bundle->bundle);
  });
}

void zhun_decider_free(zhun_decider* decider) { delete decider; }

zhun_decision* zhun_decider_decide(zhun_decider* decider, const char* entry, size_t entry_size, const char* application,
                                   size_t application_size, const char* context, size_t context_size, const char* as_of,
                                   zhun_diagnostics** faults) {
  return zhun::embed::MakeOrTell(faults, [&](Sink& sink) -> zhun_decision* {
    static constexpr const char* kHere = "zhun_decider_decide";
    const bool decider_given = IsGiven(decider, kHere, "decider", sink);
    const bool entry_given = IsGiven(entry, kHere, "entry", sink);
    const bool application_given = IsGiven(application, kHere, "application", sink);
    if (!decider_given || !entry_given || !application_given) return nullptr;
    Papers papers{{{entry, entry_size}, "entry"}, {{application, application_size}, "application"}, std::nullopt};
    if (context != nullptr) papers.context = {{context, context_size}, "context"};
    return Decide(*decider, papers, as_of, sink);
  });
}

}  // extern "C"
