#pragma once

#include <optional>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

/// The first instrument that the row of a rule rests on, in its first version with a known first day; nullptr: not
/// registered.
const law::Instrument* InstrumentOf(const Background& background, RuleCode rule);

}  // namespace zhun::lint
