#pragma once

#include <string_view>

namespace zhun::picture {

/// The style sheet of the page.
extern const std::string_view kStyle;

}  // namespace zhun::picture
