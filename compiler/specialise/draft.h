#pragma once

#include <cstdint>
#include <vector>

#include "runtime/residual/residual.h"

/// Residual code before it is laid out: constants are numbered, and texts are codes of their domains.
namespace zhun::specialise {

struct Constant {
  bool list = false;  ///< the words stand elsewhere; their place and count are the constant
  std::vector<std::uint64_t> words;
};

/// The program of one entry for one period. `constant` of an instruction is an index into `constants`.
struct Draft {
  std::vector<residual::Instruction> instructions;
  std::vector<residual::Rule> rules;
  std::vector<Constant> constants;
  std::vector<std::uint32_t> policies;  ///< first rule of each entry policy that has a say
  std::uint32_t truth_count = residual::kFirstRegister, derived_count = 0, item_count = 0;
  std::uint16_t items_slot = 0xFFFF;
  std::uint16_t begins[residual::kClassCount + 1] = {};  ///< see residual::Code
  bool general = false;                 ///< it cannot be specialised
  bool exact = true;                    ///< nothing was left out that residual code cannot say
};

/// Slots that are derived, not bound, are numbered from here until the number of slots is known.
inline constexpr std::uint16_t kFirstDerived = 0x8000;

}  // namespace zhun::specialise
