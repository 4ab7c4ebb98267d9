#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT08, {"correction_requested", "correction_answered"}, For::kAll);
}

}  // namespace

extern const Rule kT08{.policies = Look};

}  // namespace zhun::lint
