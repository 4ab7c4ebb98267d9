#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/report/report.h"

namespace zhun::lint {
namespace {

using diagnostics::Severity;

/// The text of a command: %, carriage return and line feed are written out, nothing else that GitHub obeys is left.
std::string Data(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%': out += "%25"; break;
      case '\r': out += "%0D"; break;
      case '\n': out += "%0A"; break;
      default: out += c;
    }
  }
  return out;
}

/// The value of a property: in addition : and , are written out.
std::string Property(std::string_view text) {
  std::string out;
  for (const char c : Data(text)) {
    if (c == ':') {
      out += "%3A";
    } else if (c == ',') {
      out += "%2C";
    } else {
      out += c;
    }
  }
  return out;
}

std::string_view CommandFor(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    case Severity::kInformation: return "notice";
  }
  return {};
}

/// "file=…,line=…,endLine=…,col=…,endColumn=…,"; columns only within one line, as GitHub wants them.
std::string Where(base::Span span, const base::SourceStore& sources) {
  if (!span.source.IsValid()) return {};
  const base::Position begin = sources.PositionOf(span.source, span.begin);
  const base::Position end = sources.PositionOf(span.source, std::max(span.begin, span.end));
  std::string where =
      fmt::format("file={},line={},endLine={},", Property(sources[span.source].name), begin.line, end.line);
  if (begin.line == end.line) where += fmt::format("col={},endColumn={},", begin.column, end.column);
  return where;
}

std::string Command(Severity severity, const std::string& where, std::string_view title, std::string_view message) {
  return fmt::format("::{} {}title={}::{}\n", CommandFor(severity), where, Property(title), Data(message));
}

}  // namespace

std::string ReportAsGithub(const Outcome& outcome, const ReportContext& context) {
  const base::SourceStore& sources = outcome.compilation.sources;
  std::string text;
  for (const diagnostics::Diagnostic& fault : outcome.faults.All()) {
    text += Command(diagnostics::SeverityOf(fault), Where(fault.span, sources), diagnostics::CodeText(fault),
                    base::In(context.language, diagnostics::MessageOf(fault)));
  }
  for (const Finding& finding : outcome.findings) {
    if (!Counts(finding)) continue;
    const RuleRow& row = RowOf(finding.rule);
    const std::string title = fmt::format("{} {}", row.text, base::In(context.language, row.title));
    std::string message = finding.subject.empty() ? "" : fmt::format("{} {}\n", finding.subject, finding.title);
    message += base::In(context.language, finding.message);
    const std::string& help = base::In(context.language, finding.help);
    if (!help.empty()) message += "\n" + base::In(context.language, {"建议：", "Suggestion: "}) + help;
    text += Command(finding.level, Where(PlaceOf(finding, sources), sources), title, message);
  }
  return text;
}

}  // namespace zhun::lint
