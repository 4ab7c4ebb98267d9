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

using Nodes = std::vector<NodeIndex>;

Count BoundOf(const vocabulary::Vocabulary& vocabulary, ListSource list) {
  const std::uint32_t bound = vocabulary.records[list.record].attributes[list.attribute].bound;
  return bound == 0 ? kEndless : bound;
}

ListSource ItemsOf(const vocabulary::Vocabulary& vocabulary, const char* key) {
  const vocabulary::RecordIndex record = vocabulary::FindRecord(vocabulary, key);
  return {record, vocabulary::FindKey(vocabulary.records[record], "items")};
}

/// Per-item rules are evaluated for the items requested, or for those of the entry while it is not known which are.
ListSource ItemList(const vocabulary::Vocabulary& vocabulary) {
  const ListSource requested = ItemsOf(vocabulary, "application");
  const ListSource candidates = ItemsOf(vocabulary, "entry");
  return BoundOf(vocabulary, candidates) > BoundOf(vocabulary, requested) ? candidates : requested;
}

class CostTable {
 public:
  CostTable(const program::Program& program, const vocabulary::Vocabulary& vocabulary)
      : program_(program),
        items_(ItemList(vocabulary)),
        limits_(program, vocabulary),
        repeats_(program, limits_, BoundOf(vocabulary, items_)) {}

  PolicyCost CostOfPolicy(std::uint32_t index) {
    const program::Policy& policy = program_.policies[index];
    PolicyCost cost;
    cost.policy = index;
    std::vector<std::uint32_t> rules;
    Nodes roots;
    AddPaths(policy.basis, roots);
    roots.push_back(policy.applies);
    for (const program::Finding& finding : program_.findings) {
      if (finding.policy == index) AddPaths(finding.basis, roots);
    }
    for (std::uint32_t i = policy.first_rule; i < policy.first_rule + policy.rule_count; ++i) {
      if (program_.rules[i].policy != index) continue;  // base policies share one run of rules
      rules.push_back(i);
      AddRoots(program_.rules[i], roots);
      const Nodes nodes = NodesOf(i);
      cost.rules.push_back({i, Sum(nodes, {&i, 1}), Facts(nodes)});
    }
    cost.dearest = Dearest(cost.rules);
    const Nodes all = repeats_.NodesBelow(roots);
    cost.operations = Sum(all, rules);
    cost.facts = Facts(all);
    return cost;
  }

  /// The first list without a bound that the rule looks through; not set where all have one.
  ListSource Unbounded(std::uint32_t rule) {
    for (const NodeIndex node : NodesOf(rule)) {
      if (const ListSource list = limits_.UnboundedIn(node); list.IsSet()) return list;
    }
    return {};
  }

  /// The list to which most operations of the rule are due: those of its comparisons, and of the blocks run for its
  /// members. Where no list is compared or looked through, it is the number of items.
  ListSource Heaviest(std::uint32_t rule) {
    const Nodes nodes = NodesOf(rule);
    const std::vector<Count> runs = repeats_.RunsOf(nodes, {&rule, 1});
    std::map<NodeIndex, Count> operations;
    for (std::size_t i = 0; i < nodes.size(); ++i) operations[nodes[i]] = Times(runs[i], limits_.WorkOf(nodes[i]));
    std::map<std::pair<std::uint16_t, std::uint16_t>, Count> due;
    for (const NodeIndex index : nodes) Blame(index, operations, due);
    ListSource heaviest = items_;
    Count most = 0;
    for (const auto& [list, count] : due) {
      if (count > most) heaviest = {list.first, list.second};
      most = std::max(most, count);
    }
    return heaviest;
  }

 private:
  NodeIndex Operand(const Node& node, std::uint32_t i) const { return program_.operands[node.first_operand + i]; }

  static void AddPaths(const std::vector<program::Citation>& citations, Nodes& roots) {
    for (const program::Citation& citation : citations) roots.push_back(citation.path);
  }

  static void AddRoots(const program::Rule& rule, Nodes& roots) {
    for (const NodeIndex root : {rule.guard, rule.bad, rule.fires, rule.subject, rule.check, rule.reason_path})
      roots.push_back(root);
    if (rule.limit) roots.push_back(rule.limit->length);
    AddPaths(rule.basis, roots);
    AddPaths(rule.sanction, roots);
  }

