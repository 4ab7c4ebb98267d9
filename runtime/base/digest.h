#pragma once

#include <string>
#include <string_view>

namespace zhun::base {

/// SHA-256 of `bytes` as "sha256:" and 64 lower-case hexadecimal digits.
std::string Digest(std::string_view bytes);

}  // namespace zhun::base
