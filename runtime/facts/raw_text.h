#pragma once

#include <cstddef>
#include <cstring>

namespace zhun::facts {

/// How many bytes of a JSON text stand before its closing quotation mark or its first backslash, which must come; `text`
/// is what stands behind the opening mark. 15 bytes beyond the end must be readable (simdjson::SIMDJSON_PADDING are).
inline std::size_t PlainSize(const char* text) {
  std::size_t size = 0;
#ifdef __SSE2__
  using Bytes [[gnu::vector_size(16)]] = char;
  for (;; size += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text + size, sizeof bytes);
    const auto ends = static_cast<Bytes>((bytes == '"') | (bytes == '\\'));
    const auto found = static_cast<unsigned>(__builtin_ia32_pmovmskb128(ends));
    if (found != 0) return size + static_cast<std::size_t>(__builtin_ctz(found));
  }
#else
  while (text[size] != '"' && text[size] != '\\') ++size;
  return size;
#endif
}

}  // namespace zhun::facts
