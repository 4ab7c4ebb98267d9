#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT04, {"granted", "provided"}, For::kAll);
}

}  // namespace

extern const Rule kT04{.policies = Look};

}  // namespace zhun::lint
