#include "compiler/analysis/cost.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "compiler/analysis/repeats.h"

namespace zhun::analysis {
namespace {

using program::kNoNode;
using program::Node;
using program::NodeIndex;
using program::Op;
using vocabulary::Base;

using NodeSet = std::set<NodeIndex>;

class CostTable {
 public:
  CostTable(const program::Program& program, const vocabulary::Vocabulary& vocabulary)
      : program_(program),
        vocabulary_(vocabulary),
        limits_(program, vocabulary),
        repeats_(RepeatsOf(program, limits_, MostItems())) {}

  std::vector<PolicyCost> Run() const {
    std::vector<PolicyCost> costs(program_.policies.size());
    for (std::uint32_t i = 0; i < costs.size(); ++i) costs[i] = CostOfPolicy(i);
    return costs;
  }

  /// Nodes that a rule hangs on.
  NodeSet NodesOf(const program::Rule& rule) const {
    NodeSet nodes;
    for (const NodeIndex root : {rule.guard, rule.bad, rule.fires, rule.subject, rule.check, rule.reason_path})
      Collect(root, nodes);
    if (rule.limit) Collect(rule.limit->length, nodes);
    for (const program::Citation& citation : rule.basis) Collect(citation.path, nodes);
    for (const program::Citation& citation : rule.sanction) Collect(citation.path, nodes);
    return nodes;
  }

  /// The first list without a bound; not set where all have one.
  ListSource Unbounded(const NodeSet& nodes) const {
    for (const NodeIndex node : nodes) {
      if (const ListSource list = limits_.UnboundedIn(node); list.IsSet()) return list;
    }
    return {};
  }

  /// The list to which most operations are due: those of its comparisons, and of the blocks run for its members.
  ListSource Heaviest(const NodeSet& nodes) const {
    std::map<std::pair<std::uint16_t, std::uint16_t>, Count> due;
    const auto blame = [&](NodeIndex operand, Count operations) {
      const ListSource list = limits_.SourceOf(operand);
      Count& sum = due[{list.record, list.attribute}];
      if (list.IsSet()) sum = Plus(sum, operations);
    };
    for (const NodeIndex index : nodes) {
      const Node& node = program_.nodes[index];
      const bool quantifier = node.block_end != 0;
      for (NodeIndex i = node.block_begin; i < node.block_end; ++i) blame(Operand(node, 0), OperationsOf(i));
      for (std::uint32_t i = 0; i < node.operand_count && !quantifier; ++i) {
        if (limits_.WorkOf(index) > 1) blame(Operand(node, i), OperationsOf(index));
      }
    }
    ListSource heaviest = ItemList();
    Count most = 0;
    for (const auto& [list, operations] : due) {
      if (operations > most) heaviest = {list.first, list.second};
      most = std::max(most, operations);
    }
    return heaviest;
  }

 private:
  NodeIndex Operand(const Node& node, std::uint32_t i) const { return program_.operands[node.first_operand + i]; }
  Count OperationsOf(NodeIndex node) const { return Times(repeats_[node], limits_.WorkOf(node)); }

  Count BoundOf(ListSource list) const {
    const std::uint32_t bound = vocabulary_.records[list.record].attributes[list.attribute].bound;
    return bound == 0 ? kEndless : bound;
  }

  ListSource ItemsOf(const char* key) const {
    const vocabulary::RecordIndex record = vocabulary::FindRecord(vocabulary_, key);
    return {record, vocabulary::FindKey(vocabulary_.records[record], "items")};
  }

  /// Per-item rules are evaluated for the items requested, or for those of the entry while it is not known which are.
  ListSource ItemList() const {
    const ListSource requested = ItemsOf("application");
    const ListSource candidates = ItemsOf("entry");
    return BoundOf(candidates) > BoundOf(requested) ? candidates : requested;
  }
  Count MostItems() const { return BoundOf(ItemList()); }

  void Collect(NodeIndex index, NodeSet& nodes) const {
    if (index == kNoNode || !nodes.insert(index).second) return;
    const Node& node = program_.nodes[index];
    for (std::uint32_t i = 0; i < node.operand_count; ++i) Collect(Operand(node, i), nodes);
  }

  Count Sum(const NodeSet& nodes) const {
    Count sum = 0;
    for (const NodeIndex node : nodes) sum = Plus(sum, OperationsOf(node));
    return sum;
  }

  /// A record that is read only for its members is no fact of its own.
  Count Facts(const NodeSet& nodes) const {
    std::set<std::string> paths;
    for (const NodeIndex index : nodes) {
      const Node& node = program_.nodes[index];
      const bool through = node.op == Op::kField && node.kind == Base::kRecord && !node.list;
      if (node.op == Op::kFinding || (node.op == Op::kField && (!through || IsReadWhole(index, nodes))))
        paths.insert(PathOf(index));
    }
    return paths.size();
  }

  bool IsReadWhole(NodeIndex record, const NodeSet& nodes) const {
    return std::any_of(nodes.begin(), nodes.end(), [&](NodeIndex index) {
      const Node& node = program_.nodes[index];
      const auto first = program_.operands.begin() + node.first_operand;
      return node.op != Op::kField && std::find(first, first + node.operand_count, record) != first + node.operand_count;
    });
  }

  /// The same text for the same attribute, whichever frame it is read in.
  std::string PathOf(NodeIndex index) const {
    const Node& node = program_.nodes[index];
    std::string path = std::to_string(static_cast<int>(node.op)) + ":" + std::to_string(node.ref);
    if (node.op == Op::kIt) path += ":" + std::to_string(node.unit);
    return node.op == Op::kField || node.op == Op::kSound ? PathOf(Operand(node, 0)) + "." + path : path;
  }

  PolicyCost CostOfPolicy(std::uint32_t policy) const {
    PolicyCost cost;
    cost.policy = policy;
    NodeSet all;
    for (const program::Citation& citation : program_.policies[policy].basis) Collect(citation.path, all);
    for (std::uint32_t i = 0; i < program_.rules.size(); ++i) {
      if (program_.rules[i].policy != policy) continue;
      const NodeSet nodes = NodesOf(program_.rules[i]);
      cost.rules.push_back({i, Sum(nodes), Facts(nodes)});
      all.insert(nodes.begin(), nodes.end());
      const auto last = static_cast<std::uint32_t>(cost.rules.size() - 1);
      if (cost.dearest == kNoNode || cost.rules[last].operations > cost.rules[cost.dearest].operations)
        cost.dearest = last;
    }
    cost.operations = Sum(all);
    cost.facts = Facts(all);
    return cost;
  }

  const program::Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  Limits limits_;
  std::vector<Count> repeats_;
};

}  // namespace

std::vector<PolicyCost> CostOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary) {
  return CostTable(program, vocabulary).Run();
}

std::vector<CostFault> FaultsOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary,
                                const std::vector<PolicyCost>& costs, Count budget) {
  std::vector<CostFault> faults;
  const CostTable table(program, vocabulary);
  for (const PolicyCost& cost : costs) {
    if (cost.operations <= budget) continue;
    CostFault fault{cost.policy, cost.rules[cost.dearest].rule, {}, cost.operations};
    for (const RuleCost& rule : cost.rules) {
      const ListSource list = table.Unbounded(table.NodesOf(program.rules[rule.rule]));
      if (list.IsSet() && !fault.list.IsSet()) fault = {cost.policy, rule.rule, list, cost.operations};
    }
    if (!fault.list.IsSet()) fault.list = table.Heaviest(table.NodesOf(program.rules[fault.rule]));
    faults.push_back(fault);
  }
  return faults;
}

}  // namespace zhun::analysis
