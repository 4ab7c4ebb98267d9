#pragma once

#include <cstdint>
#include <vector>

#include "runtime/residual/residual.h"

/// Code made ready to run. After J. R. Bell, «Threaded Code», Communications of the ACM 16 (1973).
namespace zhun::machine {

/// Where an instruction is carried out: in a place of its own, or with those that are rare.
enum class Place : std::uint8_t {
  kEnd,
  kRest,
  kAnd,
  kOr,
  kHolds,
  kEqual,
  kOneOf,
  kSubset,
  kBetween,
  kBelow,
  kAbove,
  kAnyItemOf,
  kEveryItemOf,
};

/// An instruction with addresses and distances in place of numbers.
struct Step {
  const void* place = nullptr;
  std::uint32_t left = 0, right = 0;  ///< a register of truths, or bytes from the first fact
  std::uint32_t constant = 0;         ///< bytes from the first constant
  std::uint32_t extra = 0;
  std::uint32_t target = 0;
  bool negated = false;
  std::uint32_t length = 0;  ///< kRest: the instruction and the body that belongs to it
  const residual::Instruction* instruction = nullptr;
};

/// Truths of rules of one class, side by side; at most eight.
struct Chunk {
  std::uint32_t first = 0;
  std::uint32_t shift = 0;  ///< 8 times the class
  std::uint64_t mask = 0;   ///< of eight bytes, those
};

struct Ready {
  std::vector<Step> steps;  ///< the last is kEnd; empty: not made ready yet
  std::vector<Chunk> chunks;
};

/// `places`: addresses by Place.
Ready MakeReady(const residual::Residual& residual, const residual::Code& code, const void* const* places);

}  // namespace zhun::machine
