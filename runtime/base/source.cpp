#include "runtime/base/source.h"

#include <algorithm>

namespace zhun::base {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

constexpr std::uint32_t kBlock = 4096;  ///< bytes between two counts of code points

std::uint32_t CodePointsIn(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char byte) { return !IsContinuation(byte); }));
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

LineIndex::LineIndex(std::string_view text) : starts_{0} {
  for (std::size_t end; (end = text.find('\n', starts_.back())) != std::string_view::npos;) {
    starts_.push_back(static_cast<std::uint32_t>(end + 1));
  }
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += kBlock) {
    code_points_.push_back(count);
    count += CodePointsIn(text.substr(begin, kBlock));
  }
}

std::uint32_t LineIndex::LineStart(std::uint32_t offset) const {
  return *(std::ranges::upper_bound(starts_, offset) - 1);
}

std::uint32_t LineIndex::LineEnd(std::uint32_t offset, std::size_t size) const {
  const auto next = std::ranges::upper_bound(starts_, offset);
  return next == starts_.end() ? static_cast<std::uint32_t>(size) : *next - 1;
}

std::uint32_t LineIndex::CodePointsBefore(std::string_view text, std::uint32_t offset) const {
  const std::uint32_t block = offset / kBlock;
  return code_points_[block] + CodePointsIn(text.substr(block * kBlock, offset % kBlock));
}

Position LineIndex::PositionOf(std::string_view text, std::uint32_t offset) const {
  const auto next = std::ranges::upper_bound(starts_, offset);
  const std::uint32_t in_line = CodePointsBefore(text, offset) - CodePointsBefore(text, *(next - 1));
  return {static_cast<std::uint32_t>(next - starts_.begin()), in_line + 1};
}

SourceId SourceStore::Add(std::string name, std::string text) {
  lines_.emplace_back(text);
  return sources_.Add({std::move(name), std::move(text)});
}

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
  return lines_[id.index].PositionOf(text, std::min(offset, static_cast<std::uint32_t>(text.size())));
}

std::string_view SourceStore::LineOf(SourceId id, std::uint32_t offset) const {
  const std::string_view text = sources_[id].text;
  const LineIndex& lines = lines_[id.index];
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t start = lines.LineStart(offset);
  std::uint32_t end = lines.LineEnd(offset, text.size());
  if (end > start && text[end - 1] == '\r') --end;
  return text.substr(start, end - start);
}

}  // namespace zhun::base
