#include <algorithm>
#include <array>

#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

/// Limits that have a rule of their own for the policies of entries.
constexpr std::array<Between, 5> kOthersSpeak = {{{"received", "replied"},
                                                  {"granted", "provided"},
                                                  {"catalogue_triggered", "catalogue_updated"},
                                                  {"catalogue_updated", "catalogue_published"},
                                                  {"correction_requested", "correction_answered"}}};

bool HasItsOwnRule(const PolicySubject& subject, const sema::Rule& duty) {
  const auto& vocabulary = subject.library.vocabulary;
  return std::ranges::any_of(kOthersSpeak, [&](const Between& each) {
    return duty.limit->event == vocabulary::FindEvent(vocabulary, each.from) &&
           duty.met_by == vocabulary::FindEvent(vocabulary, each.met_by);
  });
}

/// Base files of another issuer than the limit's, which is regional rules; of entries what no other rule looks at.
void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t policy : subject.wanted) {
    const bool base = subject.Policy(policy).role == sema::Role::kBase;
    for (const sema::Rule* duty : subject.RulesOf(policy)) {
      if (!duty->limit || duty->limit->at_least || duty->met_by == vocabulary::kNone) continue;
      if (!base && HasItsOwnRule(subject, *duty)) continue;
      ReportLongLimit(subject, findings, RuleCode::kT07, *duty, For::kAll);
      if (base) ReportExtension(subject, findings, RuleCode::kT07, *duty);
    }
  }
}

}  // namespace

extern const Rule kT07{.policies = Look};

}  // namespace zhun::lint
