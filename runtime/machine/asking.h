#pragma once

#include <cstdint>

#include "runtime/facts/facts.h"
#include "runtime/residual/residual.h"

/// Questions about one fact, and their answers as bytes: 0 false, 1 unknown, 2 true. `negated`: the opposite is wanted.
namespace zhun::machine {

inline constexpr std::uint8_t kFalse = 0, kUnknown = 1, kTrue = 2;

inline std::uint8_t Of(bool known) { return static_cast<std::uint8_t>(std::uint8_t{known} << 1); }
inline std::uint8_t Of(values::Truth truth) { return static_cast<std::uint8_t>(truth); }

/// The answer of a test on a fact: none is never what is tested for.
template <class Test>
std::uint8_t Ask(const facts::Fact& fact, bool negated, Test test) {
  if (fact.value.state == values::State::kKnown) [[likely]]
    return Of(test(fact.code) != negated);
  return fact.value.state == values::State::kNone ? Of(negated) : kUnknown;
}

/// The same where an order is asked for, in which none has no place.
template <class Test>
std::uint8_t Order(const facts::Fact& fact, bool negated, Test test) {
  if (fact.value.state == values::State::kKnown) [[likely]]
    return Of(test(fact.code) != negated);
  return kUnknown;
}

/// Whether something is true of an item asked for: of one of a known list, or of whichever it may be.
inline std::uint8_t AnyItem(const facts::Fact& items, std::uint64_t holds, std::uint64_t fails) {
  const auto set = static_cast<std::uint64_t>(items.code);
  if (items.value.state == values::State::kKnown) [[likely]] {
    if ((set & holds) != 0) return kTrue;
    return (set & ~fails) != 0 ? kUnknown : kFalse;
  }
  if (items.value.state == values::State::kNone) return kFalse;
  return (fails >> residual::kUnsaidBit & 1) != 0 ? kFalse : kUnknown;
}

/// `extra` words of a bit set over codes.
inline bool IsOneOf(std::int64_t code, const std::uint64_t* words, std::uint32_t extra) {
  const auto bit = static_cast<std::uint64_t>(code);
  return bit < std::uint64_t{extra} * 64 && (words[bit >> 6] >> (bit & 63) & 1) != 0;
}

/// From `lowest` to `highest`.
inline bool IsBetween(std::int64_t code, std::uint64_t lowest, std::uint64_t highest) {
  return static_cast<std::uint64_t>(code) - lowest <= highest - lowest;
}

}  // namespace zhun::machine
