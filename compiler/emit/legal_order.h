#pragma once

#include <vector>

#include "compiler/ir/module.h"
#include "runtime/law/registry.h"

namespace zhun::emit {

/// Indices of the module's rules: base policies before entry policies; within a policy group by the first provision
/// cited, then by what the rule asks (elements by the order of the application's attributes), then by code.
std::vector<std::uint32_t> LegalOrder(const ir::Module& module, const law::Registry& law);

/// Policies in the order of the program: base policies by code, then entry policies by entry, code and version.
std::vector<std::uint32_t> PolicyOrder(const ir::Module& module);

}  // namespace zhun::emit
