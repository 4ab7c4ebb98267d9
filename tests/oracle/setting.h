#pragma once

#include <cstdint>

namespace zhun::oracle {

/// How large the random runs are; the command line of the test program sets them (main.cpp).
struct Setting {
  int pairs = 2000;          ///< policies × inputs
  std::uint64_t seed = 1;
};
Setting& TheSetting();

inline constexpr int kCasesOfEachPolicy = 10;

}  // namespace zhun::oracle
