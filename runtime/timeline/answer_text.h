#pragma once

#include <string>

#include "runtime/timeline/timeline.h"

/// A case over time, written out.
namespace zhun::timeline {

/// JSON; `indent` as in `base::JsonWriter`.
std::string ToJson(const Result& result, const vocabulary::Vocabulary& vocabulary, int indent);

/// One line of JSON: {"case":…,"overdue":[…],"next":…}; what a system asks of many open cases. `next` is the pending
/// deadline that ends first, null where there is none.
std::string ToBriefJson(const Result& result);

/// For people.
std::string ToText(const Result& result, const vocabulary::Vocabulary& vocabulary, base::Language language);

}  // namespace zhun::timeline
