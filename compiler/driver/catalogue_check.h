#pragma once

#include <string>

#include "compiler/driver/host.h"
#include "compiler/pipeline/compile.h"

namespace zhun::driver {

/// Whether each entry policy names an entry of the catalogue file `path` (one entry a line), in its version, and cites
/// only conditions that the entry publishes and does not give to another policy. Whatever differs is reported at its
/// place in the policy: such a rule would never apply.
bool CheckAgainstCatalogue(const std::string& path, const pipeline::Compilation& compilation, Host& host,
                           diagnostics::Sink& sink);

}  // namespace zhun::driver
