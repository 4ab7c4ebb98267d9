#pragma once

#include <string_view>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::values {

/// Says why `text`, which a parser refused, is no JSON document: reads it a second time, slowly, only to find the place.
void ReportMalformed(std::string_view text, std::string_view name, diagnostics::Sink& sink);

/// Reports `code` with the arguments line and column (code points, from 1) of a byte offset.
void ReportAt(diagnostics::Code code, std::string_view text, std::size_t offset, std::string_view name,
              diagnostics::Sink& sink);

}  // namespace zhun::values
