#include "compiler/syntax/numerals.h"

#include "compiler/syntax/unicode.h"

namespace zhun::syntax {
namespace {

constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
constexpr std::u32string_view kTens = U"千百十";

int DigitOf(char32_t code) {
  if (code == U'〇') return 0;
  if (code == U'两') return 2;
  const std::size_t at = kDigits.find(code);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

int TenOf(char32_t code) {
  if (code == U'千') return 1000;
  if (code == U'百') return 100;
  return code == U'十' ? 10 : 0;
}

}  // namespace

bool IsNumeral(char32_t code) { return DigitOf(code) >= 0 || TenOf(code) > 0; }

std::optional<int> ReadNumeral(std::string_view text) {
  int sum = 0;
  int digit = -1;
  int digits = 0;  // without tens, digits are read one by one: 二〇
  bool tens = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = DecodeAt(text, at);
    at += character.size;
    if (const int ten = TenOf(character.code)) {
      sum += (digit < 0 ? 1 : digit) * ten;
      digit = -1;
      tens = true;
    } else if (const int value = DigitOf(character.code); value >= 0) {
      digit = value;
      if (digits < 10000) digits = digits * 10 + value;
    } else {
      return std::nullopt;
    }
  }
  const int number = tens ? sum + (digit < 0 ? 0 : digit) : digits;
  if (number < 1 || number > 9999) return std::nullopt;
  return number;
}

std::string WriteNumeral(int number) {
  std::string text;
  bool gap = false;
  int unit = 1000;
  for (const char32_t ten : kTens) {
    const int digit = number / unit;
    number %= unit;
    if (digit == 0) {
      gap = !text.empty();
    } else {
      if (gap) text += "零";
      gap = false;
      if (unit != 10 || digit != 1 || !text.empty()) Append(text, kDigits[static_cast<std::size_t>(digit)]);
      Append(text, ten);
    }
    unit /= 10;
  }
  if (number > 0) {
    if (gap) text += "零";
    Append(text, kDigits[static_cast<std::size_t>(number)]);
  }
  return text;
}

}  // namespace zhun::syntax
