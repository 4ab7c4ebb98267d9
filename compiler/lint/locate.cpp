#include "compiler/lint/locate.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace zhun::lint {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// Walks over JSON without judging it; malformed text ends somewhere inside the text, never beyond.
class Walker {
 public:
  explicit Walker(std::string_view text) : text_(text) {}

  std::size_t At() const { return at_; }
  bool AtEnd() const { return at_ >= text_.size(); }
  char Here() const { return AtEnd() ? '\0' : text_[at_]; }
  void Skip() { ++at_; }
  void Blanks() {
    while (!AtEnd() && IsBlank(text_[at_])) ++at_;
  }
  void String() {
    for (++at_; !AtEnd() && text_[at_] != '"'; ++at_) {
      if (text_[at_] == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }
  /// One value, whatever it holds.
  void Value() {
    std::size_t depth = 0;
    do {
      const char c = Here();
      if (c == '"') {
        String();
      } else {
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && depth > 0) --depth;
        const bool scalar = depth == 0 && c != '}' && c != ']';
        if (scalar) return Scalar();
        ++at_;
      }
    } while (depth > 0 && !AtEnd());
  }

 private:
  void Scalar() {
    while (!AtEnd() && !IsBlank(Here()) && Here() != ',' && Here() != '}' && Here() != ']') ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

/// A token of a pointer as the key it stands for.
std::string Unescaped(std::string_view token) {
  std::string key;
  for (std::size_t i = 0; i < token.size(); ++i) {
    const bool escaped = token[i] == '~' && i + 1 < token.size();
    if (escaped) ++i;
    key += !escaped ? token[i] : token[i] == '1' ? '/' : '~';
  }
  return key;
}

/// The child of the value at the walker; leaves the walker at it, or gives nothing.
bool Enter(Walker& walker, std::string_view text, const std::string& token) {
  const char open = walker.Here();
  if (open != '{' && open != '[') return false;
  walker.Skip();
  for (std::size_t index = 0;; ++index) {
    walker.Blanks();
    if (walker.AtEnd() || walker.Here() == '}' || walker.Here() == ']') return false;
    std::string key = std::to_string(index);
    if (open == '{') {
      const std::size_t begin = walker.At();
      walker.String();
      key = std::string(text.substr(begin + 1, walker.At() - begin - (walker.At() > begin + 1 ? 2 : 1)));
      walker.Blanks();
      if (walker.Here() == ':') walker.Skip();
      walker.Blanks();
    }
    if (key == token) return true;
    const std::size_t before = walker.At();
    walker.Value();
    walker.Blanks();
    if (walker.Here() == ',') walker.Skip();
    if (walker.At() == before) return false;
  }
}

TextRange RangeAt(std::string_view text, std::size_t begin) {
  if (begin >= text.size()) return {text.size(), text.size()};
  if (text[begin] == '{' || text[begin] == '[') return {begin, begin + 1};
  Walker walker(text.substr(begin));
  walker.Value();
  return {begin, begin + walker.At()};
}

std::vector<TextRange> Elements(std::string_view text, std::size_t begin) {
  std::vector<TextRange> elements;
  Walker walker(text);
  while (walker.At() <= begin) walker.Skip();
  for (walker.Blanks(); !walker.AtEnd() && walker.Here() != ']'; walker.Blanks()) {
    const std::size_t first = walker.At();
    walker.Value();
    if (walker.At() == first) break;
    elements.emplace_back(first, walker.At());
    walker.Blanks();
    if (walker.Here() == ',') walker.Skip();
  }
  return elements;
}

std::vector<TextRange> Lines(std::string_view text) {
  std::vector<TextRange> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t first = begin, last = end;
    while (first < last && IsBlank(text[first])) ++first;
    while (last > first && IsBlank(text[last - 1])) --last;
    if (first < last) lines.emplace_back(first, last);
    begin = end + 1;
  }
  return lines;
}

/// Whether the first line is a whole object: then there is one a line.
bool IsOneALine(std::string_view text, std::size_t begin) {
  Walker walker(text.substr(begin));
  walker.Value();
  return text.substr(begin, walker.At()).find('\n') == std::string_view::npos;
}

}  // namespace

std::vector<TextRange> DocumentsIn(std::string_view text) {
  Walker walker(text);
  walker.Blanks();
  if (walker.AtEnd()) return {};
  if (walker.Here() == '[') return Elements(text, walker.At());
  if (IsOneALine(text, walker.At())) return Lines(text);
  std::size_t end = text.size();
  while (IsBlank(text[end - 1])) --end;
  return {{walker.At(), end}};
}

TextRange Locate(std::string_view text, std::string_view pointer) {
  Walker walker(text);
  walker.Blanks();
  std::size_t found = walker.At();
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const std::size_t end = std::min(pointer.find('/'), pointer.size());
    if (!Enter(walker, text, Unescaped(pointer.substr(0, end)))) break;
    found = walker.At();
    pointer.remove_prefix(end);
  }
  return RangeAt(text, found);
}

}  // namespace zhun::lint
