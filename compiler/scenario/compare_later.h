#pragma once

#include <vector>

#include "compiler/scenario/scenario.h"
#include "runtime/timeline/timeline.h"
#include "runtime/use/papers.h"

/// What comes after the grant, compared with what a test expects: one sentence for each difference.
namespace zhun::scenario {

/// A use: 应得 is the answer, 理由 and 依据 must be among its reasons and their bases and liabilities.
std::vector<base::Words> CompareUse(const Scenario& scenario, const program::Bundle& bundle, const use::Judged& judged,
                                    diagnostics::Sink& sink);

/// A case: 应得 are states of its matters, 理由 names what was breached (无违反: nothing), 依据 are bases and liabilities of the
/// breaches, 义务 deadlines and obligations (至: the last day, or the earliest possible one), 权力 what may be done.
std::vector<base::Words> CompareCase(const Scenario& scenario, const program::Bundle& bundle,
                                     const timeline::Result& result, diagnostics::Sink& sink);

}  // namespace zhun::scenario
