#pragma once

#include <string>

#include "compiler/lint/subject/rule.h"
#include "runtime/base/date.h"
#include "runtime/law/registry.h"

/// What a rule of the linter is about, for `zhun explain`: what it finds, why that matters, the provisions it rests on
/// with their texts as of a day, and a sample, wrong and put right.
namespace zhun::driver {

std::string LintRuleAsText(const lint::RuleRow& row, const law::Registry& law, base::Date as_of,
                           base::Language language);
/// One object, without a line end; with the keys of a message and `basis`.
std::string LintRuleAsJson(const lint::RuleRow& row, const law::Registry& law, base::Date as_of);

}  // namespace zhun::driver
