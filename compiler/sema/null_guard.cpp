#include "compiler/sema/null_guard.h"

#include <set>

namespace zhun::sema {
namespace {

using diagnostics::Code;
using vocabulary::Base;

using Guards = std::set<std::string>;  // paths known not to be empty

class GuardCheck {
 public:
  explicit GuardCheck(Analysis& analysis) : analysis_(analysis) {}

  /// Checks a condition; `guards` gains what holds where the condition is true.
  void Check(ExprId id, Guards& guards) {
    const Expr& expr = At(id);
    switch (expr.kind) {
      case ExprKind::kAnd:
        for (ExprId operand : expr.operands) Check(operand, guards);
        return;
      case ExprKind::kOr: CheckOr(expr, guards); return;
      case ExprKind::kNot:
        if (At(expr.operands[0]).kind == ExprKind::kEmpty) {
          CheckReads(At(expr.operands[0]).operands[0], guards);
          guards.insert(Key(At(expr.operands[0]).operands[0]));
          return;
        }
        CheckIsolated(expr.operands[0], guards);
        return;
      case ExprKind::kIf: CheckIf(expr, guards); return;
      case ExprKind::kAny:
      case ExprKind::kEvery:
        CheckReads(expr.operands[0], guards);
        CheckIsolated(expr.operands[1], guards);
        return;
      default: CheckReads(id, guards); return;
    }
  }

 private:
  const Expr& At(ExprId id) const { return analysis_.model.exprs[id]; }

  void CheckIsolated(ExprId id, const Guards& guards) {
    Guards inner = guards;
    Check(id, inner);
  }

  /// In `X 为空 或 …` the rest is read only where X is not empty.
  void CheckOr(const Expr& expr, const Guards& guards) {
    Guards inner = guards;
    for (ExprId operand : expr.operands) {
      CheckIsolated(operand, inner);
      if (At(operand).kind == ExprKind::kEmpty) inner.insert(Key(At(operand).operands[0]));
    }
  }

  void CheckIf(const Expr& expr, const Guards& guards) {
    Guards then = guards;
    Check(expr.operands[0], then);
    CheckIsolated(expr.operands[1], then);
    Guards otherwise = guards;
    if (At(expr.operands[0]).kind == ExprKind::kEmpty) otherwise.insert(Key(At(expr.operands[0]).operands[0]));
    CheckIsolated(expr.operands[2], otherwise);
  }

  /// Every record on the way to a value must be there.
  void CheckReads(ExprId id, const Guards& guards) {
    const Expr& expr = At(id);
    if (expr.kind == ExprKind::kField) CheckField(expr, guards);
    for (ExprId operand : expr.operands) CheckReads(operand, guards);
  }

  void CheckField(const Expr& expr, const Guards& guards) {
    const ExprId record = expr.operands[0];
    if (At(record).kind != ExprKind::kField || !MayBeNone(At(record)) || guards.count(Key(record)) != 0) return;
    const std::string text(analysis_.sources.TextOf(At(record).span));
    diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kMayBeNone, expr.span, {{"record", text}});
    report.help = {"在前面加上：" + text + " 不为空 且", "put in front of it: " + text + " is_not_empty and"};
  }

  bool MayBeNone(const Expr& field) const {
    const vocabulary::Type owner = At(field.operands[0]).type;
    if (owner.base != Base::kRecord || field.type.base != Base::kRecord || field.type.list) return false;
    const vocabulary::Attribute& attribute = analysis_.vocabulary.records[owner.of].attributes[field.ref];
    if (!attribute.nullable) return false;
    for (const vocabulary::Attribute& member : analysis_.vocabulary.records[field.type.of].attributes) {
      if (member.absence != vocabulary::Absence::kAsNone) return true;
    }
    return false;  // all its members may be none too: reading into it is reading none
  }

  std::string Key(ExprId id) const {
    const Expr& expr = At(id);
    std::string key = std::to_string(static_cast<int>(expr.kind)) + ":" + std::to_string(expr.ref);
    for (ExprId operand : expr.operands) key += "(" + Key(operand) + ")";
    return key;
  }

  Analysis& analysis_;
};

void CheckException(Analysis& analysis, const Exception& exception) {
  Guards guards;
  if (exception.when.IsValid()) GuardCheck(analysis).Check(exception.when, guards);
  for (const Exception& inner : exception.exceptions) CheckException(analysis, inner);
}

}  // namespace

void CheckNullGuards(Analysis& analysis) {
  for (const Definition& definition : analysis.model.definitions) {
    Guards guards;
    if (definition.value.IsValid()) GuardCheck(analysis).Check(definition.value, guards);
  }
  for (const Policy& policy : analysis.model.policies) {
    Guards guards;
    if (policy.applies.IsValid()) GuardCheck(analysis).Check(policy.applies, guards);
  }
  for (const Rule& rule : analysis.model.rules) {
    Guards guards;  // 须 is read only where 当 holds
    if (rule.when.IsValid()) GuardCheck(analysis).Check(rule.when, guards);
    if (rule.must.IsValid()) GuardCheck(analysis).Check(rule.must, guards);
    if (rule.met_if.IsValid()) GuardCheck(analysis).Check(rule.met_if, guards);
    for (const Exception& exception : rule.exceptions) CheckException(analysis, exception);
  }
}

}  // namespace zhun::sema
