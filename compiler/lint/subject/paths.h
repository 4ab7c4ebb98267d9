#pragma once

#include <functional>
#include <string>

#include "compiler/lint/subject/policies.h"

/// What the conditions of the model read.
namespace zhun::lint {

/// The JSON keys of a path, joined by dots: "entry.sharing", "application.applicant.level"; after 其 "it.minor". Empty
/// for what is no path.
std::string KeysOf(const PolicySubject& subject, sema::ExprId expr);

/// Calls `visit` with the expression and everything below it; with `definitions`, also what definitions stand for.
void ForEachModelExpression(const PolicySubject& subject, sema::ExprId root, bool definitions,
                            const std::function<void(sema::ExprId, const sema::Expr&)>& visit);

/// The conditions of a rule and of its exceptions, its time limit included; those that are there.
std::vector<sema::ExprId> ConditionsOf(const sema::Rule& rule);

}  // namespace zhun::lint
