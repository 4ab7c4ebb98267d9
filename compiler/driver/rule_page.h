#pragma once

#include <string>

#include "runtime/base/date.h"
#include "runtime/base/words.h"
#include "runtime/program/bundle.h"

/// What a compiled rule says, for `zhun explain`: its policy, kind, outcome, when it speaks, what it wants, and what it
/// rests on with the text as of a day.
namespace zhun::driver {

std::string RuleAsText(const program::Bundle& bundle, const program::Rule& rule, base::Date as_of,
                       base::Language language);
/// One object on one line, with its line end.
std::string RuleAsJson(const program::Bundle& bundle, const program::Rule& rule, base::Date as_of);

}  // namespace zhun::driver
