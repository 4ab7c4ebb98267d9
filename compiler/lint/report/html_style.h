#pragma once

#include <string_view>

namespace zhun::lint {

/// The style sheet of the page: for a screen of any width, and for A4 paper without colours.
extern const std::string_view kHtmlStyle;

}  // namespace zhun::lint
