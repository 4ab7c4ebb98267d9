#include "runtime/decision/seen.h"

#include "runtime/decision/value_words.h"
#include "runtime/program/relation_words.h"
#include "runtime/vm/fact_paths.h"

namespace zhun::decision {
namespace {

using program::Node;
using program::NodeIndex;
using program::Op;
using values::Value;
using vm::Truth;

class Seer {
 public:
  Seer(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, const std::string& item_path)
      : evaluation_(evaluation),
        vocabulary_(vocabulary),
        members_(evaluation.Code().levels) {
    members_[0] = item_path.empty() ? "item" : item_path;
  }

  /// Collects why `index` has the truth it has.
  void Visit(NodeIndex index) {
    const Node& node = evaluation_.Code().nodes[index];
    const Truth truth = evaluation_.TruthOf(index);
    if (truth == Truth::kUnknown) return;
    switch (node.op) {
      case Op::kNot: Visit(evaluation_.OperandOf(node, 0)); return;
      case Op::kAnd:
      case Op::kOr:
        for (std::uint32_t i = 0; i < node.operand_count; ++i) {
          if (evaluation_.TruthOf(evaluation_.OperandOf(node, i)) == truth) Visit(evaluation_.OperandOf(node, i));
        }
        return;
      case Op::kIf: {
        const bool then = evaluation_.TruthOf(evaluation_.OperandOf(node, 0)) == Truth::kTrue;
        Visit(evaluation_.OperandOf(node, then ? 1 : 2));
        return;
      }
      case Op::kAny:
      case Op::kEvery: VisitMembers(node, truth); return;
      default: Relation(node, index, truth); return;
    }
  }

  std::vector<FactSeen> Take() { return std::move(seen_); }

 private:
  void VisitMembers(const Node& node, Truth truth) {
    const NodeIndex list = evaluation_.OperandOf(node, 0);
    const Value value = evaluation_.At(list);
    if (!value.IsKnown()) return;
    const std::string path = vm::PathOf(evaluation_, vocabulary_, list, members_);
    const NodeIndex body = evaluation_.OperandOf(node, 1);
    for (std::size_t i = 0; i < value.list->elements.size(); ++i) {
      evaluation_.RunFor({node.block_begin, node.block_end}, node.ref, value.list->elements[i]);
      members_[node.ref] = vm::MemberPath(vocabulary_, path, value.list->elements[i], i);
      if (evaluation_.TruthOf(body) == truth) Visit(body);
    }
  }

  /// What is wanted is the opposite of what makes the condition true.
  void Relation(const Node& node, NodeIndex index, Truth truth) {
    const bool value_node = node.op == Op::kField || node.op == Op::kSound;
    if (!program::IsRelation(node.op) && !value_node) return;
    const NodeIndex left = value_node ? index : evaluation_.OperandOf(node, 0);
    FactSeen fact;
    fact.path = vm::PathOf(evaluation_, vocabulary_, left, members_);
    if (fact.path.empty()) return;
    fact.label = vm::LabelOfPath(evaluation_, vocabulary_, left, members_);
    fact.value = ValueWords(vocabulary_, evaluation_.At(left), TypeOf(evaluation_.Code().nodes[left]));
    const bool wanted_negated = truth == Truth::kTrue;
    if (value_node) {
      fact.required = wanted_negated ? base::Words{"为否", "no"} : base::Words{"为是", "yes"};
    } else {
      fact.required = program::RelationWords(node.op, wanted_negated, evaluation_.Code().nodes[left].kind);
      if (node.op != Op::kEmpty) AddOperand(fact.required, evaluation_.OperandOf(node, 1));
    }
    seen_.push_back(std::move(fact));
  }

  void AddOperand(base::Words& words, NodeIndex operand) const {
    const base::Words value =
        ValueWords(vocabulary_, evaluation_.At(operand), TypeOf(evaluation_.Code().nodes[operand]));
    words.zh += " " + value.zh;
    words.en += " " + value.en;
  }

  vm::Evaluation& evaluation_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<std::string> members_;
  std::vector<FactSeen> seen_;
};

}  // namespace

std::vector<FactSeen> FactsSeen(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary,
                                NodeIndex condition, const std::string& item_path) {
  if (condition == program::kNoNode) return {};
  Seer seer(evaluation, vocabulary, item_path);
  seer.Visit(condition);
  return seer.Take();
}

}  // namespace zhun::decision
