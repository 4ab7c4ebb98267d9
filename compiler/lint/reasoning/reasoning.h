#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/ir/expressions.h"
#include "compiler/lint/subject/policies.h"
#include "compiler/reason/replay.h"
#include "compiler/reason/solve.h"
#include "compiler/reason/witness.h"

/// What the semantic rules share: the rule graph, questions to the solver, and witnesses that were replayed.
namespace zhun::lint {

/// A rule in both its forms.
struct GraphRule {
  const sema::Rule* source = nullptr;
  const program::Rule* lowered = nullptr;
  std::uint32_t policy = 0;
  std::set<ir::NodeId> reads;  ///< paths that what is bad about it reads; of duties none

  bool IsMerits() const;  ///< 要求 or 禁止
};

/// What the solver said, with the witness where one was replayed.
struct Shown {
  reason::Answer answer = reason::Answer::kUnsatisfiable;
  std::string witness;  ///< JSON; empty where the answer is not kSatisfied
};

/// Questions about the rules of one run. Made once for each semantic rule; only where everything compiled.
class Reasoning {
 public:
  explicit Reasoning(const PolicySubject& subject);

  const PolicySubject& Subject() const { return subject_; }
  const std::vector<const GraphRule*>& RulesOf(std::uint32_t policy) const { return by_policy_[policy]; }
  const std::vector<const GraphRule*>& BaseRules() const { return base_; }
  const ir::Graph& Graph() const { return graph_; }

  /// Whether the goals can hold at all. 其 at level 0 is a requested item where `per_item`.
  reason::Answer CanHold(std::vector<reason::Goal> goals, bool per_item) const;
  /// Looks for a case in which the goals hold and, when it is decided, every rule of `firing` is among the reasons and
  /// none of `silent`. Rules of stages after the application are not replayed: then a case is enough.
  Shown Show(std::vector<reason::Goal> goals, const GraphRule& about, const std::set<std::string>& firing,
             const std::set<std::string>& silent) const;

  /// A sound application for the policy's entry that is received and decided on `day`, and for which no rule of that policy
  /// is among the reasons; empty where there is none.
  std::string ShowOn(std::uint32_t policy, base::Date day) const;

  /// A node for a condition of the model, with definitions put in.
  ir::NodeId Lower(sema::ExprId expr, const sema::Rule* rule);
  /// A node «left is equal to the constant right».
  ir::NodeId Equal(ir::NodeId left, ir::NodeId right) { return graph_.Condition(ir::Op::kEqual, {left, right}); }
  ir::NodeId Relate(ir::Op op, ir::NodeId left, ir::NodeId right) { return graph_.Condition(op, {left, right}); }
  ir::NodeId Constant(ir::Node node) { return graph_.Intern(std::move(node)); }

  /// Goals: the node is true, false, not true.
  static reason::Goal True(ir::NodeId node, bool per_item);
  static reason::Goal False(ir::NodeId node, bool per_item);
  static reason::Goal NotTrue(ir::NodeId node, bool per_item);

 private:
  reason::Occasion OccasionOf(std::uint32_t policy, const std::string& published) const;
  std::string PublishedEntry(std::uint32_t policy) const;
  ir::NodeId ItemList() const;

  const PolicySubject& subject_;
  ir::Graph graph_;  // of the module, to which questions add nodes
  diagnostics::Sink unheard_;
  ir::ExpressionLowering lowering_;
  std::vector<GraphRule> rules_;
  std::vector<std::vector<const GraphRule*>> by_policy_;
  std::vector<const GraphRule*> base_;
  reason::Replay replay_;
};

}  // namespace zhun::lint
