// The conditions of rules: guard, bad, exceptions, and V.
#include "compiler/ir/expressions.h"

namespace zhun::ir {

NodeId ExpressionLowering::Exceptions(const std::vector<sema::Exception>& exceptions, std::uint32_t level) {
  std::vector<NodeId> active;
  for (const sema::Exception& exception : exceptions) {
    NodeId when = exception.when.IsValid() ? Lower(exception.when, level) : graph_.Truth(true);
    const NodeId inner = Exceptions(exception.exceptions, level);
    if (inner != kNoNode) when = graph_.Condition(Op::kAnd, {when, graph_.Condition(Op::kNot, {inner})});
    active.push_back(when);
  }
  if (active.empty()) return kNoNode;
  return active.size() == 1 ? active[0] : graph_.Condition(Op::kOr, std::move(active));
}

NodeId ExpressionLowering::Guard(const sema::Rule& rule, std::uint32_t level) {
  const sema::Policy& policy = model_.policies[rule.policy];
  NodeId guard = policy.applies.IsValid() ? Lower(policy.applies, level) : kNoNode;
  bool published = false;
  for (const sema::Citation& basis : rule.basis)
    published = published || basis.kind == sema::Citation::Kind::kCatalogue;
  if (published && model_.catalogue_guard != sema::kNoIndex) {
    guard = graph_.And(guard, LowerDefinition(model_.catalogue_guard, kNoNode, level));
  }
  if (rule.kind == ast::RuleKind::kDuty && rule.outcome != vocabulary::kNone)
    guard = graph_.And(guard, OutcomeIs(rule.outcome));
  const bool own = rule.when.IsValid() && rule.kind != ast::RuleKind::kProhibit;  // a prohibition's 当 is what is bad
  return own ? graph_.And(guard, Lower(rule.when, level)) : guard;
}

/// A duty with an outcome of its own arises with that outcome: 后果 补正 is 当 结论 为 补正.
NodeId ExpressionLowering::OutcomeIs(std::uint16_t outcome) {
  Node root;
  root.op = Op::kRoot;
  root.ref = vocabulary::FindRoot(vocabulary_, "outcome");
  root.type = vocabulary_.roots[root.ref].type;
  Node constant;
  constant.type = root.type;
  constant.number = outcome;
  const NodeId left = graph_.Intern(std::move(root));
  return graph_.Condition(Op::kEqual, {left, graph_.Intern(std::move(constant))});
}

NodeId ExpressionLowering::PaperNames(const sema::Rule& rule, std::uint32_t level) {
  if (rule.subject.IsValid()) return Lower(rule.subject, level);
  Node name;
  name.op = Op::kConstant;
  name.type = {vocabulary::Base::kText, vocabulary::kNone, false};
  name.text = rule.name;
  return graph_.Intern(std::move(name));
}

NodeId ExpressionLowering::Bad(const sema::Rule& rule, std::uint32_t level) {
  switch (rule.kind) {
    case ast::RuleKind::kRequire: return graph_.Condition(Op::kNot, {Lower(rule.must, level)});
    case ast::RuleKind::kProhibit: return Lower(rule.when, level);
    case ast::RuleKind::kElement: return graph_.Condition(Op::kMissing, {Element(ElementOf(rule), rule.span)});
    case ast::RuleKind::kPaper: {
      const vocabulary::Record& application = vocabulary_.records[vocabulary_.roots[application_].type.of];
      const NodeId materials = Element(vocabulary::FindKey(application, "materials"), rule.span);
      return graph_.Condition(Op::kNot, {graph_.Condition(Op::kAttached, {PaperNames(rule, level), materials})});
    }
    case ast::RuleKind::kDuty:
    case ast::RuleKind::kPower: return kNoNode;
  }
  return kNoNode;
}

NodeId ExpressionLowering::Fires(const sema::Rule& rule, std::uint32_t level) {
  NodeId fires = graph_.And(Guard(rule, level), Bad(rule, level));
  const NodeId exceptions = Exceptions(rule.exceptions, level);
  if (exceptions != kNoNode) fires = graph_.And(fires, graph_.Condition(Op::kNot, {exceptions}));
  return fires == kNoNode ? graph_.Truth(true) : fires;
}

}  // namespace zhun::ir
