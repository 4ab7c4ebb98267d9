#pragma once

#include <cstdint>

/// Questions about 64 rows at once: the answer is a word, a bit a row. Each is compiled twice, for every x86-64 and for
/// machines with AVX2; the loader picks one.
namespace zhun::machine::kernels {

/// A word for every row of a block, or one for all of them.
struct Words {
  bool same = true;
  std::uint64_t one = 0;
  std::uint64_t at[64];
};

std::uint64_t Equal(const std::int64_t* codes, const Words& words);
std::uint64_t Below(const std::int64_t* codes, const Words& words);
std::uint64_t Above(const std::int64_t* codes, const Words& words);
std::uint64_t IsNotZero(const std::int64_t* codes);
std::uint64_t HasOthers(const std::int64_t* sets, const Words& words);  ///< some member of the set is not in the word
std::uint64_t LacksSome(const std::int64_t* sets, const Words& words);  ///< some member of the word is not in the set
std::uint64_t HasCommon(const std::int64_t* sets, const Words& words);
/// Whether the code is `64 * number + bit` for a bit that the word has.
std::uint64_t IsBit(const std::int64_t* codes, const Words& words, std::uint64_t number);
/// from + length <= to + more
std::uint64_t EndsBy(const std::int64_t* from, const std::int64_t* to, const Words& lengths, std::int64_t more);
/// 64 codes in twice the room.
void Widen(const std::int32_t* narrow, std::int64_t* wide);
/// Bits as bytes: byte i is the number whose bits are bit i of each of the four words.
void Spread(const std::uint64_t* planes, std::uint8_t* bytes);

}  // namespace zhun::machine::kernels
