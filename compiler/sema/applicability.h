#pragma once

#include <string>

#include "compiler/sema/scope.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::sema {

/// The JSON keys of a path, joined by dots: "entry.sharing", "application.applicant.level"; after 其 "it.minor". Empty
/// for what is no path.
std::string KeysOf(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId expr);

/// The first part of a condition that no table of fixed values can answer (decision/applicability.h); invalid: there is
/// none. A fact of the entry or the application against fixed values can be looked up, and what and, or and not make of
/// such.
ExprId Unindexable(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId condition);

/// Says which policies apply under a condition that cannot be indexed. Nothing where anything else is wrong: in error a
/// definition may use itself.
void ReportUnindexable(Analysis& analysis);

}  // namespace zhun::sema
