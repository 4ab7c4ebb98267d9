#include "compiler/lint/subject/paths.h"

#include <set>

#include "compiler/sema/applicability.h"

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
  return sema::KeysOf(subject.Model(), subject.library.vocabulary, expr);
}

void ForEachModelExpression(const PolicySubject& subject, sema::ExprId root, bool definitions, const Visit& visit) {
  std::set<std::uint32_t> seen;
  VisitEach(subject, root, visit, definitions ? &seen : nullptr);
}

}  // namespace zhun::lint
