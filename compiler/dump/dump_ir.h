#pragma once

#include <string>

#include "compiler/ir/module.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::dump {

/// The rule graph: rules with the nodes they point to, then every node in order, so that what is shared is seen to
/// stand once. Byte-stable.
std::string DumpIr(const ir::Module& module, const vocabulary::Vocabulary& vocabulary);

}  // namespace zhun::dump
