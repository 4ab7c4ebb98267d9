#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Reports clauses that the rule's kind does not take, clauses written twice, and clauses it must have (clauses.def).
void CheckClauses(Analysis& analysis, const ast::Rule& tree);

}  // namespace zhun::sema
