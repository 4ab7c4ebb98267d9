#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// UTF-8, as far as documents need it.
namespace zhun::values {

/// Byte offset of the first byte that is no well-formed UTF-8 (overlong forms and surrogates are none); npos where all is.
std::size_t FirstInvalidUtf8(std::string_view text);

/// Code points of well-formed UTF-8.
std::size_t CountCodePoints(std::string_view text);

/// The code point at `*offset` of well-formed UTF-8; moves `*offset` behind it.
char32_t NextCodePoint(std::string_view text, std::size_t* offset);

/// At most `most` code points from the beginning, for messages; what was cut off is shown by an ellipsis.
std::string Shortened(std::string_view text, std::size_t most = 60);

}  // namespace zhun::values
