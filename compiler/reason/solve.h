#pragma once

#include <functional>
#include <vector>

#include "compiler/reason/state.h"

namespace zhun::reason {

enum class Answer : std::uint8_t {
  kSatisfied,      ///< and the caller accepted the state
  kUnsatisfiable,  ///< no case makes all goals hold
  kUnsettled,      ///< there are states, but none that the caller accepted, or the search was cut off
};

/// A state of the search in which all goals hold; true ends the search.
using Accept = std::function<bool(const State&)>;

/// Looks for a case in which every goal holds. The search takes at most a fixed number of steps and offers the caller at
/// most a few states, so it always ends soon; equal arguments give equal answers. `item_list` is the node of the list
/// that member 1 is taken from where goals speak of 其 at level 0 (rules of 逐项); kNoNode: they do not.
Answer Solve(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, std::vector<Goal> goals,
             const Accept& accept, ir::NodeId item_list = ir::kNoNode);

}  // namespace zhun::reason
