#pragma once

#include <vector>

#include "compiler/ir/module.h"

namespace zhun::optimize {

/// Rebuilds the graph bottom up: `change(graph, node)` gets each node with its operands already rewritten and gives the
/// node of the new graph that stands for it. Nodes no rule needs any more are left behind.
template <class Change>
ir::Module Rewrite(ir::Module module, Change change) {
  ir::Graph graph;
  std::vector<ir::NodeId> moved(module.graph.Size());
  for (ir::NodeId id = 0; id < module.graph.Size(); ++id) {
    ir::Node node = module.graph[id];
    for (ir::NodeId& operand : node.operands) operand = moved[operand];
    moved[id] = change(graph, std::move(node));
  }
  ir::ForEachRoot(module, [&](ir::NodeId& root) {
    if (root != ir::kNoNode) root = moved[root];
  });
  module.graph = std::move(graph);
  return module;
}

}  // namespace zhun::optimize
