#include <algorithm>

#include "compiler/lint/subject/paths.h"

namespace zhun::lint {
namespace {

using diagnostics::Code;
using sema::ExprKind;

bool IsConstant(const PolicySubject& subject, sema::ExprId id) {
  const sema::Expr& node = subject.Model().exprs[id];
  if (node.kind != ExprKind::kList) return node.kind == ExprKind::kConstant;
  return std::ranges::all_of(node.operands, [&](sema::ExprId each) { return IsConstant(subject, each); });
}

/// A fact of the entry or the application against fixed values.
bool ComparesFact(const PolicySubject& subject, const sema::Expr& node) {
  const std::string keys = KeysOf(subject, node.operands[0]);
  const bool fact = keys.starts_with("entry.") || keys.starts_with("application.");
  return fact && std::ranges::all_of(std::next(node.operands.begin()), node.operands.end(),
                                     [&](sema::ExprId each) { return IsConstant(subject, each); });
}

/// The first part of a condition that no index can answer; invalid: there is none.
sema::ExprId Unindexable(const PolicySubject& subject, sema::ExprId id) {
  const sema::Expr& node = subject.Model().exprs[id];
  switch (node.kind) {
    case ExprKind::kAnd:
    case ExprKind::kOr:
    case ExprKind::kNot:
      for (const sema::ExprId each : node.operands) {
        const sema::ExprId found = Unindexable(subject, each);
        if (found.IsValid()) return found;
      }
      return {};
    case ExprKind::kDefinition:
      return Unindexable(subject, subject.Model().definitions[node.ref].value).IsValid() ? id : sema::ExprId{};
    case ExprKind::kEqual:
    case ExprKind::kGreater:
    case ExprKind::kLess:
    case ExprKind::kWithin:
    case ExprKind::kIn:
    case ExprKind::kContains:
    case ExprKind::kMeets:
    case ExprKind::kEmpty: return ComparesFact(subject, node) ? sema::ExprId{} : id;
    case ExprKind::kField:
    case ExprKind::kConstant:
    case ExprKind::kError: return {};
    default: return id;
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.messages.HasErrors()) return;  // in error a definition may use itself
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    if (!policy.applies.IsValid()) continue;
    const sema::ExprId found = Unindexable(subject, policy.applies);
    if (!found.IsValid()) continue;
    Finding& finding =
        findings.Report(RuleCode::kP20, subject.Model().exprs[found].span,
                        {"策略「" + policy.name + "」的“适用”不能建立索引，每件申请都要先算一遍才知道适用不适用。",
                         "What policy 「" + policy.name +
                             "」 applies to cannot be indexed: it has to be computed for every application."},
                        policy.code);
    finding.help = {"“适用”只比较条目或者申请的一项与固定的值（为、属于、位于、不低于、不早于），其余写在规则的“当”里",
                    "compare one fact of the entry or application with fixed values there, and put the rest into when"};
  }
}

}  // namespace

extern const Rule kP20{.policies = Look, .adopts = {Code::kCostOverBudget, Code::kBoundMissing}};

}  // namespace zhun::lint
