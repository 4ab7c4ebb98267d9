#pragma once

#include <string>

#include "runtime/base/source.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"

/// Messages for people, as the best compilers print them. Pure functions; safe on any thread.
namespace zhun::diagnostics {

/// One message, ending in a line end: code and sentence, place, the lines of the source with the exact range marked
/// (^^^^) and whatever else the message speaks of (----), help, and each fix as the line it would make. Columns know
/// that a Han character is two wide; what a terminal would obey instead of showing is written out as <U+202E>.
/// `colour` puts ANSI escapes in. `sources` must hold every source the message names.
std::string RenderText(const Diagnostic& diagnostic, const base::SourceStore& sources, base::Language language,
                       bool colour = false);

/// "3 个错误，1 个警告" / "3 errors, 1 warning", without a line end; empty where there is nothing to count. Errors
/// beyond the limit of the sink are counted too.
std::string RenderSummary(const Sink& sink, base::Language language);

/// Every message in the order of the sink, a blank line after each, then the summary; empty for an empty sink.
std::string RenderReport(const Sink& sink, const base::SourceStore& sources, base::Language language,
                         bool colour = false);

}  // namespace zhun::diagnostics
