#include "compiler/syntax/unicode.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <utf8proc.h>

namespace zhun::syntax {
namespace {

using Pair = std::pair<char32_t, char32_t>;

/// Letters of other scripts that are taken for Latin or Han ones (a choice from Unicode's confusables.txt).
constexpr std::array kLookAlikes = std::to_array<Pair>({
    {0x391, 'A'},    {0x392, 'B'},    {0x395, 'E'},    {0x396, 'Z'},    {0x397, 'H'},    {0x399, 'I'},
    {0x39A, 'K'},    {0x39C, 'M'},    {0x39D, 'N'},    {0x39F, 'O'},    {0x3A1, 'P'},    {0x3A4, 'T'},
    {0x3A5, 'Y'},    {0x3A7, 'X'},    {0x3BD, 'v'},    {0x3BF, 'o'},    {0x3C1, 'p'},    {0x405, 'S'},
    {0x406, 'I'},    {0x408, 'J'},    {0x410, 'A'},    {0x412, 'B'},    {0x415, 'E'},    {0x41A, 'K'},
    {0x41C, 'M'},    {0x41D, 'H'},    {0x41E, 'O'},    {0x420, 'P'},    {0x421, 'C'},    {0x422, 'T'},
    {0x425, 'X'},    {0x430, 'a'},    {0x435, 'e'},    {0x43E, 'o'},    {0x440, 'p'},    {0x441, 'c'},
    {0x443, 'y'},    {0x445, 'x'},    {0x455, 's'},    {0x456, 'i'},    {0x458, 'j'},    {0x501, 'd'},
    {0x30A8, U'工'}, {0x30AB, U'力'}, {0x30BF, U'夕'}, {0x30C8, U'卜'}, {0x30CB, U'二'}, {0x30CF, U'八'},
    {0x30ED, U'口'}, {0x30FC, U'一'},
});

utf8proc_category_t CategoryOf(char32_t code) { return utf8proc_category(static_cast<utf8proc_int32_t>(code)); }

bool IsIn(char32_t code, char32_t first, char32_t last) { return code >= first && code <= last; }

/// Radicals that copies from printed documents hold in place of Han characters.
bool IsRadical(char32_t code) { return IsIn(code, 0x2E80, 0x2FD5); }

std::string Map(std::string_view text, unsigned options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(options));
  std::string result = size < 0 ? std::string(text) : std::string(reinterpret_cast<char*>(mapped), size);
  std::free(mapped);
  return result;
}

}  // namespace

Character DecodeAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return {lead, 1};
  const std::uint32_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t code = lead & (0xFFu >> (size + 1));
  for (std::uint32_t i = 1; i < size && at + i < text.size(); ++i) {
    code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3Fu);
  }
  return {code, size};
}

std::optional<std::uint32_t> FindInvalidUtf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                                   static_cast<utf8proc_ssize_t>(text.size() - at), &code);
    if (size <= 0) return static_cast<std::uint32_t>(at);
    at += static_cast<std::size_t>(size);
  }
  return std::nullopt;
}

void Append(std::string& text, char32_t code) {
  std::array<utf8proc_uint8_t, 4> bytes{};
  const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes.data());
  text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

std::string Utf8(char32_t code) {
  std::string text;
  Append(text, code);
  return text;
}

std::string CodeName(char32_t code) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string digits;
  for (; code != 0 || digits.size() < 4; code >>= 4) digits.insert(digits.begin(), kDigits[code & 0xFu]);
  return "U+" + digits;
}

char32_t Fold(char32_t code) {
  if (IsIn(code, 0xFF01, 0xFF5E)) return code - 0xFEE0;
  return code == 0x3000 ? U' ' : code;
}

std::string FoldWidth(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = DecodeAt(text, at);
    Append(folded, Fold(character.code));
    at += character.size;
  }
  return folded;
}

bool IsBlank(char32_t code) { return code == ' ' || code == '\t' || code == '\r' || code == '\n'; }
bool IsDigit(char32_t code) { return IsIn(code, '0', '9'); }

bool IsHan(char32_t code) {
  return IsIn(code, 0x4E00, 0x9FFF) || IsIn(code, 0x3400, 0x4DBF) || IsIn(code, 0x20000, 0x3FFFD) || code == 0x3005 ||
         IsIn(code, 0xF900, 0xFAFF);
}

bool IsWordStart(char32_t code) {
  if (code < 0x80) return IsIn(code, 'a', 'z') || IsIn(code, 'A', 'Z') || code == '_';
  if (IsHan(code) || IsRadical(code)) return true;
  const utf8proc_category_t category = CategoryOf(code);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool IsWordPart(char32_t code) {
  if (IsWordStart(code) || IsDigit(code)) return true;
  if (code < 0x80) return false;
  const utf8proc_category_t category = CategoryOf(code);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_NO;
}

bool IsHomeLetter(char32_t code) {
  if (code < 0x80 || IsHan(code) || code == 0x3007) return true;
  if (IsIn(code, 0xC0, 0x24F) || IsIn(code, 0x1E00, 0x1EFF)) return true;
  const utf8proc_category_t category = CategoryOf(code);
  return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool IsStrangeBlank(char32_t code) {
  if (code < 0x80 || code == 0x3000) return false;
  const utf8proc_category_t category = CategoryOf(code);
  return category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP;
}

bool IsInvisible(char32_t code) {
  if (code < 0x20) return !IsBlank(code);
  if (code < 0x7F) return false;
  switch (CategoryOf(code)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF: return true;
    default: return IsStrangeBlank(code);
  }
}

char32_t LookAlikeOf(char32_t code) {
  const auto found = std::ranges::find(kLookAlikes, code, &Pair::first);
  if (found != kLookAlikes.end()) return found->second;
  if (!IsRadical(code)) return 0;
  const std::string mapped = Map(Utf8(code), UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const Character character = DecodeAt(mapped, 0);
  return character.code == code ? 0 : character.code;
}

std::string Compose(std::string_view text) { return Map(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE); }

bool IsPlainlyComposed(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character character = DecodeAt(text, at);
    const char32_t code = character.code;
    if (code >= 0x300 && !IsIn(code, 0x4E00, 0x9FFF) && !IsIn(code, 0x3000, 0x3020) && !IsIn(code, 0xFF01, 0xFF5E)) {
      return false;
    }
    at += character.size;
  }
  return true;
}

}  // namespace zhun::syntax
