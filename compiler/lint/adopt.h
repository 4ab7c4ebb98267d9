#pragma once

#include "compiler/lint/run.h"

namespace zhun::lint {

/// Sorts what the compiler and the binder had to say: a message that belongs to a rule becomes a finding of that rule,
/// at least an error where nothing compiles with it; everything else goes to `outcome.faults` as it is. A document's
/// message stands at its pointer.
void Adopt(const Request& request, std::vector<diagnostics::Diagnostic> messages, Outcome& outcome);

}  // namespace zhun::lint
