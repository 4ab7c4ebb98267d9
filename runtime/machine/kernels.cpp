#include "runtime/machine/kernels.h"

#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define ZHUN_KERNEL __attribute__((target_clones("avx2", "default")))
#else
#define ZHUN_KERNEL
#endif
#define ZHUN_INSIDE inline __attribute__((always_inline))

#if defined(__GNUC__)
#pragma GCC diagnostic ignored "-Wpsabi"  // vectors are only passed to what is inlined
#endif

namespace zhun::machine::kernels {
namespace {

/// Four rows; comparisons give all ones or zero a row.
using Codes = std::int64_t __attribute__((vector_size(32)));
using Sets = std::uint64_t __attribute__((vector_size(32)));

ZHUN_INSIDE Codes Load(const std::int64_t* codes) {
  Codes four;
  std::memcpy(&four, codes, sizeof four);
  return four;
}

ZHUN_INSIDE Sets Load(const std::uint64_t* words) {
  Sets four;
  std::memcpy(&four, words, sizeof four);
  return four;
}

/// Four rows at a time: what was answered becomes a bit each, the bits of four steps further on.
template <class Test>
ZHUN_INSIDE std::uint64_t Ask(Test test) {
  Sets bit = {1, 2, 4, 8}, all = {0, 0, 0, 0};
  for (int row = 0; row < 64; row += 4) {
    all |= test(row) & bit;
    bit <<= 4;
  }
  return all[0] | all[1] | all[2] | all[3];
}

/// Asks with one word, which stays in a register, or with a word a row.
template <class Test>
ZHUN_INSIDE std::uint64_t AskWords(const Words& words, Test test) {
  if (words.same) {
    const Sets word = {words.one, words.one, words.one, words.one};
    return Ask([&](int row) __attribute__((always_inline)) { return test(row, word); });
  }
  return Ask([&](int row) __attribute__((always_inline)) { return test(row, Load(words.at + row)); });
}

}  // namespace

ZHUN_KERNEL void Widen(const std::int32_t* narrow, std::int64_t* wide) {
  using Half = std::int32_t __attribute__((vector_size(16)));
  for (int row = 0; row < 64; row += 4) {
    Half half;
    std::memcpy(&half, narrow + row, sizeof half);
    const Codes four = __builtin_convertvector(half, Codes);
    std::memcpy(wide + row, &four, sizeof four);
  }
}

ZHUN_KERNEL std::uint64_t Equal(const std::int64_t* codes, const Words& words) {
  return AskWords(
      words, [=](int row, Sets word) __attribute__((always_inline)) { return Sets(Load(codes + row) == Codes(word)); });
}

ZHUN_KERNEL std::uint64_t Below(const std::int64_t* codes, const Words& words) {
  return AskWords(
      words, [=](int row, Sets word) __attribute__((always_inline)) { return Sets(Load(codes + row) < Codes(word)); });
}

ZHUN_KERNEL std::uint64_t Above(const std::int64_t* codes, const Words& words) {
  return AskWords(
      words, [=](int row, Sets word) __attribute__((always_inline)) { return Sets(Load(codes + row) > Codes(word)); });
}

ZHUN_KERNEL std::uint64_t IsNotZero(const std::int64_t* codes) {
  return Ask([=](int row) __attribute__((always_inline)) { return Sets(Load(codes + row) != 0); });
}

ZHUN_KERNEL std::uint64_t HasOthers(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, Sets word)
                             __attribute__((always_inline)) { return Sets((Sets(Load(sets + row)) & ~word) != 0); });
}

ZHUN_KERNEL std::uint64_t LacksSome(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, Sets word)
                             __attribute__((always_inline)) { return Sets((word & ~Sets(Load(sets + row))) != 0); });
}

ZHUN_KERNEL std::uint64_t HasCommon(const std::int64_t* sets, const Words& words) {
  return AskWords(words, [=](int row, Sets word)
                             __attribute__((always_inline)) { return Sets((word & Sets(Load(sets + row))) != 0); });
}

ZHUN_KERNEL std::uint64_t IsBit(const std::int64_t* codes, const Words& words, std::uint64_t number) {
  return AskWords(words, [=](int row, Sets word) __attribute__((always_inline)) {
    const Sets code = Sets(Load(codes + row));
    return Sets((code >> 6) == number) & Sets(((word >> (code & 63)) & 1) != 0);
  });
}

ZHUN_KERNEL std::uint64_t EndsBy(const std::int64_t* from, const std::int64_t* to, const Words& lengths,
                                 std::int64_t more) {
  return AskWords(lengths, [=](int row, Sets length) __attribute__((always_inline)) {
    const Sets end = Sets(Load(from + row)) + length;
    const Sets last = Sets(Load(to + row)) + static_cast<std::uint64_t>(more);
    return Sets(Codes(end) <= Codes(last));
  });
}

void Spread(const std::uint64_t* planes, std::uint8_t* bytes) {
  // Eight bits to eight bytes: bit i times a power of 128 lands in byte i, where all but the lowest bit are cut off.
  constexpr std::uint64_t kApart = 0x8040201008040201ull, kLowest = 0x0101010101010101ull;
  for (int group = 0; group < 8; ++group) {
    std::uint64_t word = 0;
    for (int plane = 0; plane < 4; ++plane) {
      if (planes[plane] == 0) continue;
      const std::uint64_t eight = planes[plane] >> 8 * group & 0xFF;
      const std::uint64_t apart = eight * kLowest & kApart;  // byte i holds bit i, in its place
      word |= ((apart + 0x7F7F7F7F7F7F7F7Full) >> 7 & kLowest) << plane;
    }
    std::memcpy(bytes + 8 * group, &word, sizeof word);
  }
}

}  // namespace zhun::machine::kernels
