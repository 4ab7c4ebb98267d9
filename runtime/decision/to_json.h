#pragma once

#include <string>

#include "runtime/decision/decision.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::decision {

/// The decision as the contract's JSON document. `indent`: spaces a level; -1 for one line. Same decision, same bytes.
std::string ToJson(const Decision& decision, const vocabulary::Vocabulary& vocabulary, int indent);

}  // namespace zhun::decision
