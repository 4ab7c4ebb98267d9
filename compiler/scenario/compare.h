#pragma once

#include <vector>

#include "compiler/scenario/scenario.h"
#include "runtime/decision/decision.h"

namespace zhun::scenario {

/// How `decision` differs from what the test expects, one sentence each; empty where it does not. Lists written in the
/// test (缺, 认定, 逐项) are exact, bases, reasons and duties must only be among what is there. Expectations that cannot
/// be met by any decision, because they name what does not exist, are reported into `sink`.
std::vector<base::Words> Compare(const Scenario& scenario, const program::Bundle& bundle,
                                 const decision::Decision& decision, diagnostics::Sink& sink);

}  // namespace zhun::scenario
