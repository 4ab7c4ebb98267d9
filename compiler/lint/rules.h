#pragma once

#include "compiler/lint/subject/rule.h"

namespace zhun::lint {

/// The behaviour of a rule, from its own file.
const Rule& BehaviourOf(RuleCode code);

/// The rule that a message of the compiler belongs to; nothing where it is nobody's.
std::optional<RuleCode> AdopterOf(const diagnostics::Diagnostic& message);

}  // namespace zhun::lint
