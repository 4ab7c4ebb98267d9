#include "runtime/diagnostics/render_text.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "runtime/diagnostics/excerpt.h"
#include "runtime/diagnostics/paint.h"
#include "runtime/diagnostics/render_fix.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::diagnostics {
namespace {

struct SeverityWords {
  base::Words name;
  base::Words plural;
  Colour colour = Colour::kBold;
};

const SeverityWords& WordsOf(Severity severity) {
  static const SeverityWords words[] = {{{"错误", "error"}, {"错误", "errors"}, Colour::kRed},
                                        {{"警告", "warning"}, {"警告", "warnings"}, Colour::kYellow},
                                        {{"提示", "note"}, {"提示", "notes"}, Colour::kCyan}};
  return words[static_cast<std::size_t>(severity)];
}

std::string Header(const Diagnostic& diagnostic, base::Language language, Paint paint) {
  const SeverityWords& words = WordsOf(SeverityOf(diagnostic));
  const std::string kind = fmt::format("{}[{}]", base::In(language, words.name), CodeText(diagnostic));
  const std::string message = ": " + Visible(base::In(language, MessageOf(diagnostic)));
  return paint(words.colour, kind) + paint(Colour::kBold, message) + "\n";
}

std::string PlaceOf(base::Span span, const base::SourceStore& sources) {
  const base::Position position = sources.PositionOf(span.source, span.begin);
  return fmt::format("{}:{}:{}", Visible(sources[span.source].name), position.line, position.column);
}

/// "file:line:column" of a source, "file#/json/pointer" of a document.
std::string PlaceOf(const Diagnostic& diagnostic, const base::SourceStore& sources) {
  const bool in_source = diagnostic.span.source.IsValid();
  std::string place = in_source ? PlaceOf(diagnostic.span, sources) : Visible(diagnostic.file);
  if (diagnostic.pointer.empty()) return place;
  return place.append(in_source ? " " : "#").append(Visible(diagnostic.pointer));
}

/// In a literate file the reader looks for the heading, which says more than the line.
std::string UnderHeading(const Diagnostic& diagnostic, const base::SourceStore& sources, base::Language language) {
  if (!diagnostic.span.source.IsValid()) return "";
  const std::string heading = Visible(sources.HeadingOf(diagnostic.span.source, diagnostic.span.begin));
  if (heading.empty()) return "";
  return language == base::Language::kChinese ? "（" + heading + "）" : " (" + heading + ")";
}

std::vector<Mark> MarksOf(const Diagnostic& diagnostic, base::Language language) {
  std::vector<Mark> marks;
  if (diagnostic.span.source.IsValid()) marks.push_back({diagnostic.span, '^', ""});
  for (const Label& label : diagnostic.labels) {
    if (label.span.source.IsValid()) marks.push_back({label.span, '-', base::In(language, label.text)});
  }
  return marks;
}

/// The excerpts; where another source begins, its place stands above it.
std::string Excerpts(const Diagnostic& diagnostic, const std::vector<Excerpt>& excerpts,
                     const base::SourceStore& sources, std::size_t gutter, Paint paint) {
  std::string out;
  base::SourceId source = diagnostic.span.source;
  std::uint32_t previous_line = 0;
  for (const Excerpt& excerpt : excerpts) {
    if (excerpt.source != source) {
      out += std::string(gutter, ' ') + paint(Colour::kBlue, ":::") + " ";
      out += PlaceOf(excerpt.marks.front().span, sources) + "\n" + GutterLine(0, "", gutter, paint);
    } else if (previous_line != 0 && excerpt.line > previous_line + 1) {
      out += paint(Colour::kBlue, "...") + "\n";
    } else if (previous_line == 0) {
      out += GutterLine(0, "", gutter, paint);
    }
    out += RenderExcerpt(excerpt, sources, gutter, paint);
    source = excerpt.source;
    previous_line = excerpt.line;
  }
  return out;
}

std::string Count(std::size_t count, Severity severity, base::Language language) {
  const SeverityWords& words = WordsOf(severity);
  if (language == base::Language::kChinese) return fmt::format("{} 个{}", count, words.name.zh);
  return fmt::format("{} {}", count, count == 1 ? words.name.en : words.plural.en);
}

std::size_t CountOf(const Sink& sink, Severity severity) {
  if (severity == Severity::kError) return sink.ErrorCount();
  return static_cast<std::size_t>(
      std::ranges::count(sink.All(), severity, [](const Diagnostic& d) { return SeverityOf(d); }));
}

}  // namespace

std::string RenderText(const Diagnostic& diagnostic, const base::SourceStore& sources, base::Language language,
                       bool colour) {
  const Paint paint{colour};
  const std::vector<Excerpt> excerpts = CollectExcerpts(MarksOf(diagnostic, language), sources);
  const std::size_t gutter = GutterWidth(excerpts);
  std::string out = Header(diagnostic, language, paint);
  if (const std::string place = PlaceOf(diagnostic, sources); !place.empty()) {
    out += std::string(gutter, ' ') + paint(Colour::kBlue, "-->") + " " + place;
    out += UnderHeading(diagnostic, sources, language) + "\n";
  }
  out += Excerpts(diagnostic, excerpts, sources, gutter, paint);
  if (const std::string& help = base::In(language, diagnostic.help); !help.empty()) {
    out += HelpLine(help, language, paint);
  }
  for (const Fix& fix : diagnostic.fixes) out += RenderFix(fix, sources, language, gutter, paint);
  return out;
}

std::string RenderSummary(const Sink& sink, base::Language language) {
  std::string out;
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kInformation}) {
    const std::size_t count = CountOf(sink, severity);
    if (count == 0) continue;
    if (!out.empty()) out += language == base::Language::kChinese ? "，" : ", ";
    out += Count(count, severity, language);
  }
  return out;
}

std::string RenderReport(const Sink& sink, const base::SourceStore& sources, base::Language language, bool colour) {
  std::string out;
  for (const Diagnostic& diagnostic : sink.All()) out += RenderText(diagnostic, sources, language, colour) + "\n";
  if (const std::string summary = RenderSummary(sink, language); !summary.empty()) out += summary + "\n";
  return out;
}

}  // namespace zhun::diagnostics
