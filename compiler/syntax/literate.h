#pragma once

#include <string>
#include <string_view>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::syntax {

/// `text` of a `.zhun.md` file with every byte outside its ```zhun blocks blanked; line ends and offsets stay. A block
/// that is never closed is reported.
std::string BlankProse(std::string_view text, base::SourceId source, diagnostics::Sink& sink);

}  // namespace zhun::syntax
