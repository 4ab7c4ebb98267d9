#include "compiler/analysis/repeats.h"

#include <algorithm>

namespace zhun::analysis {

using program::kNoNode;
using program::Node;
using program::NodeIndex;
using program::Op;

namespace {

constexpr Count kRunsOfConditions = 2;
constexpr Count kRunsToSeeWhichApply = 1;

bool IsQuantifier(const Node& node) { return node.op == Op::kAny || node.op == Op::kEvery; }

}  // namespace

Repeats::Repeats(const program::Program& program, const Limits& limits, Count items)
    : program_(program),
      limits_(limits),
      items_(std::max<Count>(items, 1)),
      starts_(program.nodes.size()),
      seen_(program.nodes.size()),
      runs_(program.nodes.size()),
      visits_(program.nodes.size()) {
  const bool conditional =
      std::ranges::any_of(program.policies, [](const program::Policy& policy) { return policy.applies != kNoNode; });
  conditions_ = kRunsOfConditions + (conditional ? kRunsToSeeWhichApply : 0);
  bool base_done = false;  // base policies share their segments
  for (const program::Policy& policy : program.policies) {
    if (!policy.base || !base_done) StartPolicy(policy);
    base_done = base_done || policy.base;
  }
}

void Repeats::StartPolicy(const program::Policy& policy) {
  const auto first = program_.rules.begin() + policy.first_rule;
  const auto per_item =
      std::count_if(first, first + policy.rule_count, [](const program::Rule& rule) { return rule.per_item; });
  SetRuns(policy.nodes, conditions_);
  SetRuns(policy.item_nodes, Times(items_, Plus(1, static_cast<Count>(per_item))));
}

void Repeats::SetRuns(program::Segment segment, Count runs) {
  for (NodeIndex i = segment.begin; i < segment.end; ++i) starts_[i] = runs;
}

std::vector<NodeIndex> Repeats::NodesBelow(std::span<const NodeIndex> roots) {
  std::vector<NodeIndex> order;
  for (const NodeIndex root : roots) Descend(root, order);
  std::reverse(order.begin(), order.end());
  for (const NodeIndex node : order) seen_[node] = false;
  return order;
}

/// A node comes behind its operands, a quantifier behind its whole block too; NodesBelow turns that round.
void Repeats::Descend(NodeIndex index, std::vector<NodeIndex>& order) {
  if (index == kNoNode || seen_[index]) return;
  seen_[index] = true;
  const Node& node = program_.nodes[index];
  for (std::uint32_t i = 0; i < node.operand_count; ++i) Descend(Operand(node, i), order);
  for (NodeIndex i = node.block_begin; i < node.block_end; ++i) Descend(i, order);
  order.push_back(index);
}

/// The reply traces the whole condition where it is unknown, what is wrong where it fires, the guard of a paper or element.
std::vector<Count> Repeats::RunsOf(std::span<const NodeIndex> nodes, std::span<const std::uint32_t> rules) {
  for (const NodeIndex node : nodes) runs_[node] = starts_[node];
  for (const std::uint32_t index : rules) {
    const program::Rule& rule = program_.rules[index];
    for (const NodeIndex root : {rule.fires, rule.bad, rule.guard}) {
      if (root != kNoNode) visits_[root] = Plus(visits_[root], rule.per_item ? items_ : 1);
    }
  }
  for (const NodeIndex node : nodes) HandDown(node);
  std::vector<Count> runs;
  for (const NodeIndex node : nodes) runs.push_back(runs_[node]);
  for (const NodeIndex node : nodes) runs_[node] = visits_[node] = 0;
  return runs;
}

void Repeats::HandDown(NodeIndex index) {
  const Node& node = program_.nodes[index];
  // An empty or unknown list is one turn: the block is run for a member of which nothing is known.
  const Count turns = IsQuantifier(node) ? std::max<Count>(limits_.LengthOf(Operand(node, 0)), 1) : 1;
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    Count visits = Times(visits_[index], i == 1 ? turns : 1);
    if (node.op == Op::kSound && i == 1) visits = Plus(visits, runs_[index]);
    visits_[Operand(node, i)] = Plus(visits_[Operand(node, i)], visits);
  }
  const Count block = Times(Plus(runs_[index], visits_[index]), turns);
  for (NodeIndex i = node.block_begin; i < node.block_end; ++i) runs_[i] = Plus(runs_[i], block);
}

}  // namespace zhun::analysis
