#include "compiler/lint/subject/policies.h"

namespace zhun::lint {

using diagnostics::Code;

extern const Rule kP20{.adopts = {Code::kCostOverBudget, Code::kBoundMissing, Code::kApplicabilityNotIndexed}};

}  // namespace zhun::lint
