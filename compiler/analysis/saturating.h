#pragma once

#include <cstdint>
#include <limits>

namespace zhun::analysis {

/// A number of operations. Sums and products that leave 64 bits stay at the largest number: over every budget.
using Count = std::uint64_t;
inline constexpr Count kEndless = std::numeric_limits<Count>::max();

constexpr Count Plus(Count left, Count right) { return left > kEndless - right ? kEndless : left + right; }
constexpr Count Times(Count left, Count right) {
  if (left == 0 || right == 0) return 0;
  return left > kEndless / right ? kEndless : left * right;
}

}  // namespace zhun::analysis
