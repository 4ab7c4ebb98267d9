#pragma once

#include <map>
#include <vector>

#include "compiler/ir/graph.h"

namespace zhun::emit {

/// Puts graph nodes into evaluation order. A frame is a run of nodes evaluated together: the base policies, one entry
/// policy, its per-item conditions, the condition inside one quantifier. A node stands in the outermost frame whose
/// members (其) it needs, and is found there by everything inside.
class Placement {
 public:
  using Frame = std::uint32_t;

  explicit Placement(const ir::Graph& graph);

  /// `parent` may hold nodes that the new frame uses. `level`: 其 of this level is known inside (-1: none).
  Frame Open(Frame parent, int level);
  static constexpr Frame kNoFrame = 0xFFFFFFFFu;

  /// Makes sure `node` is evaluated in `frame` or in one around it.
  void Place(ir::NodeId node, Frame frame);
  /// Number of every placed node once all frames are laid out one after the other.
  void Finish();
  program::NodeIndex IndexOf(ir::NodeId node, Frame frame) const;
  program::Segment SegmentOf(Frame frame) const { return frames_[frame].segment; }
  std::uint32_t FrameCount() const { return static_cast<std::uint32_t>(frames_.size()); }
  const std::vector<ir::NodeId>& NodesOf(Frame frame) const { return frames_[frame].nodes; }
  /// The block of the quantifier `node` placed in `frame`.
  Frame BlockOf(ir::NodeId node, Frame frame) const { return frames_[frame].blocks.at(node); }

 private:
  struct Layout {
    Frame parent = kNoFrame;
    int level = -1;
    std::vector<ir::NodeId> nodes;
    std::map<ir::NodeId, std::uint32_t> local;
    std::map<ir::NodeId, Frame> blocks;
    program::Segment segment;
  };

  Frame Home(ir::NodeId node, Frame frame) const;

  const ir::Graph& graph_;
  std::vector<int> needs_;  ///< deepest level of 其 that a node needs from outside; -1: none
  std::vector<Layout> frames_;
};

}  // namespace zhun::emit
