#pragma once

#include <functional>
#include <string>

#include "compiler/lint/subject/policies.h"

/// What the conditions of the model read.
namespace zhun::lint {

/// The JSON keys of a path, joined by dots: "entry.sharing", "application.applicant.level"; after 其 "it.minor". Empty
/// for what is no path.
std::string KeysOf(const PolicySubject& subject, sema::ExprId expr);

/// Calls `visit` with the expression and everything below it; with `definitions`, also what definitions stand for, each
/// of them once.
void ForEachModelExpression(const PolicySubject& subject, sema::ExprId root, bool definitions,
                            const std::function<void(sema::ExprId, const sema::Expr&)>& visit);

}  // namespace zhun::lint
