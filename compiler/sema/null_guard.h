#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// A record that may be answered "none" can be read into only behind `不为空 且` (LANGUAGE.md, «Semantics»): a date of no
/// consent at all must not make a condition true for the wrong reason. Checks every rule, exception and definition.
void CheckNullGuards(Analysis& analysis);

}  // namespace zhun::sema
