#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "runtime/base/source.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/diagnostics/paint.h"

namespace zhun::diagnostics {

/// "建议: …" / "help: …" with its line end.
std::string HelpLine(std::string_view text, base::Language language, Paint paint);

/// What the fix does, and below it the lines as they would read afterwards, with what is put in marked (++++).
std::string RenderFix(const Fix& fix, const base::SourceStore& sources, base::Language language, std::size_t gutter,
                      Paint paint);

}  // namespace zhun::diagnostics
