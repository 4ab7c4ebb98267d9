#include "compiler/dump/place.h"

#include <fmt/format.h>

namespace zhun::dump {

std::string PlaceOf(const base::SourceStore& sources, base::Span span) {
  if (!span.source.IsValid()) return "-";
  const base::Position begin = sources.PositionOf(span.source, span.begin);
  const base::Position end = sources.PositionOf(span.source, span.end);
  return fmt::format("{}:{}-{}:{}", begin.line, begin.column, end.line, end.column);
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      quoted += c == '\n' ? "\\n" : "\\r";
      continue;
    }
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "\"";
}

}  // namespace zhun::dump
