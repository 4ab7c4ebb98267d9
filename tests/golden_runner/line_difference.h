#pragma once

#include <string>
#include <string_view>

namespace zhun::golden {

/// The lines of `expected` that are gone ("-") and those of `actual` that are new ("+"), with up to three equal lines
/// round them and "@@ 12" (line of `expected`) where lines are left out; empty for equal texts. A last line without
/// line end, and blanks or carriage returns at the end of a line that differs, are made visible.
std::string LineDifference(std::string_view expected, std::string_view actual);

}  // namespace zhun::golden
