#include "compiler/lint/report/sarif_artifacts.h"

#include <algorithm>

#include "compiler/lint/report/uri.h"

namespace zhun::lint {

std::size_t SarifArtifacts::IndexOf(base::SourceId source) {
  const auto [found, is_new] = files_.try_emplace(source, artifacts_.size());
  if (is_new) artifacts_.push_back({UriOf(sources_[source].name), false, {}, 0});
  return found->second;
}

std::size_t SarifArtifacts::IndexOfLaw(const std::string& instrument) {
  const auto [found, is_new] = laws_.try_emplace(instrument, artifacts_.size());
  if (is_new) artifacts_.push_back({"law/" + UriOf(instrument) + ".txt", true, {}, 0});
  return found->second;
}

void SarifArtifacts::WriteReference(JsonWriter& json, std::size_t artifact) const {
  json.OpenMember("artifactLocation", '{');
  json.Member("uri", artifacts_[artifact].uri);
  json.Member("index", artifact);
  json.Close('}');
}

void SarifArtifacts::WriteFile(JsonWriter& json, base::SourceId source) { WriteReference(json, IndexOf(source)); }

void SarifArtifacts::WriteRegion(JsonWriter& json, std::string_view key, base::Span span,
                                 const base::SourceStore& sources) {
  const base::Position begin = sources.PositionOf(span.source, span.begin);
  const base::Position end = sources.PositionOf(span.source, std::max(span.begin, span.end));
  json.OpenMember(key, '{');
  json.Member("startLine", begin.line);
  json.Member("startColumn", begin.column);
  json.Member("endLine", end.line);
  json.Member("endColumn", end.column);
  json.Close('}');
}

void SarifArtifacts::WriteLocation(JsonWriter& json, base::Span span) {
  json.OpenMember("physicalLocation", '{');
  WriteFile(json, span.source);
  WriteRegion(json, "region", span, sources_);
  json.Close('}');
}

std::string SarifArtifacts::Embed(const CitedProvision& provision) {
  const std::size_t artifact = IndexOfLaw(provision.instrument);
  Artifact& law = artifacts_[artifact];
  const std::string words = provision.citation + "\n" + *provision.text + "\n\n";
  const auto lines = static_cast<std::uint64_t>(std::ranges::count(words, '\n'));
  std::string location;
  JsonWriter json(location);
  json.Open('{');
  WriteReference(json, artifact);
  json.OpenMember("region", '{');
  json.Member("startLine", law.lines + 1);
  json.Member("endLine", law.lines + lines - 1);
  json.Close('}');
  json.Close('}');
  law.text += words;
  law.lines += lines;
  return location;
}

void SarifArtifacts::WriteLocation(JsonWriter& json, const CitedProvision& provision) {
  std::string& location = provisions_[provision.citation];
  if (location.empty()) location = Embed(provision);
  json.Key("physicalLocation");
  json.Raw(location);
}

void SarifArtifacts::Write(JsonWriter& json) const {
  json.OpenMember("artifacts", '[');
  for (const Artifact& artifact : artifacts_) {
    json.NewLine();
    json.Open('{');
    json.OpenMember("location", '{');
    json.Member("uri", artifact.uri);
    json.Close('}');
    if (artifact.embedded) {
      json.OpenMember("contents", '{');
      json.Member("text", artifact.text);
      json.Close('}');
      json.Member("mimeType", "text/plain");
    } else {
      json.OpenMember("roles", '[');
      json.Text("analysisTarget");
      json.Close(']');
    }
    json.Member("encoding", "utf-8");
    json.Close('}');
  }
  json.NewLine();
  json.Close(']');
}

}  // namespace zhun::lint
