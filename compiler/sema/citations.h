#pragma once

#include "compiler/sema/scope.h"
#include "runtime/base/date.h"

namespace zhun::sema {

/// Looks up the citations of one clause as of `date` (the first day the policy is in force): form, existence, force and
/// quotations are checked. Wrong ones are reported and left out.
Citations ResolveCitations(Analysis& analysis, const Scope& scope, const ast::Citations& trees, base::Date date);

/// The abbreviations that the citations of a policy's header introduce as statutes do, by （以下简称 …） behind the full name.
/// In the other clauses of the policy the abbreviation then stands for the full name.
std::map<std::string, std::string> AbbreviationsIn(const ast::Citations& header);

}  // namespace zhun::sema
