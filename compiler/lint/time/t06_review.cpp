#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

void Look(const PolicySubject& subject, Findings& findings) {
  ReportLongLimits(subject, findings, RuleCode::kT06, {"catalogue_updated", "catalogue_published"}, For::kAll);
}

}  // namespace

extern const Rule kT06{.policies = Look};

}  // namespace zhun::lint
