#include "runtime/base/json_writer.h"

#include <cstring>

namespace zhun::base {
namespace {

bool NeedsEscape(char byte) { return byte == '"' || byte == '\\' || static_cast<unsigned char>(byte) < 0x20; }

/// How many bytes stand before the first that needs an escape. Most texts have none, so sixteen are looked at together.
std::size_t PlainPrefix(std::string_view text) {
  using Bytes [[gnu::vector_size(16)]] = unsigned char;
  std::size_t size = 0;
  for (; size + sizeof(Bytes) <= text.size(); size += sizeof(Bytes)) {
    Bytes bytes;
    std::memcpy(&bytes, text.data() + size, sizeof bytes);
    const auto needs = (bytes == '"') | (bytes == '\\') | (bytes < 0x20);
    std::uint64_t halves[2];
    std::memcpy(halves, &needs, sizeof halves);
    if ((halves[0] | halves[1]) != 0) break;
  }
  while (size < text.size() && !NeedsEscape(text[size])) ++size;
  return size;
}

void Escape(char byte, std::string& text) {
  static constexpr std::string_view kShort = "\"\"\\\\\bb\ff\nn\rr\tt";
  static constexpr const char* kDigits = "0123456789abcdef";
  for (std::size_t i = 0; i < kShort.size(); i += 2) {
    if (kShort[i] == byte) {
      text.append({'\\', kShort[i + 1]});
      return;
    }
  }
  text.append("\\u00").append({kDigits[byte >> 4], kDigits[byte & 15]});
}

}  // namespace

void AppendQuoted(std::string_view text, std::string& out) {
  out += '"';
  while (true) {
    const std::size_t plain = PlainPrefix(text);
    out.append(text.substr(0, plain));
    if (plain == text.size()) break;
    Escape(text[plain], out);
    text.remove_prefix(plain + 1);
  }
  out += '"';
}

void JsonWriter::Key(std::string_view key) {
  Separate();
  AppendQuoted(key, text_);
  text_ += indent_ < 0 ? ":" : ": ";
  after_key_ = true;
}

void JsonWriter::Text(std::string_view text) {
  Separate();
  AppendQuoted(text, text_);
}

void JsonWriter::Number(std::int64_t number) {
  Separate();
  text_ += std::to_string(number);
}

void JsonWriter::Truth(bool truth) {
  Separate();
  text_ += truth ? "true" : "false";
}

void JsonWriter::Null() {
  Separate();
  text_ += "null";
}

void JsonWriter::Begin(char bracket) {
  Separate();
  text_ += bracket;
  ++level_;
  first_ = true;
}

void JsonWriter::End(char bracket) {
  --level_;
  if (!first_) NewLine();
  text_ += bracket;
  first_ = false;
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    first_ = false;
    return;
  }
  if (!first_) text_ += ',';
  if (level_ > 0) NewLine();
  first_ = false;
}

void JsonWriter::NewLine() {
  if (indent_ < 0) return;
  text_ += '\n';
  text_.append(static_cast<std::size_t>(indent_ * level_), ' ');
}

}  // namespace zhun::base
