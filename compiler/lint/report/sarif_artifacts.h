#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/lint/report/json_writer.h"
#include "compiler/lint/report/provisions.h"
#include "runtime/base/source.h"

namespace zhun::lint {

/// The artifacts of a SARIF run: files that were reviewed, by their names, and the provisions that findings rest on,
/// embedded, one text an instrument, so that a viewer can open them.
class SarifArtifacts {
 public:
  explicit SarifArtifacts(const base::SourceStore& sources) : sources_(sources) {}

  /// Member "physicalLocation": file and range. `span` must have a source.
  void WriteLocation(JsonWriter& json, base::Span span);
  /// The same for the words of a provision; it must have a text.
  void WriteLocation(JsonWriter& json, const CitedProvision& provision);
  /// Member "artifactLocation": the file alone.
  void WriteFile(JsonWriter& json, base::SourceId source);
  static void WriteRegion(JsonWriter& json, std::string_view key, base::Span span, const base::SourceStore& sources);

  /// Member "artifacts": everything that was written of before.
  void Write(JsonWriter& json) const;

 private:
  struct Artifact {
    std::string uri;
    bool embedded = false;
    std::string text;         ///< of an embedded one
    std::uint64_t lines = 0;  ///< that it has so far
  };
  std::size_t IndexOf(base::SourceId source);
  std::size_t IndexOfLaw(const std::string& instrument);
  void WriteReference(JsonWriter& json, std::size_t artifact) const;
  /// Adds the words to the text of the instrument; gives the location as JSON.
  std::string Embed(const CitedProvision& provision);

  const base::SourceStore& sources_;
  std::vector<Artifact> artifacts_;
  std::map<base::SourceId, std::size_t> files_;
  std::map<std::string, std::size_t> laws_;
  std::map<std::string, std::string> provisions_;  ///< by citation: its location as JSON
};

}  // namespace zhun::lint
