#include "runtime/law/numeral.h"

#include <array>
#include <cstddef>

namespace zhun::law {
namespace {

constexpr std::size_t kBytes = 3;  // every character of a numeral is three bytes of UTF-8
constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> kUnits = {"", "十", "百", "千"};
constexpr std::array<int, 4> kPowers = {1, 10, 100, 1000};

int DigitOf(std::string_view character) {
  for (std::size_t digit = 0; digit < kDigits.size(); ++digit) {
    if (kDigits[digit] == character) return static_cast<int>(digit);
  }
  return -1;
}

int PowerOf(std::string_view character) {
  for (std::size_t unit = 1; unit < kUnits.size(); ++unit) {
    if (kUnits[unit] == character) return kPowers[unit];
  }
  return 0;
}

/// 〇 becomes 零, 两 before 百 and 千 becomes 二.
std::string Normalized(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); at += kBytes) {
    const std::string_view character = text.substr(at, kBytes);
    const std::string_view next = text.substr(std::min(at + kBytes, text.size())).substr(0, kBytes);
    if (character == "〇") {
      result += kDigits[0];
    } else if (character == "两" && PowerOf(next) >= 100) {
      result += kDigits[2];
    } else {
      result += character;
    }
  }
  return result;
}

/// Value of a numeral that may be written in a form of its own; the caller compares it with the one form.
std::optional<int> Sum(std::string_view text) {
  int sum = 0;
  int pending = -1;
  for (std::size_t at = 0; at < text.size(); at += kBytes) {
    const std::string_view character = text.substr(at, kBytes);
    if (const int power = PowerOf(character); power > 0) {
      sum += (pending < 0 ? 1 : pending) * power;
      pending = -1;
    } else if (const int digit = DigitOf(character); digit >= 0) {
      pending = digit;
    } else {
      return std::nullopt;
    }
    if (sum > 9999) return std::nullopt;
  }
  return sum + (pending < 0 ? 0 : pending);
}

}  // namespace

std::optional<int> ParseNumeral(std::string_view text) {
  constexpr std::size_t kLongest = 8 * kBytes;
  if (text.empty() || text.size() % kBytes != 0 || text.size() > kLongest) return std::nullopt;
  const std::string normalized = Normalized(text);
  const std::optional<int> value = Sum(normalized);
  if (!value || PrintNumeral(*value) != normalized) return std::nullopt;
  return value;
}

std::string PrintNumeral(int value) {
  if (value < 1 || value > 9999) return {};
  std::string result;
  bool zero_pending = false;
  for (std::size_t place = kUnits.size(); place-- > 0;) {
    const int digit = value / kPowers[place] % 10;
    if (digit == 0) {
      zero_pending = !result.empty();
      continue;
    }
    if (zero_pending) result += kDigits[0];
    zero_pending = false;
    const bool bare_ten = place == 1 && digit == 1 && result.empty();
    if (!bare_ten) result += kDigits[static_cast<std::size_t>(digit)];
    result += kUnits[place];
  }
  return result;
}

}  // namespace zhun::law
