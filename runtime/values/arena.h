#pragma once

#include <cstring>
#include <memory>
#include <memory_resource>
#include <span>
#include <string_view>
#include <type_traits>

namespace zhun::values {

/// Memory that is freed all at once. What it gives out stays where it is until then. Not thread-safe.
class Arena {
 public:
  Arena() : memory_(kFirstBlock) {}
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// `count` default-constructed objects.
  template <class T>
  std::span<T> Make(std::size_t count) {
    static_assert(std::is_trivially_destructible_v<T>, "nothing is destroyed one by one");
    if (count == 0) return {};
    T* first = static_cast<T*>(memory_.allocate(count * sizeof(T), alignof(T)));
    std::uninitialized_default_construct_n(first, count);
    return {first, count};
  }

  std::string_view Keep(std::string_view text) {
    if (text.empty()) return "";
    const std::span<char> copy = Make<char>(text.size());
    std::memcpy(copy.data(), text.data(), text.size());
    return {copy.data(), copy.size()};
  }

 private:
  static constexpr std::size_t kFirstBlock = 4096;  // an ordinary application

  std::pmr::monotonic_buffer_resource memory_;
};

}  // namespace zhun::values
