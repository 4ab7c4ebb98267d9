#pragma once

#include <span>
#include <vector>

#include "compiler/analysis/limit.h"

namespace zhun::analysis {

/// How often nodes are evaluated in one decision at most.
///
/// A segment of a policy is run twice (before and after the outcome is known), and once before that where policies of the
/// program have a condition of their own (适用); one for items once an item and once more
/// for each item that one of the policy's per-item rules cuts. A block is run for each member whenever its quantifier is
/// evaluated, and again whenever a reason or a missing fact is traced through the quantifier: the condition of each rule
/// once (once an item), the check of an element at each evaluation of the element.
class Repeats {
 public:
  /// `items`: most items of an application or entry.
  Repeats(const program::Program& program, const Limits& limits, Count items);

  /// Everything that `roots` hang on, each node before its operands and before its block.
  std::vector<program::NodeIndex> NodesBelow(std::span<const program::NodeIndex> roots);
  /// How often each of `nodes` (of NodesBelow) is evaluated where only `rules` are traced, in the same order.
  std::vector<Count> RunsOf(std::span<const program::NodeIndex> nodes, std::span<const std::uint32_t> rules);

 private:
  void StartPolicy(const program::Policy& policy);
  void SetRuns(program::Segment segment, Count runs);
  void Descend(program::NodeIndex node, std::vector<program::NodeIndex>& order);
  void HandDown(program::NodeIndex node);
  program::NodeIndex Operand(const program::Node& node, std::uint32_t i) const {
    return program_.operands[node.first_operand + i];
  }

  const program::Program& program_;
  const Limits& limits_;
  Count items_;
  Count conditions_ = 0;  ///< runs of the segment of a policy
  std::vector<Count> starts_;  ///< by node: runs of the segment it stands in; 0 in blocks
  std::vector<bool> seen_;  // the following are scratch, as long as the program, all zero between calls
  std::vector<Count> runs_;
  std::vector<Count> visits_;  ///< how often a trace of a reason or missing fact comes through
};

}  // namespace zhun::analysis
