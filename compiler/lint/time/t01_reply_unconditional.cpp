#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT01, {"received", "replied"}, For::kUnconditional);
}

}  // namespace

extern const Rule kT01{.policies = Look};

}  // namespace zhun::lint
