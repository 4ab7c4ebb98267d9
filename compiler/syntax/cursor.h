#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "compiler/syntax/unicode.h"

namespace zhun::syntax {

/// Reads valid UTF-8 character by character with widths folded, and can go back.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { Seek(0); }

  std::uint32_t At() const { return at_; }
  bool AtEnd() const { return current_.size == 0; }
  char32_t Raw() const { return current_.code; }         ///< as written; 0 at the end
  char32_t Peek() const { return Fold(current_.code); }  ///< width folded; 0 at the end
  /// The character after the present one, width folded.
  char32_t PeekSecond() const { return Fold(DecodeAt(text_, at_ + current_.size).code); }

  void Seek(std::uint32_t at) {
    at_ = at;
    current_ = DecodeAt(text_, at_);
  }
  void Next() { Seek(at_ + current_.size); }
  bool Skip(char32_t code) {
    if (Peek() != code) return false;
    Next();
    return true;
  }
  /// Steps over `word` if it stands here, width folded.
  bool SkipWord(std::string_view word) {
    const std::uint32_t start = at_;
    for (std::size_t i = 0; i < word.size();) {
      const Character wanted = DecodeAt(word, i);
      if (!Skip(wanted.code)) {
        Seek(start);
        return false;
      }
      i += wanted.size;
    }
    return true;
  }
  /// Blanks and tabs of this line.
  void SkipSpaces() {
    while (Peek() == ' ' || Peek() == '\t') Next();
  }
  std::string_view Since(std::uint32_t begin) const { return text_.substr(begin, at_ - begin); }
  std::string_view Text() const { return text_; }
  /// Offset of the end of the present line.
  std::uint32_t LineEnd() const {
    const std::size_t end = text_.find_first_of("\r\n", at_);
    return static_cast<std::uint32_t>(end == std::string_view::npos ? text_.size() : end);
  }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
  Character current_;
};

}  // namespace zhun::syntax
