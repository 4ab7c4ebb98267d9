#pragma once

#include <string>
#include <string_view>

namespace zhun::lint {

/// `text` as it may stand in HTML and XML, in an element or an attribute. What a reader would not see (control and
/// bidirectional characters, bytes that are no UTF-8) is written out as <U+202E>; line ends stay.
std::string Escaped(std::string_view text);

}  // namespace zhun::lint
