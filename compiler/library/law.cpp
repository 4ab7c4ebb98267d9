#include "compiler/library/law.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "compiler/library/json_node.h"
#include "compiler/library/law_tables.h"

namespace zhun::library {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;

void LoadInstruments(const fs::path& path, law::Registry& registry, diagnostics::Sink& sink) {
  const std::optional<JsonNode> node = ReadJson(path, sink);
  if (!node) return;
  const std::string file = path.string();
  std::set<std::string> ids;
  for (const auto& [key, element] : JsonPlace(file, *node, sink).Children(JsonKind::kList)) {
    registry.instruments.push_back(ReadInstrument(element));
    const std::string& id = registry.instruments.back().id;
    if (!ids.insert(id).second) element.Wrong(Code::kLibraryOrder, {{"what", id}});
  }
}

void LoadRenumberings(const fs::path& path, law::Registry& registry, diagnostics::Sink& sink) {
  const std::optional<JsonNode> node = ReadJson(path, sink);
  if (!node) return;
  const std::string file = path.string();
  for (const auto& [key, element] : JsonPlace(file, *node, sink).Children(JsonKind::kList)) {
    registry.renumberings.push_back(ReadRenumbering(element, registry));
  }
}

/// Ascending by name, so that nothing depends on the order of the directory.
std::vector<fs::path> TextFiles(const fs::path& directory) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::directory_iterator entry(directory, error), end; !error && entry != end; entry.increment(error)) {
    if (entry->path().extension() == ".json") files.push_back(entry->path());
  }
  std::ranges::sort(files);
  return files;
}

void LoadTexts(const fs::path& directory, law::Registry& registry, diagnostics::Sink& sink) {
  for (const fs::path& path : TextFiles(directory)) {
    const std::optional<JsonNode> node = ReadJson(path, sink);
    if (!node) continue;
    const std::string file = path.string();
    ReadText(JsonPlace(file, *node, sink), registry);
  }
}

/// Versions that share a name must not be in force on the same day, or the name would mean two things.
void CheckNames(const law::Registry& registry, const std::string& file, diagnostics::Sink& sink) {
  for (const law::NameEntry& entry : registry.names) {
    for (std::size_t place = 0; place + 1 < entry.versions.size(); ++place) {
      const law::Instrument& left = registry.instruments[entry.versions[place]];
      const law::Instrument& right = registry.instruments[entry.versions[place + 1]];
      if (left.effective_to && right.effective_from && *left.effective_to < *right.effective_from) continue;
      sink.ReportIn(
          Code::kLibraryContradiction, file, "",
          {{"what", base::Words{fmt::format("{}与{}同名，施行期间重叠", left.id, right.id),
                                fmt::format("{} and {} share a name and are in force at once", left.id, right.id)}}});
    }
  }
}

}  // namespace

std::optional<law::Registry> LoadRegistry(const fs::path& directory, diagnostics::Sink& sink) {
  const std::size_t errors_before = sink.ErrorCount();
  law::Registry registry;
  LoadInstruments(directory / "instruments.json", registry, sink);
  if (sink.ErrorCount() != errors_before) return std::nullopt;
  law::IndexNames(registry);
  CheckNames(registry, (directory / "instruments.json").string(), sink);
  LoadTexts(directory / "texts", registry, sink);
  LoadRenumberings(directory / "renumberings.json", registry, sink);
  if (sink.ErrorCount() != errors_before) return std::nullopt;
  return registry;
}

}  // namespace zhun::library
