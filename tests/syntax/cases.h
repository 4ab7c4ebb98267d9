#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "compiler/dump/place.h"
#include "compiler/syntax/parse.h"

/// What the tests of the syntax share: reading sources and parsing them.
namespace zhun::syntax::testing {

namespace fs = std::filesystem;

inline std::string ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline bool IsPolicy(const fs::path& path) {
  const std::string name = path.filename().string();
  return name.ends_with(".zhun") || name.ends_with(".zhun.md");
}

/// All policy files under `root`, in the order of their names.
inline std::vector<fs::path> PoliciesUnder(const fs::path& root) {
  std::vector<fs::path> found;
  if (!fs::exists(root)) return found;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.is_regular_file() && IsPolicy(entry.path())) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

/// One text, parsed. The store owns what the tree points into.
struct Parsed {
  base::SourceStore sources;
  base::SourceId id;
  diagnostics::Sink sink{1000};
  std::optional<ast::File> file;
};

inline Parsed ParseText(std::string text, const std::string& name = "case.zhun") {
  Parsed parsed;
  parsed.id = parsed.sources.Add(name, std::move(text));
  parsed.file = Parse(parsed.sources, parsed.id, parsed.sink);
  return parsed;
}

inline fs::path Golden(const std::string& folder) { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / folder; }

/// The messages of a run with their places and fixes, for comparison.
inline std::string Listed(const Parsed& parsed) {
  std::string out;
  for (const diagnostics::Diagnostic& found : parsed.sink.All()) {
    const base::Words words = diagnostics::MessageOf(found);
    out += fmt::format("{} {}\n  {}\n  {}\n", dump::PlaceOf(parsed.sources, found.span),
                       diagnostics::CodeText(found.code), words.zh, words.en);
    if (!found.help.zh.empty()) out += fmt::format("  help: {}\n  help: {}\n", found.help.zh, found.help.en);
    for (const diagnostics::Fix& fix : found.fixes) {
      out += fmt::format("  fix {}: {}\n", dump::PlaceOf(parsed.sources, fix.span), dump::Quoted(fix.replacement));
    }
  }
  return out.empty() ? "no message\n" : out;
}

}  // namespace zhun::syntax::testing
