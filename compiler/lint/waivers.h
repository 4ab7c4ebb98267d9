#pragma once

#include "compiler/lint/run.h"

namespace zhun::lint {

/// Gathers the waivers of the policies under review and of the settings, and marks the findings they cover. A waiver of a
/// policy covers findings in that policy, and those about the entry it is for; one that has expired covers none.
void ApplyWaivers(const Request& request, const std::vector<std::uint32_t>& wanted, Outcome& outcome);

}  // namespace zhun::lint
