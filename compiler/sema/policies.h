#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Adds a policy to the model with what its header says that needs no look-up; returns its index.
std::uint32_t DeclarePolicy(Analysis& analysis, const ast::Policy& tree, std::uint32_t unit);
/// Header citations, applicability, readings, and what a header must have.
void ResolvePolicy(Analysis& analysis, std::uint32_t policy, std::uint32_t unit);
void ResolveFinding(Analysis& analysis, std::uint32_t finding, const ast::Finding& tree, std::uint32_t unit);
/// 不可形式化: its citations must exist.
void CheckUnformalised(Analysis& analysis, const ast::Policy& tree, std::uint32_t unit, std::uint32_t policy);
/// On every day at most one version of a policy is in force.
void CheckVersions(Analysis& analysis);
/// Codes are ids in decisions: the same code may not mean two rules that can apply together.
void CheckCodes(Analysis& analysis);
/// The definition with the reserved name 「目录条件适用」 guards every rule that rests on a published condition.
void FindCatalogueGuard(Analysis& analysis);

}  // namespace zhun::sema
