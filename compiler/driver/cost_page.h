#pragma once

#include <string>

#include "compiler/driver/rules.h"

/// What `zhun check --cost` prints, with its line ends.
namespace zhun::driver {

/// The worst case of each policy that the user named: name, version, operations, facts, the dearest rule; below it the
/// limit.
std::string CostAsText(const pipeline::Compilation& compilation, const pipeline::Library& library,
                       const Selection& selection, base::Language language);
/// The same with every rule, on one line.
std::string CostAsJson(const pipeline::Compilation& compilation, const pipeline::Library& library,
                       const Selection& selection);

}  // namespace zhun::driver
