#include "compiler/lint/subject/paths.h"

#include <set>

namespace zhun::lint {
namespace {

using Visit = std::function<void(sema::ExprId, const sema::Expr&)>;

void VisitEach(const PolicySubject& subject, sema::ExprId root, const Visit& visit, std::set<std::uint32_t>* seen) {
  if (!root.IsValid()) return;
  const sema::Expr& node = subject.Model().exprs[root];
  visit(root, node);
  for (const sema::ExprId operand : node.operands) VisitEach(subject, operand, visit, seen);
  const bool defined = node.kind == sema::ExprKind::kDefinition || node.kind == sema::ExprKind::kDerived;
  if (seen == nullptr || !defined || !seen->insert(node.ref).second) return;
  VisitEach(subject, subject.Model().definitions[node.ref].value, visit, seen);
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

void ForEachModelExpression(const PolicySubject& subject, sema::ExprId root, bool definitions, const Visit& visit) {
  std::set<std::uint32_t> seen;
  VisitEach(subject, root, visit, definitions ? &seen : nullptr);
}

}  // namespace zhun::lint
