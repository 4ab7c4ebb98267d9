#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace zhun::base {

/// Appends a text as a JSON string; only what must be escaped is, in the shortest way (RFC 8785, 3.2.2.2).
void AppendQuoted(std::string_view text, std::string& out);

/// Writes JSON (RFC 8259) as it is told, piece by piece; nothing is built in between. Keys stay in the order given. Texts
/// are UTF-8 and stay as they are but for what has to be escaped. That objects and arrays are closed, and that a key stands
/// before each member, is the caller's to see to.
class JsonWriter {
 public:
  /// `indent`: blanks a level, each member on a line of its own; negative: everything on one line.
  explicit JsonWriter(int indent) : indent_(indent) { text_.reserve(16384); }

  void BeginObject() { Begin('{'); }
  void EndObject() { End('}'); }
  void BeginArray() { Begin('['); }
  void EndArray() { End(']'); }
  void Key(std::string_view key);

  void Text(std::string_view text);
  void Number(std::int64_t number);
  void Truth(bool truth);
  void Null();

  std::string Take() { return std::move(text_); }

 private:
  void Begin(char bracket);
  void End(char bracket);
  void Separate();  ///< before a member or an element
  void NewLine();

  int indent_;
  int level_ = 0;
  bool first_ = true;  ///< nothing stands in the innermost object or array
  bool after_key_ = false;
  std::string text_;
};

}  // namespace zhun::base
