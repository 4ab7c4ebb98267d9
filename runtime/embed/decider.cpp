// zhun_decider_*
#include <optional>
#include <string_view>

#include "runtime/embed/handles.h"
#include "runtime/engine/catalogue.h"

namespace zhun::embed {

std::optional<Time> ParseTime(std::string_view text) {
  constexpr std::int64_t kDay = 86'400, kShanghai = 8 * 3'600;
  const auto day = base::ParseDay(text);
  if (!day) return std::nullopt;
  if (const auto instant = base::ParseInstant(text)) return Time{*instant, *day};
  return Time{{day->days * kDay - kShanghai, kShanghai}, *day};
}

std::optional<Time> TimeOf(const char* as_of, const std::optional<decision::Paper>& context, diagnostics::Sink& sink) {
  if (as_of != nullptr) {
    const auto time = ParseTime(as_of);
    if (!time) sink.ReportIn(diagnostics::Code::kAsOfNotADate, "", "", {{"value", as_of}});
    return time;
  }
  if (const auto day = decision::DayOf(std::nullopt, context)) return ParseTime(base::FormatDate(*day));
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
using zhun::diagnostics::Code;
using zhun::diagnostics::Sink;
using zhun::embed::IsGiven;
using zhun::embed::Time;

std::optional<Paper> ContextOf(const char* context, size_t size) {
  if (context == nullptr) return std::nullopt;
  return Paper{{context, size}, "context"};
}

void Forget(zhun_decider& decider) {
  decider.ruling.fired.clear();
  decider.ruling.complete = false;
}

/// Makes ready the rules that decide at a time; false, and reported, where a schedule has none.
bool TakeRules(zhun_decider& decider, const Time& time, Sink& sink) {
  if (!decider.schedule) return true;
  const auto use = decider.schedule->At(time.instant);
  if (!use) {
    sink.ReportIn(Code::kNoBundleInEffect, "", "", {{"as_of", zhun::base::FormatDate(time.day)}});
    return false;
  }
  if (decider.rules == nullptr || decider.rules->bundle.bundle != use->bundle) {
    Forget(decider);  // its rules are numbers of the other program
    decider.rules = std::make_unique<zhun_rules>(*use);
  }
  return true;
}

/// When to decide, with the rules in effect then; reports where there is no such time.
std::optional<Time> Begin(zhun_decider& decider, const char* as_of, const std::optional<Paper>& context, Sink& sink) {
  const auto time = zhun::embed::TimeOf(as_of, context, sink);
  if (time) return TakeRules(decider, *time, sink) ? time : std::nullopt;
  if (context && decider.rules != nullptr && !sink.HasErrors())
    zhun::decision::BindCircumstances(*decider.rules->bundle.bundle, context, {}, sink);
  if (!sink.HasErrors()) sink.ReportIn(Code::kAsOfMissing, "", "");
  return std::nullopt;
}

/// The document of the entry that the application names, which the bundle holds.
bool FindEntry(const zhun_rules& rules, Papers& papers, Sink& sink) {
  if (!zhun::embed::HoldsEntries(rules.bundle, sink)) return false;
  const auto entry = zhun::engine::EntryOf(*rules.bundle.catalogue, zhun::embed::kBundleName, papers.application, sink);
  if (entry) papers.entry.text = *entry;
  return entry.has_value();
}

/// `held`: the bundle holds the entry.
zhun_decision* Decide(zhun_decider& decider, Papers papers, bool held, const char* as_of, Sink& sink) {
  const auto time = Begin(decider, as_of, papers.context, sink);
  if (!time || (held && !FindEntry(*decider.rules, papers, sink))) return nullptr;
  zhun_rules& rules = *decider.rules;
  auto bound = zhun::decision::BindCase(*rules.bundle.bundle, rules.finding_codes, papers, time->day, sink);
  if (!bound) return nullptr;
  auto decision = rules.decider.Decide(bound->View(), sink);
  if (!decision) return nullptr;
  return new zhun_decision{rules.bundle.bundle, std::move(*bound), std::move(*decision), zhun_diagnostics(sink)};
}

/// The outcome, 0 where there is none.
zhun_outcome Judge(zhun_decider& decider, std::string_view application, const std::optional<Paper>& context,
                   const char* as_of, Sink& sink) {
  const auto time = Begin(decider, as_of, context, sink);
  if (!time || !zhun::embed::HoldsEntries(decider.rules->bundle, sink)) return {};
  const std::string_view circumstances = context ? context->text : std::string_view();
  const bool judged = decider.rules->engine->Decide({application, circumstances, time->day}, sink, decider.ruling);
  return judged ? zhun::embed::OutcomeOf(decider.ruling.outcome) : zhun_outcome{};
}

}  // namespace

extern "C" {

zhun_decider* zhun_decider_new(const zhun_bundle* bundle, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_decider* {
    if (!IsGiven(bundle, "zhun_decider_new", "bundle", sink)) return nullptr;
    return new zhun_decider{std::make_unique<zhun_rules>(*bundle), std::nullopt, {}};
  });
}

zhun_decider* zhun_decider_of_schedule(zhun_schedule* schedule, zhun_diagnostics** faults) {
  return zhun::embed::AnswerOrTell(faults, [&](Sink& sink) -> zhun_decider* {
    if (!IsGiven(schedule, "zhun_decider_of_schedule", "schedule", sink)) return nullptr;
    auto decider = std::make_unique<zhun_decider>();
    decider->schedule.emplace(schedule->bundles);
    return decider.release();
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
    return Decide(*decider, std::move(papers), entry == nullptr, as_of, sink);
  });
}

zhun_outcome zhun_decider_judge(zhun_decider* decider, const char* application, size_t application_size,
                                const char* context, size_t context_size, const char* as_of,
                                zhun_diagnostics** faults) {
  if (decider != nullptr) Forget(*decider);
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
  return rule == nullptr ? nullptr : decider->rules->bundle.bundle->program.rules[*rule].code.c_str();
}

int zhun_decider_has_all_rules(const zhun_decider* decider) {
  return decider != nullptr && decider->ruling.complete ? 1 : 0;
}

}  // extern "C"
