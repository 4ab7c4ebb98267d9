#pragma once

#include <cstdint>

namespace zhun::benchmark {

/// Calls of operator new in this process so far, of all threads.
std::uint64_t Allocations();

}  // namespace zhun::benchmark
