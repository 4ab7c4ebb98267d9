#pragma once

#include "compiler/ir/module.h"

/// Passes over the rule graph. None may change what a condition comes to for any input, unknowns included: `A 或 非 A`
/// is unknown where A is, and stays so. Nor may a pass remove a fact that a person would have to supply.
namespace zhun::optimize {

#define ZHUN_PASS(NAME, DOES) ir::Module NAME(ir::Module module);
#include "compiler/optimize/passes.def"
#undef ZHUN_PASS

/// Runs every pass once, in order.
ir::Module Optimize(ir::Module module);

}  // namespace zhun::optimize
