#pragma once

#include "compiler/sema/scope.h"
#include "runtime/base/date.h"

namespace zhun::sema {

/// Looks up the citations of one clause as of `date` (the first day the policy is in force): form, existence, force and
/// quotations are checked. Wrong ones are reported and left out.
Citations ResolveCitations(Analysis& analysis, const Scope& scope, const ast::Citations& trees, base::Date date);

}  // namespace zhun::sema
