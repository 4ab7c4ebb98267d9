#pragma once

#include <string>
#include <string_view>

#include "runtime/values/json.h"

namespace zhun::values {

/// RFC 8785 (JSON Canonicalization Scheme) of a tree without fractions: no blanks, members sorted by the UTF-16 code
/// units of their keys, only the escapes that must be. Two documents that differ in layout only have one text.
std::string Canonical(const Json& json);

/// Whether `left` comes before `right` by UTF-16 code units; both are UTF-8.
bool BeforeInUtf16(std::string_view left, std::string_view right);

}  // namespace zhun::values
