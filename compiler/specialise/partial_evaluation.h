#pragma once

#include <optional>
#include <vector>

#include "compiler/specialise/dependence.h"
#include "compiler/specialise/emission.h"
#include "runtime/decision/applicable.h"
#include "runtime/decision/judgement.h"
#include "runtime/program/bundle.h"
#include "runtime/values/document.h"
#include "runtime/vm/evaluation.h"

namespace zhun::specialise {

/// Evaluates the rules that have a say for one entry as far as the entry decides them, and writes code for the rest.
///
/// The evaluator itself (vm/evaluation.h) is run with everything unknown but the entry: what it knows then, it knows for
/// every application, because its operations are monotone in what is known.
class PartialEvaluation {
 public:
  /// `entry` is the entry bound with its citations' validity left open (it has a date); its computed attributes are set
  /// here. Everything must outlive the object.
  PartialEvaluation(const program::Bundle& bundle, const Dependence& dependence, vm::Evaluation& evaluation,
                    Tables& tables);

  Draft Run(values::Document& entry, const decision::Applicable& applicable);

 private:
  using Op = program::Op;
  using Node = program::Node;
  using NodeIndex = program::NodeIndex;

  /// Truths of a node inside a block, by item of the entry and, last, for an item that the entry does not have.
  struct ByItem {
    std::uint64_t holds = 0;
    std::uint64_t fails = 0;
  };
  /// The items that the block of a level looks at, where it looks at the requested items.
  struct ItemBlock {
    program::Segment segment;
    std::vector<ByItem> truths;  ///< by node of the segment
  };

  void Begin(values::Document& entry, const decision::Applicable& applicable);
  void SupplyComputed(values::Document& entry, const decision::Applicable& applicable, bool conditional);
  void RunStatically(const decision::Applicable& applicable);
  void FindSums(program::Segment segment, bool inside);
  void WriteRule(std::uint32_t index, const decision::Applicable& applicable);
  void NoteItemsElement(const program::Rule& rule);
  residual::Class ClassOf(const program::Rule& rule) const;

  Symbol Eval(NodeIndex index);
  Symbol EvalNew(NodeIndex index);
  Symbol EvalField(NodeIndex index, const Node& node);
  Symbol EvalRoot(const Node& node);
  Symbol EvalJunction(const Node& node);
  Symbol EvalIf(const Node& node);
  Symbol EvalSound(const Node& node);
  Symbol EvalSum(const Node& node);
  Symbol EvalRelation(const Node& node);
  Symbol EvalQuantifier(NodeIndex index, const Node& node);
  Symbol OverMembers(const Node& node, const Symbol& list);
  void EvalOutside(program::Segment block);
  Symbol OverItems(const Node& node, const Symbol& list);
  Symbol OverEntry(const Node& node, const values::Value& list);
  std::optional<Symbol> EvalByItem(NodeIndex index);

  void LookAtItems(program::Segment segment, std::uint32_t level);
  void Forget(program::Segment segment);
  bool IsItems(const Symbol& symbol) const;
  Symbol ConditionMet(const values::Value& condition) const;
  NodeIndex OperandOf(const Node& node, std::uint32_t i) const { return program_.operands[node.first_operand + i]; }

  const program::Bundle& bundle_;
  const program::Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  const Dependence& dependence_;
  vm::Evaluation& evaluation_;
  Tables& tables_;
  decision::Outcomes outcomes_;
  std::optional<Emission> emission_;
  std::vector<std::optional<Symbol>> known_;  ///< by node
  std::vector<std::size_t> depth_of_;  ///< by node: loops around it
  std::vector<std::optional<Symbol>> members_;  ///< by level: 其, inside a loop
  std::vector<std::optional<ItemBlock>> items_;  ///< by level: 其 is a requested item
  std::vector<values::Value> entry_items_;
  values::Value no_such_item_;
  std::vector<values::Value> no_such_item_fields_;
  values::Record no_such_item_record_;
  std::vector<const values::Record*> conditions_;  ///< of the entry, that only a person can judge
  bool aligned_ = true;
};

/// A relation between two symbols, at least one of which is not static.
Symbol Relate(Emission& emission, const vocabulary::Vocabulary& vocabulary, const program::Node& node,
              const Symbol& left, const Symbol& right);
/// Whether a period is longer or shorter than a length that is known.
Symbol RelatePeriod(Emission& emission, const vocabulary::Vocabulary& vocabulary, program::Op op, const Symbol& period,
                    const Symbol& length);

}  // namespace zhun::specialise
