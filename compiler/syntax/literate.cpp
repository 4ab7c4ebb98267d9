#include "compiler/syntax/literate.h"

#include <algorithm>

namespace zhun::syntax {
namespace {

constexpr std::string_view kFence = "```";

/// A line without its end and the blanks around it.
std::string_view Trim(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
}

void Blank(std::string& text, std::size_t begin, std::size_t end) {
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
      [](char c) { return c != '\n' && c != '\r'; }, ' ');
}

std::uint32_t NextLine(std::string_view text, std::uint32_t at) {
  const std::size_t newline = text.find('\n', at);
  return static_cast<std::uint32_t>(newline == std::string_view::npos ? text.size() : newline + 1);
}

}  // namespace

bool IsLiterate(std::string_view name) { return name.ends_with(".zhun.md"); }

std::vector<CodeBlock> FindCodeBlocks(std::string_view text) {
  std::vector<CodeBlock> blocks;
  enum class Place { kProse, kOurs, kOther } place = Place::kProse;
  for (std::uint32_t begin = 0, end; begin < text.size(); begin = end) {
    end = NextLine(text, begin);
    const std::string_view line = Trim(text.substr(begin, end - begin));
    if (!line.starts_with(kFence)) continue;
    if (place == Place::kProse) {
      place = Trim(line.substr(kFence.size())) == "zhun" ? Place::kOurs : Place::kOther;
      if (place == Place::kOurs) blocks.push_back({begin, end, static_cast<std::uint32_t>(text.size()), false});
      continue;
    }
    if (place == Place::kOurs) blocks.back().end = begin, blocks.back().closed = true;
    place = Place::kProse;
  }
  return blocks;
}

std::string BlankProse(std::string_view text, base::SourceId source, diagnostics::Sink& sink) {
  std::string blanked(text);
  std::uint32_t prose = 0;
  for (const CodeBlock& block : FindCodeBlocks(text)) {
    Blank(blanked, prose, block.begin);
    prose = block.end;
    if (block.closed) continue;
    const auto end = block.fence + static_cast<std::uint32_t>(kFence.size());
    sink.Report(diagnostics::Code::kUnclosedFence, {source, block.fence, end});
  }
  Blank(blanked, prose, text.size());
  return blanked;
}

}  // namespace zhun::syntax
