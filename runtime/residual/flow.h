#pragma once

#include "runtime/residual/residual.h"

namespace zhun::residual {

/// Whether code only reads what it has set: slots it derives are set before they are read and outside the loops that set
/// them, members are read inside their loops, and whole values are only taken of slots that have them. Registers and
/// slots must be in range.
bool FlowHolds(const Residual& residual, const Code& code);

}  // namespace zhun::residual
