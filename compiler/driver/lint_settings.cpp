#include "compiler/driver/lint_settings.h"

#include <istream>

#include "compiler/driver/files.h"

namespace zhun::driver {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSettingsName = "zhun.toml";
constexpr std::size_t kLargestSettings = 1u << 20;  ///< bytes

/// The name by which the nearest settings are opened and called: "zhun.toml", "../zhun.toml", …
std::optional<std::string> Nearest(const fs::path& working) {
  fs::path way;
  for (fs::path folder = working; !folder.empty(); folder = folder.parent_path()) {
    std::error_code none;
    if (fs::is_regular_file(folder / kSettingsName, none)) return (way / kSettingsName).string();
    if (folder == folder.root_path()) break;
    way /= "..";
  }
  return std::nullopt;
}

/// A path of the settings, as seen from the working folder.
void Resolve(std::string& path, const fs::path& folder) {
  if (!path.empty()) path = (folder / path).lexically_normal().string();
}

}  // namespace

std::optional<lint::Settings> SettingsFor(const Arguments& arguments, const vocabulary::Vocabulary& vocabulary,
                                          const Host& host, diagnostics::Sink& sink) {
  const std::string* given = arguments.Value(Option::kConfig);
  const std::optional<std::string> name = given != nullptr ? std::optional(*given) : Nearest(host.working);
  if (!name) return lint::Settings{};
  const auto text = ReadFile(*name, host.in, kLargestSettings, sink);
  if (!text) return std::nullopt;
  if (text->size() > kLargestSettings) {
    const std::string limit = std::to_string(kLargestSettings);
    sink.ReportIn(diagnostics::Code::kFileTooLarge, "", "", {{"file", *name}, {"limit", limit}});
    return std::nullopt;
  }
  auto settings = lint::ReadSettings(*name, *text, vocabulary, sink);
  if (!settings) return std::nullopt;
  const fs::path folder = fs::path(*name).parent_path();
  settings->working = host.working.string();
  settings->folder = (host.working / folder).lexically_normal().string();
  if (settings->folder.size() > 1 && settings->folder.ends_with('/')) settings->folder.pop_back();
  Resolve(settings->baseline, folder);
  Resolve(settings->cache, folder);
  return settings;
}

}  // namespace zhun::driver
