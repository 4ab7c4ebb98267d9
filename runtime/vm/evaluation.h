#pragma once

#include <span>
#include <vector>

#include "runtime/program/program.h"
#include "runtime/values/value.h"

namespace zhun::vm {

using program::kNoNode;
using program::NodeIndex;
using values::Truth;
using values::Value;

/// What a decision is made of. The values live in their documents, which must outlive the evaluation.
struct Inputs {
  std::vector<Value> roots;     ///< by root of the vocabulary; absent where a stage has none
  std::vector<Value> findings;  ///< by finding of the program
};

/// Evaluates a program over one case: every node of a segment once, in order, with strong Kleene logic. Holds one value
/// a node; may be used again for the next case without allocating. Not for two threads at once.
class Evaluation {
 public:
  Evaluation(const program::Program& program, const vocabulary::Vocabulary& vocabulary);

  /// Starts a new case.
  void Begin(const Inputs& inputs);
  /// Sets a root after the case began (the outcome, once it is known).
  void SetRoot(std::uint16_t root, const Value& value) { roots_[root] = value; }
  const Value& RootAt(std::uint16_t root) const { return roots_[root]; }
  void Run(program::Segment segment);
  /// Evaluates conditions on one member: 其 at `level` is `member`.
  void RunFor(program::Segment segment, std::uint32_t level, const Value& member);

  const Value& At(NodeIndex node) const { return values_[node]; }
  /// kNoNode stands for a condition that is left out: true.
  Truth TruthOf(NodeIndex node) const;
  const Value& Member(std::uint32_t level) const { return members_[level]; }
  NodeIndex OperandOf(const program::Node& node, std::uint32_t index) const {
    return program_.operands[node.first_operand + index];
  }
  const program::Program& Code() const { return program_; }
  /// An amount or date went beyond 64 bits or beyond the calendar: the case has no decision.
  bool Overflowed() const { return !overflows_.empty(); }
  /// Whether that happened in a sum that `rule` reads.
  bool OverflowIn(const program::Rule& rule) const;

 private:
  Value Compute(NodeIndex index);
  Value ComputeCondition(const program::Node& node);
  Value ComputeRelation(const program::Node& node);
  Value ComputeField(const program::Node& node);
  Value ComputeConstant(const program::Node& node) const;
  Value ComputeList(NodeIndex index, const program::Node& node);
  Value ComputeQuantifier(const program::Node& node);
  Value ComputeSound(const program::Node& node);
  Value ComputeSum(NodeIndex index, const program::Node& node);
  Truth Junction(const program::Node& node, Truth absorbing) const;
  const Value& Operand(const program::Node& node, std::uint32_t index) const { return values_[OperandOf(node, index)]; }
  bool IsApplication(NodeIndex node) const;
  bool IsOwnPeriodWithoutDays(const program::Node& relation, std::uint32_t attribute) const;
  bool ReadsUnsuppliedMember(NodeIndex node, std::uint32_t attribute);
  bool ReadsOverflow(NodeIndex node) const;

  const program::Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<Value> values_;
  std::vector<Value> roots_;
  std::vector<Value> findings_;
  std::vector<Value> members_;
  std::vector<std::vector<Value>> list_elements_;  ///< of list nodes, by `list_of_`
  std::vector<values::List> lists_;
  std::vector<std::uint32_t> list_of_;
  std::vector<NodeIndex> overflows_;  ///< sums that left their range, each once
};

Truth TruthOf(const Value& value);

/// Whether `value` is a period one of whose days is not known: 不超过 cannot be judged then.
bool LacksADay(const Value& value);

}  // namespace zhun::vm
