#pragma once

#include <array>
#include <map>
#include <set>
#include <vector>

#include "compiler/ir/graph.h"
#include "compiler/sema/model.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::ir {

/// Lowers typed expressions into the graph. One object serves one model.
class ExpressionLowering {
 public:
  ExpressionLowering(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, Graph& graph,
                     diagnostics::Sink& sink);

  /// What 其 of `binder` is: the member at nesting `level`.
  void BindMember(std::uint32_t binder, std::uint32_t level, vocabulary::Type type);
  /// What 其 of `binder` is: a value.
  void Bind(std::uint32_t binder, NodeId value) { binders_[binder] = value; }

  /// `level`: how many blocks surround the expression (1 inside a per-item rule).
  NodeId Lower(sema::ExprId id, std::uint32_t level);
  /// The application's attribute as written, without asking whether it is sound.
  NodeId Raw(std::uint32_t attribute);
  /// The attribute's sound value: raw where no element rule speaks of it.
  NodeId Element(std::uint32_t attribute, base::Span use);
  /// While set, reads of this attribute are raw: an element's own rules look at what was handed in.
  void Own(std::uint32_t attribute) { own_ = attribute; }
  static constexpr std::uint32_t kNobody = 0xFFFFFFFFu;

  NodeId Exceptions(const std::vector<sema::Exception>& exceptions, std::uint32_t level);  ///< E; kNoNode: none
  NodeId Guard(const sema::Rule& rule, std::uint32_t level);                               ///< kNoNode: always
  NodeId Bad(const sema::Rule& rule, std::uint32_t level);    ///< ¬须, the prohibition, not attached, missing
  NodeId Fires(const sema::Rule& rule, std::uint32_t level);  ///< V = 当 ∧ bad ∧ ¬E
  NodeId PaperNames(const sema::Rule& rule, std::uint32_t level);
  /// The value of a derived attribute for `subject`.
  NodeId Derived(std::uint32_t definition, NodeId subject) { return LowerDefinition(definition, subject, 0); }
  std::uint32_t ElementOf(const sema::Rule& rule) const { return model_.exprs[rule.subject].ref; }

 private:
  NodeId LowerField(const sema::Expr& expr, std::uint32_t level);
  NodeId LowerQuantifier(const sema::Expr& expr, std::uint32_t level);
  NodeId LowerDefinition(std::uint32_t definition, NodeId subject, std::uint32_t level);
  NodeId Check(std::uint32_t attribute);
  NodeId OutcomeIs(std::uint16_t outcome);
  bool IsApplicationField(const sema::Expr& expr) const;

  const sema::Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
  Graph& graph_;
  diagnostics::Sink& sink_;
  std::map<std::uint32_t, NodeId> binders_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> element_rules_;  ///< by attribute of the application
  std::map<std::uint32_t, NodeId> elements_;
  std::set<std::uint32_t> open_elements_;
  std::map<std::array<std::uint32_t, 4>, NodeId> definitions_;
  std::uint32_t own_ = kNobody;
  std::uint32_t application_ = 0;  ///< root
};

}  // namespace zhun::ir
