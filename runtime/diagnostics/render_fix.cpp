#include "runtime/diagnostics/render_fix.h"

#include <algorithm>

#include "runtime/diagnostics/excerpt.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::diagnostics {
namespace {

/// More lines of a fix than these are not printed.
constexpr std::size_t kMostLines = 6;

/// The lines that hold a fix, with the fix applied, as a source of their own.
struct Applied {
  std::string text;
  std::uint32_t begin;  ///< of what was put in
  std::uint32_t end;
};

Applied Apply(const Fix& fix, const base::SourceStore& sources) {
  const std::string_view text = sources[fix.span.source].text;
  const std::string_view first = sources.LineOf(fix.span.source, fix.span.begin);
  const std::string_view last = sources.LineOf(fix.span.source, std::max(fix.span.begin, fix.span.end));
  const auto line_begin = static_cast<std::size_t>(first.data() - text.data());
  const std::size_t begin = std::clamp<std::size_t>(fix.span.begin, line_begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(fix.span.end, begin, text.size());
  const std::size_t line_end = std::max<std::size_t>(last.data() - text.data() + last.size(), end);

  Applied applied{std::string(text.substr(line_begin, begin - line_begin)), 0, 0};
  applied.begin = static_cast<std::uint32_t>(applied.text.size());
  applied.text += fix.replacement;
  applied.end = static_cast<std::uint32_t>(applied.text.size());
  applied.text += text.substr(end, line_end - end);
  return applied;
}

/// One mark for each line of what was put in; where nothing was, an empty one that only picks the line.
std::vector<Mark> MarksOf(const Applied& applied, base::SourceId source) {
  std::vector<Mark> marks;
  std::uint32_t begin = applied.begin;
  while (marks.size() < kMostLines) {
    const std::size_t newline = applied.text.find('\n', begin);
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(newline, applied.end));
    marks.push_back({{source, begin, end}, '+', ""});
    begin = end + 1;
    if (begin >= applied.end) break;
  }
  return marks;
}

}  // namespace

std::string HelpLine(std::string_view text, base::Language language, Paint paint) {
  const std::string_view word = language == base::Language::kChinese ? "建议" : "help";
  return paint(Colour::kGreen, word) + ": " + Visible(text) + "\n";
}

std::string RenderFix(const Fix& fix, const base::SourceStore& sources, base::Language language, std::size_t gutter,
                      Paint paint) {
  static const base::Words replace{"改写为", "write"};
  static const base::Words remove{"删去", "delete this"};
  const base::Words& otherwise = fix.replacement.empty() ? remove : replace;
  const bool has_text = !fix.text.zh.empty() || !fix.text.en.empty();
  std::string out = HelpLine(base::In(language, has_text ? fix.text : otherwise), language, paint);
  if (!fix.span.source.IsValid()) return out;

  const Applied applied = Apply(fix, sources);
  base::SourceStore store;
  const base::SourceId source = store.Add("", applied.text);
  const std::uint32_t first_line = sources.PositionOf(fix.span.source, fix.span.begin).line;
  out += GutterLine(0, "", gutter, paint);
  for (Excerpt excerpt : CollectExcerpts(MarksOf(applied, source), store)) {
    excerpt.line += first_line - 1;
    if (fix.replacement.empty()) excerpt.marks.clear();
    out += RenderExcerpt(excerpt, store, gutter, paint);
  }
  return out;
}

}  // namespace zhun::diagnostics
