// zhun_decider_*
#include <optional>
#include <string_view>

#include "runtime/embed/handles.h"
#include "runtime/engine/catalogue.h"

namespace zhun::embed {

std::optional<base::Date> DayOf(const program::Bundle& bundle, const char* as_of,
                                const std::optional<decision::Paper>& context, diagnostics::Sink& sink) {
  std::optional<base::Date> given;
  if (as_of != nullptr) given = base::ParseDay(as_of);
  if (as_of != nullptr && !given) {
    sink.ReportIn(diagnostics::Code::kAsOfNotADate, "", "", {{"value", as_of}});
    return std::nullopt;
  }
  const auto day = decision::DayOf(given, context);
  if (day) return day;
  decision::BindCircumstances(bundle, context, {}, sink);
  if (!sink.HasErrors()) sink.ReportIn(diagnostics::Code::kAsOfMissing, "", "");
  return std::nullopt;
}

bool HoldsEntries(const zhun_bundle& bundle, diagnostics::Sink& sink) {
  if (bundle.catalogue == nullptr) sink.ReportIn(diagnostics::Code::kNoCatalogue, "", "", {{"file", kBundleName}});
  return bundle.catalogue != nullptr;
}

}  // namespace zhun::embed

namespace {

using zhun::decision::Paper;
using zhun::decision::Papers;
using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;

std::optional<Paper> ContextOf(const char* context, size_t size) {
  if (context == nullptr) return std::nullopt;
  return Paper{{context, size}, "context"};
}

/// The document of the entry that the application names, which the bundle holds.
bool FindEntry(const zhun_decider& decider, Papers& papers, Sink& sink) {
  if (!zhun::embed::HoldsEntries(decider.rules, sink)) return false;
  const auto entry =
      zhun::engine::EntryOf(*decider.rules.catalogue, zhun::embed::kBundleName, papers.application, sink);
  if (entry) papers.entry.text = *entry;
  return entry.has_value();
}

zhun_decision* Decide(zhun_decider& decider, const Papers& papers, const char* as_of, Sink& sink) {
  const auto day = zhun::embed::DayOf(*decider.rules.bundle, as_of, papers.context, sink);
  if (!day) return nullptr;
  auto bound = zhun::decision::BindCase(*decider.rules.bundle, decider.finding_codes, papers, *day, sink);
  if (!bound) return nullptr;
  auto decision = decider.decider.Decide(bound->View(), sink);
  if (!decision) return nullptr;
  return new zhun_decision{decider.rules.bundle, std::move(*bound), std::move(*decision), zhun_diagnostics(sink)};
}

/// The outcome, 0 where there is none.
zhun_outcome Judge(zhun_decider& decider, std::string_view application, const std::optional<Paper>& context,
                   const char* as_of, Sink& sink) {
  if (!zhun::embed::HoldsEntries(decider.rules, sink)) return {};
  const auto day = zhun::embed::DayOf(*decider.rules.bundle, as_of, context, sink);
  if (!day) return {};
  const std::string_view circumstances = context ? context->text : std::string_view();
  const bool judged = decider.engine->Decide({application, circumstances, *day}, sink, decider.ruling);
  return judged ? zhun::embed::OutcomeOf(decider.ruling.outcome) : zhun_outcome{};
}

}  // namespace

extern "C" {

zhun_decider* zhun_decider_new(const zhun_bundle* bundle, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_decider* {
    if (!IsGiven(bundle, "zhun_decider_new", "bundle", sink)) return nullptr;
    return new zhun_decider(*bundle);
  });
}

void zhun_decider_free(zhun_decider* decider) { delete decider; }

zhun_decision* zhun_decider_decide(zhun_decider* decider, const char* entry, size_t entry_size, const char* application,
                                   size_t application_size, const char* context, size_t context_size, const char* as_of,
                                   zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_decision* {
    static constexpr const char* kHere = "zhun_decider_decide";
    const bool decider_given = IsGiven(decider, kHere, "decider", sink);
    const bool application_given = IsGiven(application, kHere, "application", sink);
    if (!decider_given || !application_given) return nullptr;
    Papers papers{{{}, "entry"}, {{application, application_size}, "application"}, ContextOf(context, context_size)};
    if (entry != nullptr) papers.entry.text = {entry, entry_size};
    if (entry == nullptr && !FindEntry(*decider, papers, sink)) return nullptr;
    return Decide(*decider, papers, as_of, sink);
  });
}

zhun_outcome zhun_decider_judge(zhun_decider* decider, const char* application, size_t application_size,
                                const char* context, size_t context_size, const char* as_of,
                                zhun_diagnostics** faults) {
  if (decider != nullptr) decider->ruling.fired.clear();
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_outcome {
    static constexpr const char* kHere = "zhun_decider_judge";
    const bool decider_given = IsGiven(decider, kHere, "decider", sink);
    const bool application_given = IsGiven(application, kHere, "application", sink);
    if (!decider_given || !application_given) return {};
    return Judge(*decider, {application, application_size}, ContextOf(context, context_size), as_of, sink);
  });
}

size_t zhun_decider_rule_count(const zhun_decider* decider) {
  return decider == nullptr ? 0 : decider->ruling.fired.size();
}

const char* zhun_decider_rule(const zhun_decider* decider, size_t index) {
  if (decider == nullptr) return nullptr;
  const auto* rule = zhun::embed::At(decider->ruling.fired, index);
  return rule == nullptr ? nullptr : decider->rules.bundle->program.rules[*rule].code.c_str();
}

int zhun_decider_has_all_rules(const zhun_decider* decider) {
  return decider != nullptr && decider->ruling.complete ? 1 : 0;
}

}  // extern "C"
