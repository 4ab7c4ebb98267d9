#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace zhun::base {

/// Four-byte index of a `T` in its `Store<T>`. A default id is invalid.
template <class T>
struct Id {
  static constexpr std::uint32_t kInvalid = 0xFFFFFFFFu;
  std::uint32_t index = kInvalid;

  constexpr bool IsValid() const { return index != kInvalid; }
  auto operator<=>(const Id&) const = default;
};

/// Append-only vector addressed by `Id<T>`. Ids stay valid; references do not survive `Add`.
template <class T>
class Store {
 public:
  Id<T> Add(T value) {
    items_.push_back(std::move(value));
    return Id<T>{static_cast<std::uint32_t>(items_.size() - 1)};
  }
  const T& operator[](Id<T> id) const {
    assert(id.index < items_.size());
    return items_[id.index];
  }
  T& operator[](Id<T> id) {
    assert(id.index < items_.size());
    return items_[id.index];
  }
  std::size_t Size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  std::vector<T> items_;
};

}  // namespace zhun::base
