#include "runtime/machine/kernels.h"

#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define ZHUN_KERNEL __attribute__((target_clones("avx2", "default"), optimize("O3")))
#else
#define ZHUN_KERNEL
#endif

namespace zhun::machine::kernels {
namespace {

/// Sixty-four bytes of 0 or 1 as bits. Eight bytes at a time: the product moves byte i to bit 56 + i.
inline __attribute__((always_inline)) std::uint64_t Pack(const std::uint8_t* answers) {
  std::uint64_t bits = 0;
  for (int i = 0; i < 8; ++i) {
    std::uint64_t word;
    std::memcpy(&word, answers + 8 * i, sizeof word);
    bits |= (word * 0x0102040810204080ull >> 56) << 8 * i;
  }
  return bits;
}

template <class Test>
inline __attribute__((always_inline)) std::uint64_t Ask(Test test) {
  std::uint8_t answers[64];
  for (int row = 0; row < 64; ++row) answers[row] = test(row) ? 1 : 0;
  return Pack(answers);
}

/// Asks with one word, which the compiler keeps in a register, or with a word a row.
template <class Test>
inline __attribute__((always_inline)) std::uint64_t AskWords(const Words& words, Test test) {
  if (words.same) {
    const std::uint64_t word = words.one;
    return Ask([&](int row) { return test(row, word); });
  }
  return Ask([&](int row) { return test(row, words.at[row]); });
}

inline std::int64_t Signed(std::uint64_t word) { return static_cast<std::int64_t>(word); }
inline std::uint64_t Set(std::int64_t code) { return static_cast<std::uint64_t>(code); }

}  // namespace

ZHUN_KERNEL std::uint64_t Equal(const std::int64_t* codes, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return codes[row] == Signed(word); });
}

ZHUN_KERNEL std::uint64_t Below(const std::int64_t* codes, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return codes[row] < Signed(word); });
}

ZHUN_KERNEL std::uint64_t Above(const std::int64_t* codes, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return codes[row] > Signed(word); });
}

ZHUN_KERNEL std::uint64_t IsNotZero(const std::int64_t* codes) {
  return Ask([=](int row) { return codes[row] != 0; });
}

ZHUN_KERNEL std::uint64_t HasOthers(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return (Set(sets[row]) & ~word) != 0; });
}

ZHUN_KERNEL std::uint64_t LacksSome(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return (word & ~Set(sets[row])) != 0; });
}

ZHUN_KERNEL std::uint64_t HasCommon(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, std::uint64_t word) { return (word & Set(sets[row])) != 0; });
}

ZHUN_KERNEL std::uint64_t IsBit(const std::int64_t* codes, const Words& words, std::uint64_t number) {
  return AskWords(words, [=](int row, std::uint64_t word) {
    const std::uint64_t code = Set(codes[row]);
    return (code >> 6 == number) & ((word >> (code & 63) & 1) != 0);
  });
}

ZHUN_KERNEL std::uint64_t EndsBy(const std::int64_t* from, const std::int64_t* to, const Words& lengths,
                                 std::int64_t more) {
  return AskWords(lengths, [=](int row, std::uint64_t length) {
    return Signed(Set(from[row]) + length) <= Signed(Set(to[row]) + Set(more));
  });
}

ZHUN_KERNEL void Spread(const std::uint64_t* planes, std::uint8_t* bytes) {
  for (int row = 0; row < 64; ++row) {
    const std::uint64_t byte = (planes[0] >> row & 1) | (planes[1] >> row & 1) << 1 | (planes[2] >> row & 1) << 2 |
                               (planes[3] >> row & 1) << 3;
    bytes[row] = static_cast<std::uint8_t>(byte);
  }
}

}  // namespace zhun::machine::kernels
