#include "runtime/store/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace zhun::store {

std::uint64_t Hash(std::string_view bytes, std::uint64_t seed) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), seed);
}

}  // namespace zhun::store
