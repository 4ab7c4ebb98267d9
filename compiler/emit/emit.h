#pragma once

#include "compiler/ir/module.h"
#include "runtime/law/registry.h"

namespace zhun::emit {

/// The last step: rules in legal order, nodes in evaluation order. Base policies come first; what an entry policy needs
/// beyond them stands in a segment of its own, so that a decision evaluates the base and the policies that apply. What
/// only the later stages need stands apart from both.
/// The same module gives the same program, byte for byte.
program::Program Emit(const ir::Module& module, const law::Registry& law, const vocabulary::Vocabulary& vocabulary);

}  // namespace zhun::emit