  Nodes NodesOf(std::uint32_t rule) {
    Nodes roots;
    AddRoots(program_.rules[rule], roots);
    return repeats_.NodesBelow(roots);
  }

  Count Sum(const Nodes& nodes, std::span<const std::uint32_t> rules) {
    const std::vector<Count> runs = repeats_.RunsOf(nodes, rules);
    Count sum = 0;
    for (std::size_t i = 0; i < nodes.size(); ++i) sum = Plus(sum, Times(runs[i], limits_.WorkOf(nodes[i])));
    return sum;
  }

  static std::uint32_t Dearest(const std::vector<RuleCost>& rules) {
    const auto cheaper = [](const RuleCost& a, const RuleCost& b) { return a.operations < b.operations; };
    const auto most = std::max_element(rules.begin(), rules.end(), cheaper);
    return most == rules.end() ? kNoNode : static_cast<std::uint32_t>(most - rules.begin());
  }

  void Blame(NodeIndex index, const std::map<NodeIndex, Count>& operations,
             std::map<std::pair<std::uint16_t, std::uint16_t>, Count>& due) const {
    const auto add = [&](NodeIndex operand, NodeIndex spent) {
      const ListSource list = limits_.SourceOf(operand);
      if (!list.IsSet()) return;
      Count& sum = due[{list.record, list.attribute}];
      sum = Plus(sum, operations.at(spent));
    };
    const Node& node = program_.nodes[index];
    for (NodeIndex i = node.block_begin; i < node.block_end; ++i) add(Operand(node, 0), i);
    if (node.block_end != 0 || limits_.WorkOf(index) == 1) return;
    for (std::uint32_t i = 0; i < node.operand_count; ++i) add(Operand(node, i), index);
  }

  /// A record that is read only for its members is no fact of its own.
  Count Facts(const Nodes& nodes) const {
    std::set<NodeIndex> whole;
    for (const NodeIndex index : nodes) {
      const Node& node = program_.nodes[index];
      for (std::uint32_t i = 0; i < node.operand_count && node.op != Op::kField; ++i) whole.insert(Operand(node, i));
    }
    std::set<std::string> paths;
    for (const NodeIndex index : nodes) {
      const Node& node = program_.nodes[index];
      const bool record = node.kind == Base::kRecord && !node.list;
      const bool read = node.op == Op::kField && (!record || whole.contains(index));
      if (read || node.op == Op::kFinding) paths.insert(PathOf(index));
    }
    return paths.size();
  }

  /// The same text for the same attribute, whichever frame it is read in.
  std::string PathOf(NodeIndex index) const {
    const Node& node = program_.nodes[index];
    std::string path = std::to_string(static_cast<int>(node.op)) + ":" + std::to_string(node.ref);
    if (node.op == Op::kIt) path += ":" + std::to_string(node.unit);
    return node.op == Op::kField || node.op == Op::kSound ? PathOf(Operand(node, 0)) + "." + path : path;
  }

  const program::Program& program_;
  ListSource items_;
  Limits limits_;
  Repeats repeats_;
};

CostFault FaultOf(const PolicyCost& cost, CostTable& table) {
  for (const RuleCost& rule : cost.rules) {
    const ListSource list = table.Unbounded(rule.rule);
    if (list.IsSet()) return {cost.policy, rule.rule, list, cost.operations};
  }
  const std::uint32_t dearest = cost.rules[cost.dearest].rule;
  return {cost.policy, dearest, table.Heaviest(dearest), cost.operations};
}

}  // namespace

std::vector<PolicyCost> CostOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary) {
  CostTable table(program, vocabulary);
  std::vector<PolicyCost> costs;
  for (std::uint32_t i = 0; i < program.policies.size(); ++i) costs.push_back(table.CostOfPolicy(i));
  return costs;
}

std::vector<CostFault> FaultsOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary,
                                const std::vector<PolicyCost>& costs, Count budget) {
  const auto fits = [&](const PolicyCost& cost) { return cost.operations <= budget; };
  if (std::all_of(costs.begin(), costs.end(), fits)) return {};
  std::vector<CostFault> faults;
  CostTable table(program, vocabulary);
  for (const PolicyCost& cost : costs) {
    if (!fits(cost) && cost.dearest != kNoNode) faults.push_back(FaultOf(cost, table));
  }
  return faults;
}

}  // namespace zhun::analysis
