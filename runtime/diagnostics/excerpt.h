#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/source.h"
#include "runtime/diagnostics/paint.h"

/// Lines of a source with marks under them, as they stand in a message on a terminal.
namespace zhun::diagnostics {

/// A range to mark under its first line.
struct Mark {
  base::Span span;
  char sign = '^';  ///< '^' for what the message is about, '-' for what it also speaks of, '+' for what a fix puts in
  std::string text;  ///< stands behind the signs; may be empty
};

/// Part of one line (all of it, unless it is very long) and the marks that begin in it.
struct Excerpt {
  base::SourceId source;
  std::uint32_t line = 1;  ///< from 1
  std::uint32_t begin = 0;  ///< byte range of the source that is shown
  std::uint32_t end = 0;
  bool cut_before = false;  ///< the line goes on to the left
  bool cut_after = false;
  std::vector<Mark> marks;
};

/// The lines needed to show all `marks`, those of one source together, in the order of their lines; the source of
/// the first mark comes first. Every span must have a valid source.
std::vector<Excerpt> CollectExcerpts(const std::vector<Mark>& marks, const base::SourceStore& sources);

/// Columns the largest line number takes.
std::size_t GutterWidth(const std::vector<Excerpt>& excerpts);

/// "12 | text" and below it the marks.
std::string RenderExcerpt(const Excerpt& excerpt, const base::SourceStore& sources, std::size_t gutter, Paint paint);

/// The line of a gutter: the number, or blanks for 0, the bar, and `content`; without blanks at the end.
std::string GutterLine(std::uint32_t number, std::string_view content, std::size_t gutter, Paint paint);

}  // namespace zhun::diagnostics
