#include "compiler/pipeline/load.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include "compiler/library/calendar.h"
#include "compiler/library/law.h"
#include "compiler/library/no_prohibition.h"
#include "compiler/library/region.h"
#include "compiler/library/vocabulary.h"
#include "compiler/syntax/parse.h"

namespace zhun::pipeline {
namespace {

namespace fs = std::filesystem;
using diagnostics::Code;

std::optional<std::string> ReadText(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return std::nullopt;
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream text;
  text << in.rdbuf();
  if (in.bad()) return std::nullopt;
  return std::move(text).str();
}

bool IsPolicy(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".zhun") || name.ends_with(".zhun.md");
}

class Loader {
 public:
  Loader(Compilation& compilation, diagnostics::Sink& sink) : compilation_(compilation), sink_(sink) {}

  /// The unit of the file; nothing where it cannot be read. `use` is the import that names it, if one does.
  std::optional<std::uint32_t> Load(const PolicyFile& policy, std::optional<base::Span> use) {
    const fs::path& path = policy.path;
    const sema::Role role = policy.role;
    const std::string key = fs::weakly_canonical(path).lexically_normal().string();
    const auto known = units_.find(key);
    if (known != units_.end()) return known->second;
    const std::optional<std::string> text = policy.text ? policy.text : ReadText(path);
    if (!text) {
      ReportUnreadable(path, use);
      return std::nullopt;
    }
    const base::SourceId source = compilation_.sources.Add(path.string(), *text);
    std::optional<ast::File> file = syntax::Parse(compilation_.sources, source, sink_);
    if (!file) return std::nullopt;
    const auto unit = static_cast<std::uint32_t>(compilation_.units.size());
    units_[key] = unit;
    compilation_.files.push_back(std::make_unique<ast::File>(std::move(*file)));
    compilation_.units.push_back({compilation_.files.back().get(), role, {}});
    Import(path, unit, role);
    return unit;
  }

 private:
  void ReportUnreadable(const fs::path& path, std::optional<base::Span> use) {
    if (use) {
      sink_.Report(Code::kImportMissing, *use, {{"file", path.string()}});
    } else {
      sink_.ReportIn(Code::kFileUnreadable, path.string(), "",
                     {{"file", path.string()},
                      {"why", base::Words{"没有这个文件，或者不能读取", "no such file, or it cannot be read"}}});
    }
  }

  void Import(const fs::path& path, std::uint32_t unit, sema::Role role) {
    const ast::File& file = *compilation_.files[unit];
    for (const ast::Import& import : file.imports) {
      const auto imported = Load({path.parent_path() / import.path.text, role, {}}, import.path.span);
      if (imported) compilation_.units[unit].imports.push_back(*imported);
    }
  }

  Compilation& compilation_;
  diagnostics::Sink& sink_;
  std::map<std::string, std::uint32_t> units_;
};

}  // namespace

void LoadFiles(const std::vector<PolicyFile>& files, Compilation& compilation, diagnostics::Sink& sink) {
  Loader loader(compilation, sink);
  for (const PolicyFile& file : files) loader.Load(file, std::nullopt);
}

std::vector<PolicyFile> FindPolicies(const fs::path& path, sema::Role role, diagnostics::Sink& sink) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return {{path, role, {}}};
  std::vector<PolicyFile> found;
  fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied, error);
  for (; !error && walk != fs::recursive_directory_iterator(); walk.increment(error)) {
    if (walk->is_regular_file() && IsPolicy(walk->path())) found.push_back({walk->path(), role, {}});
  }
  if (error) {
    sink.ReportIn(Code::kFileUnreadable, path.string(), "",
                  {{"file", path.string()}, {"why", base::Words{"目录不能读取", "the directory cannot be read"}}});
  }
  std::sort(found.begin(), found.end(),
            [](const PolicyFile& a, const PolicyFile& b) { return a.path.string() < b.path.string(); });
  return found;
}

std::optional<Library> LoadLibrary(const fs::path& stdlib, diagnostics::Sink& sink) {
  auto vocabulary = library::LoadVocabulary(stdlib / "vocabulary", sink);
  auto law = library::LoadRegistry(stdlib / "law", sink);
  auto calendar = library::LoadCalendar(stdlib / "calendar", sink);
  auto regions = library::LoadRegions(stdlib / "region", sink);
  auto no_prohibitions = library::LoadNoProhibitions(stdlib / "law", sink);
  if (!vocabulary || !law || !calendar || !regions || !no_prohibitions) return std::nullopt;
  return Library{std::move(*vocabulary), std::move(*law), std::move(*calendar), std::move(*regions),
                 std::move(*no_prohibitions)};
}

}  // namespace zhun::pipeline
