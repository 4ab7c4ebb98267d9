#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT02, {"received", "replied"}, For::kConditional);
}

}  // namespace

extern const Rule kT02{.policies = Look};

}  // namespace zhun::lint
