// Before: 非 非 A; 真 且 A; 若 真 则 A 否则 B        After: A; A; A
#include "compiler/optimize/optimize.h"
#include "compiler/optimize/rewrite.h"

namespace zhun::optimize {
namespace {

using ir::Graph;
using ir::Node;
using ir::NodeId;
using program::Op;

/// 且 where `absorbing` is false, 或 where it is true: one absorbing operand decides, neutral ones fall away.
NodeId FoldJunction(Graph& graph, Node node, bool absorbing) {
  std::vector<NodeId> rest;
  for (NodeId operand : node.operands) {
    if (graph.IsTruth(operand, absorbing)) return graph.Truth(absorbing);
    if (!graph.IsTruth(operand, !absorbing)) rest.push_back(operand);
  }
  if (rest.empty()) return graph.Truth(!absorbing);
  if (rest.size() == 1) return rest[0];
  node.operands = std::move(rest);
  return graph.Intern(std::move(node));
}

NodeId FoldNot(Graph& graph, Node node) {
  const NodeId operand = node.operands[0];
  if (graph.IsTruth(operand, true)) return graph.Truth(false);
  if (graph.IsTruth(operand, false)) return graph.Truth(true);
  if (graph[operand].op == Op::kNot) return graph[operand].operands[0];
  return graph.Intern(std::move(node));
}

NodeId FoldIf(Graph& graph, Node node) {
  if (graph.IsTruth(node.operands[0], true)) return node.operands[1];
  if (graph.IsTruth(node.operands[0], false)) return node.operands[2];
  return graph.Intern(std::move(node));
}

}  // namespace

ir::Module FoldConstants(ir::Module module) {
  return Rewrite(std::move(module), [](Graph& graph, Node node) {
    switch (node.op) {
      case Op::kAnd: return FoldJunction(graph, std::move(node), false);
      case Op::kOr: return FoldJunction(graph, std::move(node), true);
      case Op::kNot: return FoldNot(graph, std::move(node));
      case Op::kIf: return FoldIf(graph, std::move(node));
      default: return graph.Intern(std::move(node));
    }
  });
}

}  // namespace zhun::optimize
