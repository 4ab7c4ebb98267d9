#pragma once

#include "compiler/pipeline/compile.h"

namespace zhun::pipeline {

/// Reports each policy of the compiled program whose decisions have no bound or take too many operations, at the rule
/// that is due to it (compiler/analysis).
void ReportCosts(const Compilation& compilation, const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink);

}  // namespace zhun::pipeline
