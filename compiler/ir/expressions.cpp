#include "compiler/ir/expressions.h"

namespace zhun::ir {

using sema::ExprKind;
using vocabulary::Base;
using vocabulary::Type;

namespace {

Op OpOf(ExprKind kind) {
  switch (kind) {
    case ExprKind::kAnd: return Op::kAnd;
    case ExprKind::kOr: return Op::kOr;
    case ExprKind::kNot: return Op::kNot;
    case ExprKind::kIf: return Op::kIf;
    case ExprKind::kEqual: return Op::kEqual;
    case ExprKind::kGreater: return Op::kGreater;
    case ExprKind::kLess: return Op::kLess;
    case ExprKind::kWithin: return Op::kWithin;
    case ExprKind::kIn: return Op::kIn;
    case ExprKind::kContains: return Op::kContains;
    case ExprKind::kMeets: return Op::kMeets;
    case ExprKind::kEmpty: return Op::kEmpty;
    case ExprKind::kLonger: return Op::kLonger;
    case ExprKind::kShorter: return Op::kShorter;
    case ExprKind::kAdd: return Op::kAdd;
    case ExprKind::kSubtract: return Op::kSubtract;
    case ExprKind::kList: return Op::kList;
    case ExprKind::kAny: return Op::kAny;
    case ExprKind::kEvery: return Op::kEvery;
    case ExprKind::kFinding: return Op::kFinding;
    case ExprKind::kRoot: return Op::kRoot;
    case ExprKind::kField: return Op::kField;
    case ExprKind::kConstant:
    case ExprKind::kError:
    case ExprKind::kIt:
    case ExprKind::kDefinition:
    case ExprKind::kDerived:
    case ExprKind::kBreach: return Op::kConstant;
  }
  return Op::kConstant;
}

Node NodeOf(const sema::Expr& expr) {
  Node node;
  node.op = OpOf(expr.kind);
  node.type = expr.type;
  node.unit = expr.unit;
  node.number = expr.number;
  node.text = expr.text;
  return node;
}

}  // namespace

ExpressionLowering::ExpressionLowering(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, Graph& graph,
                                       diagnostics::Sink& sink)
    : model_(model),
      vocabulary_(vocabulary),
      graph_(graph),
      sink_(sink) {
  application_ = vocabulary::FindRoot(vocabulary, "application");
  for (std::uint32_t i = 0; i < model.rules.size(); ++i) {
    const sema::Rule& rule = model.rules[i];
    if (rule.kind == ast::RuleKind::kElement && rule.subject.IsValid()) {
      element_rules_[model.exprs[rule.subject].ref].push_back(i);
    }
  }
}

void ExpressionLowering::BindMember(std::uint32_t binder, std::uint32_t level, Type type) {
  Node node;
  node.op = Op::kIt;
  node.type = type;
  node.ref = level;
  binders_[binder] = graph_.Intern(std::move(node));
}

NodeId ExpressionLowering::Lower(sema::ExprId id, std::uint32_t level) {
  const sema::Expr& expr = model_.exprs[id];
  switch (expr.kind) {
    case ExprKind::kIt: return binders_.at(expr.ref);
    case ExprKind::kField: return LowerField(expr, level);
    case ExprKind::kAny:
    case ExprKind::kEvery: return LowerQuantifier(expr, level);
    case ExprKind::kDefinition: return LowerDefinition(expr.ref, kNoNode, level);
    case ExprKind::kDerived: return LowerDefinition(expr.ref, Lower(expr.operands[0], level), level);
    case ExprKind::kBreach: return Fires(model_.rules[expr.ref], 0);
    default: break;
  }
  Node node = NodeOf(expr);
  if (expr.kind == ExprKind::kRoot || expr.kind == ExprKind::kFinding) node.ref = expr.ref;
  for (sema::ExprId operand : expr.operands) node.operands.push_back(Lower(operand, level));
  return graph_.Intern(std::move(node));
}

bool ExpressionLowering::IsApplicationField(const sema::Expr& expr) const {
  const sema::Expr& record = model_.exprs[expr.operands[0]];
  return record.kind == ExprKind::kRoot && record.ref == application_;
}

NodeId ExpressionLowering::LowerField(const sema::Expr& expr, std::uint32_t level) {
  if (IsApplicationField(expr)) return expr.ref == own_ ? Raw(expr.ref) : Element(expr.ref, expr.span);
  Node node = NodeOf(expr);
  node.ref = expr.ref;
  node.operands = {Lower(expr.operands[0], level)};
  return graph_.Intern(std::move(node));
}

NodeId ExpressionLowering::LowerQuantifier(const sema::Expr& expr, std::uint32_t level) {
  const NodeId list = Lower(expr.operands[0], level);
  Type member = model_.exprs[expr.operands[0]].type;
  member.list = false;
  BindMember(expr.binder, level, member);
  const NodeId body = Lower(expr.operands[1], level + 1);
  return graph_.Condition(OpOf(expr.kind), {list, body}, level);
}

/// Each use is lowered once per subject, level and element, so that definitions within definitions stay linear.
NodeId ExpressionLowering::LowerDefinition(std::uint32_t definition, NodeId subject, std::uint32_t level) {
  const std::array<std::uint32_t, 4> key{definition, subject, level, own_};
  const auto done = definitions_.find(key);
  if (done != definitions_.end()) return done->second;
  const sema::Definition& used = model_.definitions[definition];
  const auto outer = binders_.find(used.binder);
  const NodeId before = outer == binders_.end() ? kNoNode : outer->second;
  if (used.derived) binders_[used.binder] = subject;
  const NodeId value = Lower(used.value, level);
  if (used.derived && before != kNoNode) binders_[used.binder] = before;
  return definitions_[key] = value;
}

NodeId ExpressionLowering::Raw(std::uint32_t attribute) {
  Node root;
  root.op = Op::kRoot;
  root.type = vocabulary_.roots[application_].type;
  root.ref = application_;
  Node field;
  field.op = Op::kField;
  field.type = vocabulary_.records[root.type.of].attributes[attribute].type;
  field.ref = attribute;
  field.operands = {graph_.Intern(std::move(root))};
  return graph_.Intern(std::move(field));
}

NodeId ExpressionLowering::Element(std::uint32_t attribute, base::Span use) {
  const auto done = elements_.find(attribute);
  if (done != elements_.end()) return done->second;
  if (element_rules_.count(attribute) == 0) return Raw(attribute);
  if (!open_elements_.insert(attribute).second) {
    const vocabulary::Type application = vocabulary_.roots[application_].type;
    sink_.Report(diagnostics::Code::kElementCycle, use,
                 {{"path", vocabulary_.records[application.of].attributes[attribute].name}});
    return Raw(attribute);
  }
  const NodeId check = Check(attribute);
  open_elements_.erase(attribute);
  NodeId sound = Raw(attribute);
  if (!graph_.IsTruth(check, true)) {
    Node node;
    node.op = Op::kSound;
    node.type = graph_[sound].type;
    node.ref = attribute;
    node.operands = {sound, check};
    sound = graph_.Intern(std::move(node));
  }
  return elements_[attribute] = sound;
}

/// Every element rule about the attribute: where its guard holds, its 须 must.
NodeId ExpressionLowering::Check(std::uint32_t attribute) {
  const std::uint32_t outer = own_;
  own_ = attribute;
  NodeId check = kNoNode;
  for (std::uint32_t index : element_rules_.at(attribute)) {
    const sema::Rule& rule = model_.rules[index];
    if (!rule.must.IsValid()) continue;
    Bind(rule.binder, Raw(attribute));
    const NodeId guard = Guard(rule, 0);
    NodeId must = Lower(rule.must, 0);
    if (guard != kNoNode) must = graph_.Condition(Op::kOr, {graph_.Condition(Op::kNot, {guard}), must});
    check = graph_.And(check, must);
  }
  own_ = outer;
  return check == kNoNode ? graph_.Truth(true) : check;
}

}  // namespace zhun::ir
