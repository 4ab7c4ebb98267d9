#include "compiler/lint/subject/paths.h"

namespace zhun::lint {
namespace {

void CollectExceptions(const std::vector<sema::Exception>& exceptions, std::vector<sema::ExprId>& conditions) {
  for (const sema::Exception& exception : exceptions) {
    if (exception.when.IsValid()) conditions.push_back(exception.when);
    CollectExceptions(exception.exceptions, conditions);
  }
}

}  // namespace

std::string KeysOf(const PolicySubject& subject, sema::ExprId expr) {
  if (!expr.IsValid()) return {};
  const auto& vocabulary = subject.library.vocabulary;
  const sema::Expr& node = subject.Model().exprs[expr];
  if (node.kind == sema::ExprKind::kRoot) return vocabulary.roots[node.ref].key;
  if (node.kind == sema::ExprKind::kIt) return "it";
  if (node.kind != sema::ExprKind::kField) return {};
  const std::string before = KeysOf(subject, node.operands[0]);
  const vocabulary::Type& record = subject.Model().exprs[node.operands[0]].type;
  if (before.empty() || record.base != vocabulary::Base::kRecord) return {};
  return before + "." + vocabulary.records[record.of].attributes[node.ref].key;
}

void ForEachModelExpression(const PolicySubject& subject, sema::ExprId root, bool definitions,
                            const std::function<void(sema::ExprId, const sema::Expr&)>& visit) {
  if (!root.IsValid()) return;
  const sema::Expr& node = subject.Model().exprs[root];
  visit(root, node);
  for (const sema::ExprId operand : node.operands) ForEachModelExpression(subject, operand, definitions, visit);
  const bool defined = node.kind == sema::ExprKind::kDefinition || node.kind == sema::ExprKind::kDerived;
  if (!definitions || !defined || subject.messages.HasErrors()) return;  // in error a definition may use itself
  ForEachModelExpression(subject, subject.Model().definitions[node.ref].value, definitions, visit);
}

std::vector<sema::ExprId> ConditionsOf(const sema::Rule& rule) {
  std::vector<sema::ExprId> conditions;
  for (const sema::ExprId each : {rule.subject, rule.when, rule.must, rule.reason_path}) {
    if (each.IsValid()) conditions.push_back(each);
  }
  if (rule.limit) conditions.push_back(rule.limit->length);
  CollectExceptions(rule.exceptions, conditions);
  return conditions;
}

}  // namespace zhun::lint
