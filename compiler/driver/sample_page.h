#pragma once

#include <string>

#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

/// What pages about messages and about rules of the linter have in common.
namespace zhun::driver {

/// 错误 / error
const base::Words& WordsOf(diagnostics::Severity severity);

/// What is wrong and the same put right, each under its title, indented and with what a terminal would hide.
std::string SampleAsText(const base::Words& bad, const base::Words& good, base::Language language);

}  // namespace zhun::driver
