#include "compiler/lint/style/expressions.h"

/// 非 before what is a negation already, and prohibitions of what is not the case.
namespace zhun::lint {
namespace {

/// Operators that are written with 不 in Chinese and not in English, besides those of amounts.
bool IsNegative(ast::Operator op) {
  switch (op) {
    case ast::Operator::kIsNot:
    case ast::Operator::kAtMost:
    case ast::Operator::kAtLeast:
    case ast::Operator::kNotAbove:
    case ast::Operator::kNotBelow:
    case ast::Operator::kNotBefore:
    case ast::Operator::kNotAfter:
    case ast::Operator::kNotWithin:
    case ast::Operator::kNotIn:
    case ast::Operator::kContainsNo:
    case ast::Operator::kMeetsNo:
    case ast::Operator::kIsNotEmpty: return true;
    default: return false;
  }
}

std::string Inside(const PolicySubject& subject, const ast::Expr& expr) {
  return std::string(subject.Sources().TextOf(expr.span));
}

/// 非 and below it 非 or a word with 不.
void CheckInside(const PolicySubject& subject, const WrittenCondition& condition, Findings& findings) {
  ForEachExpression(condition.file, condition.root, [&](const ast::Expr& expr) {
    if (expr.kind != ast::ExprKind::kNot || expr.operands.empty() || !expr.operands.front().IsValid()) return;
    const ast::Expr& inner = condition.file.exprs[expr.operands.front()];
    const bool twice = inner.kind == ast::ExprKind::kNot;
    if (!twice && !IsNegative(inner.op)) return;
    const std::string written = Inside(subject, expr);
    Finding& finding = findings.Report(RuleCode::kS04, expr.span,
                                       {"“" + written + "”是双重否定。", "“" + written + "” is a double negative."});
    if (twice) {
      finding.help = {"两个“非”一并删去", "Delete both words not"};
    } else {
      const std::string word(subject.Sources().TextOf(inner.op_span));
      finding.help = {"删去“非”，并把“" + word + "”改为相反的词",
                      "Delete not, and put the opposite word for “" + word + "”"};
    }
  });
}

/// 禁止 … 当 非 …: a requirement in disguise.
void CheckProhibition(const PolicySubject& subject, const WrittenCondition& condition, Findings& findings) {
  const bool prohibited = condition.rule != nullptr && condition.rule->kind == ast::RuleKind::kProhibit;
  if (!prohibited || condition.clause->kind != ast::ClauseKind::kWhen) return;
  const ast::Expr& root = condition.file.exprs[condition.root];
  if (root.kind != ast::ExprKind::kNot || root.operands.empty() || !root.operands.front().IsValid()) return;
  const std::string inner = Inside(subject, condition.file.exprs[root.operands.front()]);
  findings
      .Report(
          RuleCode::kS04, root.span,
          {"禁止「" + condition.name + "」的条件是否定的，读来是双重否定。",
           "The condition of prohibition 「" + condition.name + "」 is a negation, which reads as a double negative."},
          condition.name)
      .help = {"改为要求：要求 … { 须 " + inner + " … }", "Make it a requirement: require … { must " + inner + " … }"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  ForEachCondition(subject, [&](const WrittenCondition& condition) {
    CheckInside(subject, condition, findings);
    CheckProhibition(subject, condition, findings);
  });
}

}  // namespace

extern const Rule kS04{.policies = Look};

}  // namespace zhun::lint
