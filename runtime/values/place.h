#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zhun::values {

/// A place in a JSON document, as a chain up to the root. Costs nothing until a message needs its pointer; must not
/// outlive the place above it.
class Place {
 public:
  Place() = default;  ///< the whole document
  Place(const Place* parent, std::string_view key) : parent_(parent), key_(key) {}
  Place(const Place* parent, std::size_t index) : parent_(parent), index_(index), is_index_(true) {}

  /// RFC 6901.
  std::string Pointer() const;

 private:
  const Place* parent_ = nullptr;
  std::string_view key_;
  std::size_t index_ = 0;
  bool is_index_ = false;
};

/// `key` as it stands in a JSON pointer.
std::string EscapedToken(std::string_view key);

}  // namespace zhun::values
