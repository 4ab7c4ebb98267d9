#pragma once

#include <cstdint>
#include <string_view>

namespace zhun::store {

/// XXH3, 64 bits. Finds accidents, not forgers: whoever can write the file can make it fit. Part of the file format.
std::uint64_t Hash(std::string_view bytes, std::uint64_t seed = 0);

}  // namespace zhun::store
