#include "compiler/lint/report/uri.h"

#include <fmt/format.h>

namespace zhun::lint {
namespace {

bool StandsForItself(char c) {
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter || std::string_view("-._~/").find(c) != std::string_view::npos;
}

}  // namespace

std::string UriOf(std::string_view name) {
  while (name.starts_with("./")) name.remove_prefix(2);
  std::string uri = name.starts_with('/') ? "file://" : "";
  for (const char c : name) {
    if (StandsForItself(c)) {
      uri += c;
    } else {
      uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return uri;
}

}  // namespace zhun::lint
