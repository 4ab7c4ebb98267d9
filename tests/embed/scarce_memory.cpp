#include "tests/embed/scarce_memory.h"

#include <cstdlib>
#include <new>

namespace {

thread_local long left = zhun::embed_test::kAnyNumber;

}  // namespace

namespace zhun::embed_test {

void AllowAllocations(long count) { left = count; }

}  // namespace zhun::embed_test

void* operator new(std::size_t size) {
  if (left == 0) throw std::bad_alloc();
  if (left > 0) --left;
  void* memory = std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
// The library asks for it too (std::stable_sort); whoever replaces one must replace both, or a sanitizer sees two heaps.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  if (left == 0) return nullptr;
  if (left > 0) --left;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
