#include "runtime/diagnostics/render_json.h"

#include <nlohmann/json.hpp>

namespace zhun::diagnostics {
namespace {

using Json = nlohmann::ordered_json;

Json OfWords(const base::Words& words) { return {{"zh", words.zh}, {"en", words.en}}; }

Json OfPosition(base::Position position) { return {{"line", position.line}, {"column", position.column}}; }

Json RangeOf(base::Span span, const base::SourceStore& sources) {
  if (!span.source.IsValid()) return nullptr;
  const std::uint32_t end = span.end < span.begin ? span.begin : span.end;
  return {{"start", OfPosition(sources.PositionOf(span.source, span.begin))},
          {"end", OfPosition(sources.PositionOf(span.source, end))}};
}

Json FileOf(base::Span span, const std::string& otherwise, const base::SourceStore& sources) {
  if (span.source.IsValid()) return sources[span.source].name;
  return otherwise.empty() ? Json(nullptr) : Json(otherwise);
}

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return "error";
    case Severity::kWarning: return "warning";
    case Severity::kInformation: return "information";
  }
  return {};
}

Json OfLabel(const Label& label, const base::SourceStore& sources) {
  return {{"file", FileOf(label.span, "", sources)},
          {"range", RangeOf(label.span, sources)},
          {"message", OfWords(label.text)}};
}

Json OfFix(const Fix& fix, const base::SourceStore& sources) {
  return {{"file", FileOf(fix.span, "", sources)},
          {"range", RangeOf(fix.span, sources)},
          {"replacement", fix.replacement},
          {"message", OfWords(fix.text)}};
}

Json OfBasis(const Basis& basis) {
  return {{"citation", basis.citation}, {"text", basis.text ? Json(*basis.text) : Json(nullptr)}};
}

/// Messages of the band of JSON documents always have a pointer; the empty one means the whole document.
bool IsAboutDocument(const Diagnostic& diagnostic) { return CodeText(diagnostic).starts_with("Z5"); }

Json OfDiagnostic(const Diagnostic& diagnostic, const base::SourceStore& sources) {
  Json object = {{"code", CodeText(diagnostic)},
                 {"severity", NameOf(SeverityOf(diagnostic))},
                 {"message", OfWords(MessageOf(diagnostic))},
                 {"file", FileOf(diagnostic.span, diagnostic.file, sources)},
                 {"range", RangeOf(diagnostic.span, sources)}};
  const bool placed = diagnostic.span.source.IsValid();
  const std::string heading(placed ? sources.HeadingOf(diagnostic.span.source, diagnostic.span.begin) : "");
  if (!heading.empty()) object["heading"] = heading;
  if (!diagnostic.pointer.empty() || IsAboutDocument(diagnostic)) object["pointer"] = diagnostic.pointer;
  const bool has_help = !diagnostic.help.zh.empty() || !diagnostic.help.en.empty();
  object["help"] = has_help ? OfWords(diagnostic.help) : Json(nullptr);
  object["basis"] = Json::array();
  for (const Basis& basis : diagnostic.basis) object["basis"].push_back(OfBasis(basis));
  object["labels"] = Json::array();
  for (const Label& label : diagnostic.labels) object["labels"].push_back(OfLabel(label, sources));
  object["fix"] = Json::array();
  for (const Fix& fix : diagnostic.fixes) object["fix"].push_back(OfFix(fix, sources));
  return object;
}

std::string OnOneLine(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string RenderJson(const Diagnostic& diagnostic, const base::SourceStore& sources) {
  return OnOneLine(OfDiagnostic(diagnostic, sources));
}

std::string RenderJsonLines(const Sink& sink, const base::SourceStore& sources) {
  std::string out;
  for (const Diagnostic& diagnostic : sink.All()) out += RenderJson(diagnostic, sources) + "\n";
  return out;
}

std::string RenderJsonArray(const Sink& sink, const base::SourceStore& sources) {
  Json all = Json::array();
  for (const Diagnostic& diagnostic : sink.All()) all.push_back(OfDiagnostic(diagnostic, sources));
  return OnOneLine(all);
}

}  // namespace zhun::diagnostics
