#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

unsigned char ByteAt(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

bool IsContinuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

/// Length that a lead byte announces; 0 for none.
std::size_t LengthOf(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// Whether the second byte keeps the form from being overlong, a surrogate, or beyond U+10FFFF.
bool SecondFits(unsigned char lead, unsigned char second) {
  if (lead == 0xE0) return second >= 0xA0;
  if (lead == 0xED) return second < 0xA0;
  if (lead == 0xF0) return second >= 0x90;
  return lead != 0xF4 || second < 0x90;
}

bool IsWhole(std::string_view text, std::size_t offset, std::size_t length) {
  if (length == 0 || offset + length > text.size()) return false;
  for (std::size_t i = 1; i < length; ++i) {
    if (!IsContinuation(ByteAt(text, offset + i))) return false;
  }
  return length == 1 || SecondFits(ByteAt(text, offset), ByteAt(text, offset + 1));
}

}  // namespace

std::size_t FirstInvalidUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t length = LengthOf(ByteAt(text, offset));
    if (!IsWhole(text, offset, length)) return offset;
    offset += length;
  }
  return std::string_view::npos;
}

std::size_t CountCodePoints(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) count += IsContinuation(static_cast<unsigned char>(byte)) ? 0 : 1;
  return count;
}

char32_t NextCodePoint(std::string_view text, std::size_t* offset) {
  const unsigned char lead = ByteAt(text, *offset);
  const std::size_t length = LengthOf(lead);
  char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) point = (point << 6) | (ByteAt(text, *offset + i) & 0x3Fu);
  *offset += length == 0 ? 1 : length;
  return point;
}

std::string Shortened(std::string_view text, std::size_t most) {
  std::size_t offset = 0;
  for (std::size_t count = 0; count < most && offset < text.size(); ++count) NextCodePoint(text, &offset);
  if (offset >= text.size()) return std::string(text);
  return std::string(text.substr(0, offset)) + "…";
}

}  // namespace zhun::values
