#pragma once

/// Memory that runs out when a test says so. In a source of its own: a compiler that sees both inlines `new` and `free`.
namespace zhun::embed_test {

inline constexpr long kAnyNumber = -1;

/// From now on so many allocations by `new` succeed on this thread; the others throw std::bad_alloc.
void AllowAllocations(long count);

}  // namespace zhun::embed_test
