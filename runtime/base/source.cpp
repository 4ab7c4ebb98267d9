#include "runtime/base/source.h"

#include <algorithm>

namespace zhun::base {
namespace {

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t LineStart(std::string_view text, std::uint32_t offset) {
  const std::size_t newline = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
  return newline == std::string_view::npos ? 0 : static_cast<std::uint32_t>(newline + 1);
}

}  // namespace

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
