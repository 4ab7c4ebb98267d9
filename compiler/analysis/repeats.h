#pragma once

#include <vector>

#include "compiler/analysis/limit.h"

namespace zhun::analysis {

/// How often each node is evaluated in one decision at most, by node. `items`: most items of an application or entry.
///
/// A segment of a policy is run twice (before and after the outcome is known), one for items once an item and once more
/// for each item that one of the policy's per-item rules cuts. A block is run for each member whenever its quantifier is
/// evaluated, and again whenever a reason or a missing fact is traced through the quantifier: the condition of each rule
/// once (once an item), the check of an element at each evaluation of the element.
std::vector<Count> RepeatsOf(const program::Program& program, const Limits& limits, Count items);

}  // namespace zhun::analysis
