#include "compiler/syntax/literate.h"

#include <algorithm>

namespace zhun::syntax {
namespace {

constexpr std::string_view kFence = "```";

/// A line without its end and the blanks around it.
std::string_view Trim(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
}

void Blank(std::string& text, std::size_t begin, std::size_t end) {
  std::replace_if(
      text.begin() + static_cast<std::ptrdiff_t>(begin), text.begin() + static_cast<std::ptrdiff_t>(end),
      [](char c) { return c != '\n' && c != '\r'; }, ' ');
}

}  // namespace

std::string BlankProse(std::string_view text, base::SourceId source, diagnostics::Sink& sink) {
  std::string blanked(text);
  enum class Place { kProse, kOurs, kOther } place = Place::kProse;
  std::uint32_t opened = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t newline = text.find('\n', begin);
    const std::size_t end = newline == std::string_view::npos ? text.size() : newline + 1;
    const std::string_view line = Trim(text.substr(begin, (newline == std::string_view::npos ? end : newline) - begin));
    const bool fence = line.starts_with(kFence);
    if (fence || place != Place::kOurs) Blank(blanked, begin, end);
    if (fence && place == Place::kProse) {
      place = Trim(line.substr(kFence.size())) == "zhun" ? Place::kOurs : Place::kOther;
      opened = static_cast<std::uint32_t>(begin);
    } else if (fence) {
      place = Place::kProse;
    }
    begin = end;
  }
  if (place == Place::kOurs) {
    sink.Report(diagnostics::Code::kUnclosedFence,
                {source, opened, opened + static_cast<std::uint32_t>(kFence.size())});
  }
  return blanked;
}

}  // namespace zhun::syntax
