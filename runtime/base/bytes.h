#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

/// Short texts as numbers, without calls. Nothing outside the bytes given is read.
namespace zhun::base {

inline std::uint64_t EightBytes(const char* at) {
  std::uint64_t word;
  std::memcpy(&word, at, sizeof word);
  return word;
}

/// `size` bytes, 1 to 7, the first lowest (little-endian).
inline std::uint64_t FewBytes(const char* at, std::size_t size) {
  if (size >= 4) {
    std::uint32_t low, high;
    std::memcpy(&low, at, sizeof low);
    std::memcpy(&high, at + size - 4, sizeof high);
    return low | static_cast<std::uint64_t>(high) << 8 * (size - 4);
  }
  const auto byte = [at](std::size_t place) {
    return std::uint64_t{static_cast<unsigned char>(at[place])} << 8 * place;
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

inline bool SameBytes(const char* one, const char* other, std::size_t size) {
  if (size < 8) return size == 0 || FewBytes(one, size) == FewBytes(other, size);
  std::size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    if (EightBytes(one + at) != EightBytes(other + at)) return false;
  }
  return EightBytes(one + size - 8) == EightBytes(other + size - 8);
}

}  // namespace zhun::base
