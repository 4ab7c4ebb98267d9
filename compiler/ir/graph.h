#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "runtime/program/program.h"

/// The rule graph: conditions and values as hash-consed nodes, so that a condition shared by several rules stands once.
namespace zhun::ir {

using program::Op;
using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = program::kNoNode;

/// Equal nodes are the same node. Operands are earlier nodes. 其 is `kIt` with `ref` = nesting level of its block, so
/// that equal conditions on members are equal wherever they stand.
struct Node {
  Op op = Op::kConstant;
  vocabulary::Type type;
  std::uint16_t unit = vocabulary::kNone;
  std::uint32_t ref = 0;
  std::int64_t number = 0;
  std::string text;
  std::vector<NodeId> operands;

  bool operator==(const Node&) const = default;
};

struct NodeHash {
  std::size_t operator()(const Node& node) const;
};

class Graph {
 public:
  /// The node equal to `node`, made if there is none yet.
  NodeId Intern(Node node);
  const Node& operator[](NodeId id) const { return nodes_[id]; }
  std::size_t Size() const { return nodes_.size(); }

  NodeId Condition(Op op, std::vector<NodeId> operands, std::uint32_t ref = 0);
  NodeId Truth(bool value);
  NodeId And(NodeId left, NodeId right);  ///< either may be kNoNode: always true
  bool IsTruth(NodeId id, bool value) const;

 private:
  std::vector<Node> nodes_;
  std::unordered_map<Node, NodeId, NodeHash> ids_;  // looked up only; its order never shows
};

}  // namespace zhun::ir
