#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tests/architecture/checks.h"

namespace zhun::architecture {
namespace {

constexpr std::size_t kSourceLines = 400;
constexpr std::size_t kHeaderLines = 200;
constexpr std::size_t kReadmeLines = 30;

/// Files that may be longer, with the reason beside each. Empty, and meant to stay so.
constexpr std::array<std::string_view, 0> kMayBeLong = {};

using Folders = std::set<std::string, std::less<>>;

/// Whether a folder is one of the house's parts: a documented top-level folder, a folder in one, or any with C++ in it.
/// Deeper folders of data (golden cases, example cases) are explained where they begin.
Folders PartsOf(const Tree& tree) {
  static constexpr std::array<std::string_view, 8> kTops = {"runtime", "compiler", "stdlib", "policies",
                                                            "tests",   "examples", "docs",   "grammar"};
  Folders parts;
  for (const File& file : tree) {
    const std::string_view top = std::string_view(file.path).substr(0, file.path.find('/'));
    if (top == file.path || std::ranges::find(kTops, top) == kTops.end()) continue;
    parts.emplace(top);
    const std::size_t second = file.path.find('/', top.size() + 1);
    if (second != std::string::npos) parts.insert(file.path.substr(0, second));
    if (IsCpp(file)) parts.emplace(FolderOf(file.path));
  }
  return parts;
}

bool IsFile(const Tree& tree, const std::string& path) {
  return std::ranges::binary_search(tree, path, {}, &File::path);
}

/// utils.h, text_helpers.cpp and buffer_manager/ say nothing about what is inside; neither does common/.
bool IsVague(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kVague = {"util",    "utils",   "helper",
                                                             "helpers", "manager", "managers"};
  const std::string_view stem = name.substr(0, std::min(name.find('.', 1), name.size()));
  if (stem == "common" || stem == "misc") return true;
  std::string_view rest = stem;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of("_-"), rest.size());
    if (std::ranges::find(kVague, rest.substr(0, end)) != kVague.end()) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

/// The first line that says something to the compiler.
std::string FirstCode(const File& file) {
  const std::string code = CodeOf(file.text, true);
  for (const std::string_view line : LinesOf(code)) {
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos)
      return std::string(line.substr(first, line.find_last_not_of(" \t\r") - first + 1));
  }
  return "";
}

}  // namespace

Findings MissingReadmes(const Tree& tree) {
  Findings findings;
  for (const std::string& folder : PartsOf(tree)) {
    if (!IsFile(tree, folder + "/README.md")) {
      findings.push_back(folder + ": has no README.md (purpose, door, what it may include, how to extend)");
    }
  }
  return findings;
}

Findings LongReadmes(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    const bool of_folder = file.path.ends_with("/README.md") && !Under(file.path, "policies");
    const std::size_t lines = LinesOf(file.text).size();
    if (of_folder && lines > kReadmeLines) {
      findings.push_back(file.path + ": " + std::to_string(lines) + " lines; a folder's README has at most 30");
    }
  }
  return findings;
}

Findings LongFiles(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    const std::string_view extension = ExtensionOf(file.path);
    if ((extension != "h" && extension != "cpp") || std::ranges::find(kMayBeLong, file.path) != kMayBeLong.end())
      continue;
    const std::size_t limit = IsHeader(file) ? kHeaderLines : kSourceLines;
    const std::size_t lines = LinesOf(file.text).size();
    if (lines > limit) {
      findings.push_back(file.path + ": " + std::to_string(lines) + " lines, at most " + std::to_string(limit) +
                         "; find the seam a reader would thank you for");
    }
  }
  return findings;
}

Findings VagueNames(const Tree& tree) {
  Findings findings;
  Folders seen;
  for (const File& file : tree) {
    for (std::size_t end = file.path.find('/');; end = file.path.find('/', end + 1)) {
      const std::string path = file.path.substr(0, end);
      const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
      if (seen.insert(path).second && IsVague(name)) findings.push_back(path + ": name it after what it does");
      if (end == std::string::npos) break;
    }
  }
  return findings;
}

Findings BadBeginnings(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    const std::string first = FirstCode(file);
    if (IsHeader(file) && first != "#pragma once")
      findings.push_back(file.path + ": a header begins with #pragma once");
    if (ExtensionOf(file.path) != "cpp") continue;
    const std::string own = file.path.substr(0, file.path.size() - 3) + "h";
    if (!first.starts_with("#include")) {
      findings.push_back(file.path + ": a source begins with its includes");
    } else if (IsFile(tree, own) && first != "#include \"" + own + "\"") {
      findings.push_back(file.path + ": includes its own header first, so that the header is known to stand alone");
    }
  }
  return findings;
}

Findings UnrootedIncludes(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    // Headers that ANTLR generates lie in the build tree.
    if (!IsCpp(file) || Under(file.path, "compiler/syntax")) continue;
    for (const Include& include : IncludesOf(file)) {
      if (include.quoted && !IsFile(tree, include.target) && !IsInstalledBeside(file, include)) {
        findings.push_back(file.path + ":" + std::to_string(include.line) + ": \"" + include.target +
                           "\" is no path from the root; libraries are included with < >");
      }
    }
  }
  return findings;
}

/// A folder whose CMakeLists.txt names its sources forgets a new one without a word.
Findings TestsThatAreNotBuilt(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    if (!Under(file.path, "tests") || !file.path.ends_with("_test.cpp")) continue;
    const std::string list = std::string(FolderOf(file.path)) + "/CMakeLists.txt";
    const auto found = std::ranges::find(tree, list, &File::path);
    if (found == tree.end()) continue;
    const bool globbed =
        found->text.find("SOURCES") == std::string::npos || found->text.find("GLOB") != std::string::npos;
    const std::string name = file.path.substr(file.path.rfind('/') + 1);
    if (!globbed && found->text.find(name) == std::string::npos) {
      findings.push_back(file.path + ": " + list + " does not name it, so it is never run");
    }
  }
  return findings;
}

}  // namespace zhun::architecture
