#include "runtime/diagnostics/excerpt.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "runtime/diagnostics/visible_text.h"

namespace zhun::diagnostics {
namespace {

/// Lines of more bytes than this (minified JSON) are shown in part only.
constexpr std::uint32_t kLongLine = 480;
constexpr std::uint32_t kBytesBefore = 120;
constexpr std::uint32_t kBytesAfter = 240;
constexpr std::string_view kGoesOn = "…";

std::uint32_t ToCharacterStart(std::string_view text, std::uint32_t offset) {
  for (int steps = 0; steps < 3 && offset > 0 && offset < text.size(); ++steps, --offset) {
    if ((static_cast<unsigned char>(text[offset]) & 0xC0) != 0x80) break;
  }
  return offset;
}

Excerpt ExcerptAround(base::Span span, const base::SourceStore& sources) {
  const std::string_view text = sources[span.source].text;
  const std::string_view line = sources.LineOf(span.source, span.begin);
  Excerpt excerpt;
  excerpt.source = span.source;
  excerpt.line = sources.PositionOf(span.source, span.begin).line;
  excerpt.begin = static_cast<std::uint32_t>(line.data() - text.data());
  excerpt.end = excerpt.begin + static_cast<std::uint32_t>(line.size());
  if (line.size() <= kLongLine) return excerpt;

  const std::uint32_t middle = std::clamp(span.begin, excerpt.begin, excerpt.end);
  const std::uint32_t from = ToCharacterStart(text, middle - std::min(middle, kBytesBefore));
  const std::uint32_t to = ToCharacterStart(text, middle + kBytesAfter);
  excerpt.cut_before = from > excerpt.begin;
  excerpt.cut_after = to < excerpt.end;
  excerpt.begin = std::max(excerpt.begin, from);
  excerpt.end = std::min(excerpt.end, to);
  return excerpt;
}

bool Shows(const Excerpt& excerpt, const Excerpt& wanted, const Mark& mark) {
  return excerpt.source == wanted.source && excerpt.line == wanted.line &&
         (!excerpt.cut_before || mark.span.begin >= excerpt.begin) &&
         (!excerpt.cut_after || mark.span.begin < excerpt.end);
}

/// A mark in columns of the shown text.
struct Placed {
  std::uint32_t begin;
  std::uint32_t width;
  std::string signs;
  std::string_view text;
  Colour colour;
};

/// Whether something of `span` is left behind the excerpt; the end of the line itself does not count.
bool RunsOn(base::Span span, const Excerpt& excerpt, const base::SourceStore& sources) {
  if (span.end <= excerpt.end) return false;
  return sources.TextOf({span.source, excerpt.end, span.end}).find_first_not_of("\r\n") != std::string_view::npos;
}

Placed Place(const Mark& mark, const Excerpt& excerpt, const VisibleText& shown, bool runs_on) {
  const std::uint32_t indent = excerpt.cut_before ? 1 : 0;
  const auto column = [&](std::uint32_t offset) {
    return indent + shown.columns[std::clamp(offset, excerpt.begin, excerpt.end) - excerpt.begin];
  };
  const std::uint32_t begin = column(mark.span.begin);
  const std::uint32_t width = std::max(1u, column(std::max(mark.span.begin, mark.span.end)) - begin);
  Placed placed{begin, width, std::string(width, mark.sign), mark.text, Colour::kRed};
  if (mark.sign == '-') placed.colour = Colour::kBlue;
  if (mark.sign == '+') placed.colour = Colour::kGreen;
  if (runs_on) {
    placed.signs += kGoesOn;
    ++placed.width;
  }
  return placed;
}

/// Marks in rows: a row takes the next mark as long as it does not touch the last and the last has no text.
std::vector<std::vector<Placed>> InRows(std::vector<Placed> marks) {
  std::ranges::stable_sort(marks, {}, &Placed::begin);
  std::vector<std::vector<Placed>> rows;
  for (Placed& mark : marks) {
    const auto has_room = [&](const std::vector<Placed>& row) {
      return row.back().text.empty() && row.back().begin + row.back().width < mark.begin;
    };
    const auto row = std::ranges::find_if(rows, has_room);
    if (row != rows.end()) {
      row->push_back(std::move(mark));
    } else {
      rows.push_back({std::move(mark)});
    }
  }
  return rows;
}

std::string RenderRow(const std::vector<Placed>& row, Paint paint) {
  std::string out;
  std::size_t column = 0;
  for (const Placed& mark : row) {
    out.append(mark.begin - column, ' ');
    std::string painted = mark.signs;
    if (!mark.text.empty()) painted.append(" ").append(Visible(mark.text));
    out += paint(mark.colour, painted);
    column = mark.begin + mark.width;
  }
  return out;
}

}  // namespace

std::vector<Excerpt> CollectExcerpts(const std::vector<Mark>& marks, const base::SourceStore& sources) {
  std::vector<Excerpt> excerpts;
  for (const Mark& mark : marks) {
    Excerpt wanted = ExcerptAround(mark.span, sources);
    auto found = std::ranges::find_if(excerpts, [&](const Excerpt& e) { return Shows(e, wanted, mark); });
    if (found == excerpts.end()) found = excerpts.insert(excerpts.end(), std::move(wanted));
    found->marks.push_back(mark);
  }
  if (excerpts.empty()) return excerpts;
  const base::SourceId first = excerpts.front().source;
  std::ranges::stable_sort(excerpts, [first](const Excerpt& a, const Excerpt& b) {
    return std::tuple(a.source != first, a.source, a.begin) < std::tuple(b.source != first, b.source, b.begin);
  });
  return excerpts;
}

std::size_t GutterWidth(const std::vector<Excerpt>& excerpts) {
  std::uint32_t largest = 1;
  for (const Excerpt& excerpt : excerpts) largest = std::max(largest, excerpt.line);
  return std::to_string(largest).size();
}

std::string GutterLine(std::uint32_t number, std::string_view content, std::size_t gutter, Paint paint) {
  const std::string label = number == 0 ? "" : std::to_string(number);
  std::string line = paint(Colour::kBlue, fmt::format("{:>{}} |", label, gutter));
  if (!content.empty()) line.append(" ").append(content);
  line.erase(line.find_last_not_of(' ') + 1);
  return line.append("\n");
}

std::string RenderExcerpt(const Excerpt& excerpt, const base::SourceStore& sources, std::size_t gutter, Paint paint) {
  const VisibleText shown = MakeVisible(sources.TextOf({excerpt.source, excerpt.begin, excerpt.end}));
  std::string text = shown.text;
  if (excerpt.cut_before) text.insert(0, kGoesOn);
  if (excerpt.cut_after) text += kGoesOn;
  std::string out = GutterLine(excerpt.line, text, gutter, paint);
  std::vector<Placed> placed;
  placed.reserve(excerpt.marks.size());
  for (const Mark& mark : excerpt.marks) {
    placed.push_back(Place(mark, excerpt, shown, RunsOn(mark.span, excerpt, sources)));
  }
  for (const auto& row : InRows(std::move(placed))) out += GutterLine(0, RenderRow(row, paint), gutter, paint);
  return out;
}

}  // namespace zhun::diagnostics
