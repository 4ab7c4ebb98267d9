#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Fills `model.rules[rule]` (already declared) from its tree: clauses, names, types, citations, what its kind allows.
void ResolveRule(Analysis& analysis, std::uint32_t rule, const ast::Rule& tree, std::uint32_t unit);

/// The rule's name in messages: 要求「仅核验」.
base::Words Title(const ast::Rule& tree);

}  // namespace zhun::sema
