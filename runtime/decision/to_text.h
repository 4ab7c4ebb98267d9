#pragma once

#include <string>

#include "runtime/base/words.h"
#include "runtime/decision/decision.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::decision {

/// The decision as an official reply reads: outcome, reasons with the article quoted, terms, obligations, deadlines, or
/// the complete list of what is missing. `explain` adds the facts each rule saw.
std::string ToText(const Decision& decision, const vocabulary::Vocabulary& vocabulary, base::Language language,
                   bool explain);

}  // namespace zhun::decision
