#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

constexpr Between kUpdate{"catalogue_triggered", "catalogue_updated"};

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT05, kUpdate, For::kAll);
  for (const std::uint32_t policy : subject.wanted) {
    if (subject.Policy(policy).role != sema::Role::kEntry) continue;
    for (const sema::Rule* duty : DutiesBetween(subject, policy, kUpdate)) {
      ReportExtension(subject, findings, RuleCode::kT05, *duty);
    }
  }
}

}  // namespace

extern const Rule kT05{.policies = Look};

}  // namespace zhun::lint
