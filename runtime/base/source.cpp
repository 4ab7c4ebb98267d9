#include "runtime/base/source.h"

#include <algorithm>

namespace zhun::base {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t LineStart(std::string_view text, std::uint32_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

/// The words of "## words ##"; empty for a line that is no heading of Markdown.
std::string_view HeadingIn(std::string_view line) {
  constexpr std::size_t kDeepest = 6;
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  if (marks == 0 || marks > kDeepest || marks == line.size() || line[marks] != ' ') return {};
  const std::size_t first = line.find_first_not_of(' ', marks);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" #\r\n") - first + 1);
}

}  // namespace

std::string_view SourceStore::HeadingOf(SourceId id, std::uint32_t offset) const {
  const Source& source = sources_[id];
  if (!source.name.ends_with(".md")) return {};
  const std::string_view above = std::string_view(source.text).substr(0, offset);
  std::string_view heading;
  bool fenced = false;
  for (std::size_t begin = 0, end; begin < above.size(); begin = end) {
    end = std::min(above.find('\n', begin), above.size() - 1) + 1;
    const std::string_view line = above.substr(begin, end - begin);
    if (line.starts_with("```")) fenced = !fenced;
    if (const std::string_view found = HeadingIn(line); !fenced && !found.empty()) heading = found;
  }
  return heading;
}

std::string_view SourceStore::TextOf(Span span) const {
  const std::string_view text = sources_[span.source].text;
  const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
  return text.substr(begin, std::min<std::size_t>(span.end, text.size()) - begin);
}

Position SourceStore::PositionOf(SourceId id, std::uint32_t offset) const {
  const std::string_view text = sources_[id].text;
  offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t start = LineStart(text, offset);
  Position position;
  position.line += static_cast<std::uint32_t>(std::count(text.begin(), text.begin() + start, '\n'));
  for (std::uint32_t i = start; i < offset; ++i) position.column += IsContinuation(text[i]) ? 0 : 1;
  return position;
}

std::string_view SourceStore::LineOf(SourceId id, std::uint32_t offset) const {
  const std::string_view text = sources_[id].text;
  offset = std::min<std::uint32_t>(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t start = LineStart(text, offset);
  std::size_t end = text.find('\n', start);
  if (end == std::string_view::npos) end = text.size();
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace zhun::base
