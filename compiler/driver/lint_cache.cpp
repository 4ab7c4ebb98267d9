#include "compiler/driver/lint_cache.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "compiler/driver/files.h"
#include "runtime/base/digest.h"

namespace zhun::driver {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostFiles = 16;
constexpr std::size_t kLargestFile = 1u << 30;  ///< bytes
constexpr const char* kEnding = ".zlint";

std::optional<std::string> Read(const fs::path& path) {
  std::error_code none;
  if (!fs::is_regular_file(path, none)) return std::nullopt;
  std::istringstream no_input;
  diagnostics::Sink unheard;
  return ReadFile(path.string(), no_input, kLargestFile, unheard);
}

/// Removes the oldest files of the cache, and nothing else that lies there.
void Trim(const fs::path& folder) {
  std::error_code none;
  std::vector<std::pair<fs::file_time_type, fs::path>> files;
  for (fs::directory_iterator at(folder, none), end; at != end; at.increment(none)) {
    if (at->path().extension() == kEnding) files.emplace_back(at->last_write_time(none), at->path());
  }
  std::ranges::sort(files, std::greater());
  for (std::size_t i = kMostFiles; i < files.size(); ++i) fs::remove(files[i].second, none);
}

void Save(const fs::path& folder, const std::string& name, std::string_view bytes) {
  std::error_code none;
  fs::create_directories(folder, none);
  diagnostics::Sink unheard;
  WriteFile((folder / (name + kEnding)).string(), bytes, unheard);
  Trim(folder);
}

/// Digest of the tables that come with the program. Nothing where they cannot be read.
std::optional<std::string> DigestOfTables(const fs::path& stdlib) {
  std::error_code error;
  std::vector<fs::path> paths;
  fs::recursive_directory_iterator walk(stdlib, error), end;
  for (; !error && walk != end; walk.increment(error)) {
    if (walk->is_regular_file()) paths.push_back(walk->path());
  }
  std::ranges::sort(paths);
  std::string text;
  for (const fs::path& path : paths) {
    const auto bytes = Read(path);
    if (!bytes) return std::nullopt;
    text += path.string() + "\n" + base::Digest(*bytes) + "\n";
  }
  if (error || paths.empty()) return std::nullopt;
  return base::Digest(text);
}

}  // namespace

std::optional<lint::Cache> CacheFor(const Arguments& arguments, const lint::Settings& settings, const Host& host) {
  const std::string* given = arguments.Value(Option::kCache);
  const fs::path folder = given != nullptr ? *given : settings.cache;
  if (folder.empty() || host.build.empty()) return std::nullopt;
  const auto tables = DigestOfTables(host.share / "stdlib");
  if (!tables) return std::nullopt;
  return lint::Cache{host.build + " " + *tables,
                     [folder](const std::string& name) { return Read(folder / (name + kEnding)); },
                     [folder](const std::string& name, std::string_view bytes) { Save(folder, name, bytes); }};
}

}  // namespace zhun::driver
