#include "compiler/analysis/repeats.h"

#include <algorithm>

namespace zhun::analysis {
namespace {

using program::kNoNode;
using program::Node;
using program::NodeIndex;
using program::Op;

constexpr Count kRunsOfConditions = 2;

bool IsQuantifier(const Node& node) { return node.op == Op::kAny || node.op == Op::kEvery; }

class Repeats {
 public:
  Repeats(const program::Program& program, const Limits& limits, Count items)
      : program_(program),
        limits_(limits),
        items_(std::max<Count>(items, 1)),
        runs_(program.nodes.size()),
        visits_(program.nodes.size()) {}

  std::vector<Count> Run() {
    for (const program::Policy& policy : program_.policies) StartPolicy(policy);
    for (const program::Rule& rule : program_.rules) StartRule(rule);
    for (const NodeIndex node : ParentsFirst()) HandDown(node);
    return std::move(runs_);
  }

 private:
  /// Base policies share their segments; each sets the same figures.
  void StartPolicy(const program::Policy& policy) {
    const auto per_item = std::count_if(program_.rules.begin() + policy.first_rule,
                                        program_.rules.begin() + policy.first_rule + policy.rule_count,
                                        [](const program::Rule& rule) { return rule.per_item; });
    SetRuns(policy.nodes, kRunsOfConditions);
    SetRuns(policy.item_nodes, Times(items_, Plus(1, static_cast<Count>(per_item))));
  }

  void SetRuns(program::Segment segment, Count runs) {
    for (NodeIndex i = segment.begin; i < segment.end; ++i) runs_[i] = runs;
  }

  /// The reply traces the whole condition where it is unknown, what is wrong where it fires, the guard of a paper or element.
  void StartRule(const program::Rule& rule) {
    for (const NodeIndex root : {rule.fires, rule.bad, rule.guard}) {
      if (root != kNoNode) visits_[root] = Plus(visits_[root], rule.per_item ? items_ : 1);
    }
  }

  NodeIndex Operand(const Node& node, std::uint32_t i) const { return program_.operands[node.first_operand + i]; }

  std::vector<NodeIndex> ParentsFirst() const {
    std::vector<NodeIndex> order;
    std::vector<bool> seen(program_.nodes.size());
    for (NodeIndex i = 0; i < program_.nodes.size(); ++i) Descend(i, seen, order);
    std::reverse(order.begin(), order.end());
    return order;
  }

  /// A node comes behind its operands, a quantifier behind its whole block too.
  void Descend(NodeIndex index, std::vector<bool>& seen, std::vector<NodeIndex>& order) const {
    if (seen[index]) return;
    seen[index] = true;
    const Node& node = program_.nodes[index];
    for (std::uint32_t i = 0; i < node.operand_count; ++i) Descend(Operand(node, i), seen, order);
    for (NodeIndex i = node.block_begin; i < node.block_end; ++i) Descend(i, seen, order);
    order.push_back(index);
  }

  void HandDown(NodeIndex index) {
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

  const program::Program& program_;
  const Limits& limits_;
  Count items_;
  std::vector<Count> runs_;
  std::vector<Count> visits_;  ///< how often a trace of a reason or missing fact comes through
};

}  // namespace

std::vector<Count> RepeatsOf(const program::Program& program, const Limits& limits, Count items) {
  return Repeats(program, limits, items).Run();
}

}  // namespace zhun::analysis
