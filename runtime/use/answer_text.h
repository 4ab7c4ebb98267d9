#pragma once

#include <string>

#include "runtime/use/papers.h"

/// An answer written out.
namespace zhun::use {

/// JSON; `indent` as in `base::JsonWriter`.
std::string ToJson(const Judged& judged, const vocabulary::Vocabulary& vocabulary, int indent);
/// For people. `explain`: with rules and the facts they saw.
std::string ToText(const Judged& judged, const vocabulary::Vocabulary& vocabulary, base::Language language,
                   bool explain);

}  // namespace zhun::use
