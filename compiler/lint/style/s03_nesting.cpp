#include <algorithm>

#include "compiler/lint/style/expressions.h"

namespace zhun::lint {
namespace {

constexpr int kDeepest = 3;

/// Whether the reader has to keep a bracket in mind from here on; 非 before a comparison does not count.
bool Nests(ast::ExprKind kind) {
  switch (kind) {
    case ast::ExprKind::kAnd:
    case ast::ExprKind::kOr:
    case ast::ExprKind::kIf:
    case ast::ExprKind::kAny:
    case ast::ExprKind::kEvery: return true;
    default: return false;
  }
}

/// Levels of 且, 或, 若, 任一 and 每一 below each other.
int DepthOf(const ast::File& file, ast::ExprId id) {
  if (!id.IsValid()) return 0;
  const ast::Expr& expr = file.exprs[id];
  int below = 0;
  for (const ast::ExprId operand : expr.operands) below = std::max(below, DepthOf(file, operand));
  return below + (Nests(expr.kind) ? 1 : 0);
}

void Look(const PolicySubject& subject, Findings& findings) {
  ForEachCondition(subject, [&](const WrittenCondition& condition) {
    const int depth = DepthOf(condition.file, condition.root);
    if (depth <= kDeepest) return;
    const std::string count = std::to_string(depth), most = std::to_string(kDeepest);
    findings
        .Report(RuleCode::kS03, condition.file.exprs[condition.root].span,
                {"条件套了" + count + "层，超过" + most + "层。",
                 "The condition is nested " + count + " levels deep, more than " + most + "."},
                condition.name)
        .help = {"给里层的条件起名：定义 「名称」 为 …，或者分成几条规则",
                 "Name what stands inside: define 「name」 is …, or make several rules of it"};
  });
}

}  // namespace

extern const Rule kS03{.policies = Look};

}  // namespace zhun::lint
