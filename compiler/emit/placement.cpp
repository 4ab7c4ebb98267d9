#include "compiler/emit/placement.h"

#include <algorithm>

namespace zhun::emit {

using program::Op;

namespace {

bool IsQuantifier(Op op) { return op == Op::kAny || op == Op::kEvery; }

}  // namespace

/// A quantifier of level L needs what its list needs, and of its body only the levels below L.
Placement::Placement(const ir::Graph& graph) : graph_(graph), needs_(graph.Size(), -1) {
  std::vector<std::vector<bool>> levels(graph.Size());
  for (ir::NodeId id = 0; id < graph.Size(); ++id) {
    const ir::Node& node = graph[id];
    std::vector<bool>& own = levels[id];
    const auto add = [&own](const std::vector<bool>& other) {
      if (own.size() < other.size()) own.resize(other.size());
      for (std::size_t i = 0; i < other.size(); ++i) own[i] = own[i] || other[i];
    };
    if (node.op == Op::kIt) {
      own.resize(node.ref + 1);
      own[node.ref] = true;
    }
    for (ir::NodeId operand : node.operands) {
      if (IsQuantifier(node.op) && operand == node.operands[1]) {
        std::vector<bool> outer = levels[operand];
        if (outer.size() > node.ref) outer[node.ref] = false;
        add(outer);
      } else {
        add(levels[operand]);
      }
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (own[i]) needs_[id] = static_cast<int>(i);
    }
  }
}

Placement::Frame Placement::Open(Frame parent, int level) {
  Layout layout;
  layout.parent = parent;
  layout.level = level;
  frames_.push_back(std::move(layout));
  return static_cast<Frame>(frames_.size() - 1);
}

/// The frame that holds `node` already, or else the one in which it belongs.
Placement::Frame Placement::Home(ir::NodeId node, Frame frame) const {
  for (Frame at = frame; at != kNoFrame; at = frames_[at].parent) {
    if (frames_[at].local.count(node) != 0) return at;
  }
  Frame home = frame;
  while (frames_[home].parent != kNoFrame && frames_[home].level > needs_[node]) home = frames_[home].parent;
  return home;
}

void Placement::Place(ir::NodeId node, Frame frame) {
  const Frame home = Home(node, frame);
  if (frames_[home].local.count(node) != 0) return;
  const ir::Node& placed = graph_[node];
  if (IsQuantifier(placed.op)) {
    Place(placed.operands[0], home);
    const Frame block = Open(home, static_cast<int>(placed.ref));
    frames_[home].blocks[node] = block;
    Place(placed.operands[1], block);
  } else {
    for (ir::NodeId operand : placed.operands) Place(operand, home);
  }
  frames_[home].local[node] = static_cast<std::uint32_t>(frames_[home].nodes.size());
  frames_[home].nodes.push_back(node);
}

void Placement::Finish() {
  std::uint32_t next = 0;
  for (Layout& layout : frames_) {
    layout.segment.begin = next;
    next += static_cast<std::uint32_t>(layout.nodes.size());
    layout.segment.end = next;
  }
}

program::NodeIndex Placement::IndexOf(ir::NodeId node, Frame frame) const {
  const Frame home = Home(node, frame);
  return frames_[home].segment.begin + frames_[home].local.at(node);
}

}  // namespace zhun::emit
