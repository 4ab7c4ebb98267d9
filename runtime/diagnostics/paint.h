#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace zhun::diagnostics {

enum class Colour : std::uint8_t { kRed, kYellow, kCyan, kGreen, kBlue, kBold };

/// Puts ANSI colours round a text, or leaves it as it is.
struct Paint {
  bool on = false;

  std::string operator()(Colour colour, std::string_view text) const {
    constexpr std::string_view escapes[] = {"\033[1;31m", "\033[1;33m", "\033[1;36m",
                                            "\033[1;32m", "\033[1;34m", "\033[1m"};
    if (!on || text.empty()) return std::string(text);
    return std::string(escapes[static_cast<std::size_t>(colour)]).append(text).append("\033[0m");
  }
};

}  // namespace zhun::diagnostics
