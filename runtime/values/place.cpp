#include "runtime/values/place.h"

namespace zhun::values {

std::string EscapedToken(std::string_view key) {
  std::string token;
  for (const char character : key) {
    if (character == '~') {
      token += "~0";
    } else if (character == '/') {
      token += "~1";
    } else {
      token += character;
    }
  }
  return token;
}

std::string Place::Pointer() const {
  if (parent_ == nullptr) return "";
  return parent_->Pointer() + "/" + (is_index_ ? std::to_string(index_) : EscapedToken(key_));
}

}  // namespace zhun::values
