#include "compiler/ir/graph.h"

#include <functional>

namespace zhun::ir {

std::size_t NodeHash::operator()(const Node& node) const {
  std::size_t hash = static_cast<std::size_t>(node.op);
  const auto mix = [&hash](std::size_t value) { hash ^= value + 0x9E3779B97F4A7C15ull + (hash << 6) + (hash >> 2); };
  mix(static_cast<std::size_t>(node.type.base));
  mix(node.type.of);
  mix(node.type.list ? 1 : 0);
  mix(node.unit);
  mix(node.ref);
  mix(static_cast<std::size_t>(node.number));
  mix(std::hash<std::string>()(node.text));
  for (NodeId operand : node.operands) mix(operand);
  return hash;
}

NodeId Graph::Intern(Node node) {
  const auto found = ids_.find(node);
  if (found != ids_.end()) return found->second;
  const auto id = static_cast<NodeId>(nodes_.size());
  nodes_.push_back(node);
  ids_.emplace(std::move(node), id);
  return id;
}

NodeId Graph::Condition(Op op, std::vector<NodeId> operands, std::uint32_t ref) {
  Node node;
  node.op = op;
  node.type = {vocabulary::Base::kBool, vocabulary::kNone, false};
  node.ref = ref;
  node.operands = std::move(operands);
  return Intern(std::move(node));
}

NodeId Graph::Truth(bool value) {
  Node node;
  node.op = Op::kConstant;
  node.type = {vocabulary::Base::kBool, vocabulary::kNone, false};
  node.number = value ? 1 : 0;
  return Intern(std::move(node));
}

NodeId Graph::And(NodeId left, NodeId right) {
  if (left == kNoNode) return right;
  if (right == kNoNode) return left;
  return Condition(Op::kAnd, {left, right});
}

bool Graph::IsTruth(NodeId id, bool value) const {
  const Node& node = nodes_[id];
  return node.op == Op::kConstant && node.type.base == vocabulary::Base::kBool && node.number == (value ? 1 : 0);
}

}  // namespace zhun::ir
