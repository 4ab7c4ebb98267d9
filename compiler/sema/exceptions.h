#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Checks and resolves exceptions written inside a rule or another exception.
std::vector<Exception> ResolveExceptions(Analysis& analysis, const Scope& scope,
                                         const std::vector<ast::Exception>& trees, base::Date date);

/// Hangs `例外 「甲」 于 「乙」` of every policy on the rule or exception it names; reports those that hang nowhere.
void AttachExceptions(Analysis& analysis);

/// Exceptions may only switch off rules of certain kinds, on a basis of no lower rank (LANGUAGE.md, «Semantics»).
/// Runs once all exceptions are attached.
void CheckExceptions(Analysis& analysis);

}  // namespace zhun::sema
