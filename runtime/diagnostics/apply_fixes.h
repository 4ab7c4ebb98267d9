#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::diagnostics {

/// The fixes in `source` that may be applied without asking: those of messages that offer exactly one, and one that is no
/// guess. In order of their places; of two that overlap only the first, since the second was made for the old text.
std::vector<Fix> SafeFixes(const Sink& sink, base::SourceId source);

/// `text` with `fixes` put in. They must lie in it, in order, without overlap.
std::string ApplyFixes(std::string_view text, const std::vector<Fix>& fixes);

}  // namespace zhun::diagnostics
