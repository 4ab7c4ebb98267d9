#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// A finding of an entry's policy that no rule reads has no effect, which its author will not expect (LANGUAGE-NOTES.md,
/// §8). Says so where nothing else is wrong: a condition with an error may be the one that meant to read it.
void CheckUnreadFindings(Analysis& analysis);

}  // namespace zhun::sema
