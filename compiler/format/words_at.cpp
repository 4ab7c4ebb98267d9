#include "compiler/format/words_at.h"

namespace zhun::format {

namespace {

constexpr std::string_view kWideDot = "．";

/// Where the segments begin, counted from the beginning of the path.
std::vector<std::uint32_t> StartsIn(std::string_view written) {
  std::vector<std::uint32_t> starts = {0};
  for (std::uint32_t i = 0; i < written.size(); ++i) {
    if (written[i] == '.') starts.push_back(i + 1);
    if (written.substr(i).starts_with(kWideDot)) starts.push_back(i + static_cast<std::uint32_t>(kWideDot.size()));
  }
  return starts;
}

}  // namespace

std::vector<Segment> SegmentsOf(const std::string& text, std::string_view written, std::uint32_t begin) {
  std::vector<Segment> segments(1);
  for (const char c : text) {
    if (c == '.') {
      segments.emplace_back();
    } else {
      segments.back().text += c;
    }
  }
  const std::vector<std::uint32_t> starts = StartsIn(written);
  for (std::size_t i = 0; i < segments.size(); ++i) segments[i].at = begin + (i < starts.size() ? starts[i] : 0);
  return segments;
}

WordsAt WordsOf(const ast::File& file, const base::SourceStore& sources, const sema::Model& model,
                const vocabulary::Vocabulary& vocabulary) {
  WordsAt words;
  for (const sema::Spelling& spelling : model.spellings) {
    if (spelling.span.source == file.source) words[spelling.span.begin] = spelling.words;
  }
  AddTestWords(file, sources, vocabulary, words);
  return words;
}

}  // namespace zhun::format
