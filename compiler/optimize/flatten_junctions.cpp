// Before: A 且 （B 且 A）        After: A 且 B
#include <algorithm>

#include "compiler/optimize/optimize.h"
#include "compiler/optimize/rewrite.h"

namespace zhun::optimize {
namespace {

using ir::Graph;
using ir::Node;
using ir::NodeId;
using program::Op;

void AddOnce(std::vector<NodeId>& operands, NodeId operand) {
  if (std::find(operands.begin(), operands.end(), operand) == operands.end()) operands.push_back(operand);
}

NodeId Flatten(Graph& graph, Node node) {
  std::vector<NodeId> operands;
  for (NodeId operand : node.operands) {
    if (graph[operand].op != node.op) {
      AddOnce(operands, operand);
      continue;
    }
    for (NodeId inner : graph[operand].operands) AddOnce(operands, inner);
  }
  if (operands.size() == 1) return operands[0];
  node.operands = std::move(operands);
  return graph.Intern(std::move(node));
}

}  // namespace

ir::Module FlattenJunctions(ir::Module module) {
  return Rewrite(std::move(module), [](Graph& graph, Node node) {
    const bool junction = node.op == Op::kAnd || node.op == Op::kOr;
    return junction ? Flatten(graph, std::move(node)) : graph.Intern(std::move(node));
  });
}

}  // namespace zhun::optimize
