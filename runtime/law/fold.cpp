#include <array>
#include <cstddef>

#include "runtime/law/text.h"

namespace zhun::law {
namespace {

struct Equal {
  std::string_view written, key;
};

/// Marks that differ in width or style only. Full-width ASCII is folded by its code.
constexpr std::array<Equal, 29> kEquals = {{
    {"\u3000", ""}, {"\u00A0", ""}, {"\uFEFF", ""}, {"。", "."},  {"｡", "."},   {"､", "、"},  {"“", "\""}, {"”", "\""},
    {"「", "\""},   {"」", "\""},   {"『", "\""},   {"』", "\""}, {"‘", "'"},   {"’", "'"},   {"〔", "["}, {"〕", "]"},
    {"【", "["},    {"】", "]"},    {"〈", "《"},   {"〉", "》"}, {"＜", "《"}, {"＞", "》"}, {"—", "-"},  {"–", "-"},
    {"－", "-"},    {"―", "-"},     {"…", "."},     {"·", "・"},  {"•", "・"},
}};

std::size_t LengthAt(std::string_view text, std::size_t at) {
  std::size_t length = 1;
  while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xC0U) == 0x80U) ++length;
  return length;
}

/// ASCII for a character of U+FF01 … U+FF5E, else 0.
char HalfWidth(std::string_view character) {
  if (character.size() != 3 || character[0] != '\xEF') return 0;
  const unsigned second = static_cast<unsigned char>(character[1]);
  const unsigned third = static_cast<unsigned char>(character[2]);
  if (second == 0xBCU && third >= 0x81U) return static_cast<char>(third - 0x81U + '!');
  if (second == 0xBDU && third <= 0x9EU) return static_cast<char>(third - 0x80U + '`');
  return 0;
}

void AppendKey(std::string_view character, std::string& key) {
  if (character.size() == 1) {
    if (static_cast<unsigned char>(character[0]) > 0x20U) key += character;
    return;
  }
  const auto lead = static_cast<unsigned char>(character[0]);
  if (lead >= 0xE4U && lead <= 0xE9U) {  // U+4000 … U+9FFF: no marks among them, and nearly all of a statute
    key += character;
    return;
  }
  for (const Equal& equal : kEquals) {
    if (equal.written != character) continue;
    key += equal.key;
    return;
  }
  if (const char half = HalfWidth(character); half != 0) {
    key += half;
    return;
  }
  key += character;
}

}  // namespace

std::string Fold(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = LengthAt(text, at);
    AppendKey(text.substr(at, length), key);
    at += length;
  }
  return key;
}

bool QuotationMatches(std::string_view provision_text, std::string_view quotation) {
  const std::string wanted = Fold(quotation);
  return !wanted.empty() && Fold(provision_text).find(wanted) != std::string::npos;
}

}  // namespace zhun::law
