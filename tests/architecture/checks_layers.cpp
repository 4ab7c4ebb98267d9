#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "tests/architecture/checks.h"

namespace zhun::architecture {
namespace {

using Targets = std::set<std::string, std::less<>>;
using Graph = std::map<std::string, Targets, std::less<>>;

std::string At(const File& file, int line, const std::string& what) {
  return file.path + ":" + std::to_string(line) + ": " + what;
}

template <class Wanted>
void FindIncludes(const File& file, Findings& findings, const std::string& what, Wanted wanted) {
  for (const Include& include : IncludesOf(file)) {
    if (wanted(include)) findings.push_back(At(file, include.line, what + ": " + include.target));
  }
}

bool NamesAntlr(const Include& include) { return include.target.find("antlr4") != std::string::npos; }

bool NamesJson(const Include& include) {
  return include.target.find("simdjson") != std::string::npos || include.target.find("nlohmann") != std::string::npos ||
         include.target.find("toml++") != std::string::npos;
}

/// A header of the standard library is one word: <string>. <fmt/format.h>, <zlib.h> are others; C has <stddef.h>.
bool IsStandard(const Include& include) {
  return !include.quoted && (include.target.find_first_of("/.") == std::string::npos || include.target == "stddef.h" ||
                             include.target == "stdint.h");
}

/// Folders of the house and what they include, without themselves.
Graph FolderGraph(const Tree& tree) {
  Graph graph;
  for (const File& file : tree) {
    if (!IsCpp(file) || !(Under(file.path, "runtime") || Under(file.path, "compiler"))) continue;
    const std::string folder(FolderOf(file.path));
    for (const Include& include : IncludesOf(file)) {
      const std::string target(FolderOf(include.target));
      if (include.quoted && !target.empty() && target != folder) graph[folder].insert(target);
    }
  }
  return graph;
}

bool Reaches(const Graph& graph, const std::string& from, const std::string& to, Targets& seen) {
  if (!seen.insert(from).second) return false;
  const auto node = graph.find(from);
  if (node == graph.end()) return false;
  return std::ranges::any_of(node->second,
                             [&](const std::string& next) { return next == to || Reaches(graph, next, to, seen); });
}

}  // namespace

Findings RuntimeReachingUp(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    if (!Under(file.path, "runtime")) continue;
    if (IsCpp(file)) {
      FindIncludes(file, findings, "runtime/ never includes compiler/",
                   [](const Include& include) { return Under(include.target, "compiler"); });
    } else if (file.path.ends_with("CMakeLists.txt") && file.text.find("zhun_compiler") != std::string::npos) {
      findings.push_back(At(file, 1, "runtime/ never links compiler/"));
    }
  }
  return findings;
}

Findings RuntimeHeadersBeyondTheStandard(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    if (!Under(file.path, "runtime") || !IsHeader(file)) continue;
    FindIncludes(
        file, findings, "a header of runtime/ needs only runtime/ and the standard library; include it in a .cpp",
        [&](const Include& include) {
          return !Under(include.target, "runtime") && !IsStandard(include) && !IsInstalledBeside(file, include);
        });
  }
  return findings;
}

Findings AntlrOutsideSyntax(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    if (!IsCpp(file) || Under(file.path, "compiler/syntax")) continue;
    FindIncludes(file, findings, "only compiler/syntax knows ANTLR", NamesAntlr);
  }
  return findings;
}

Findings LibrariesInHeaders(const Tree& tree) {
  Findings findings;
  for (const File& file : tree) {
    if (!IsHeader(file) || Under(file.path, "tests")) continue;
    FindIncludes(file, findings, "ANTLR and JSON libraries stay inside .cpp files (a second of compile time each)",
                 [](const Include& include) { return NamesAntlr(include) || NamesJson(include); });
  }
  return findings;
}

Findings OracleReadingWhatItJudges(const Tree& tree) {
  static constexpr std::array<std::string_view, 3> kJudged = {"runtime/vm", "compiler/ir", "compiler/optimize"};
  Findings findings;
  for (const File& file : tree) {
    // The _test.cpp files bring both sides together; the evaluator itself must know one only.
    if (!Under(file.path, "tests/oracle") || !IsCpp(file) || file.path.ends_with("_test.cpp")) continue;
    FindIncludes(file, findings, "the oracle includes nothing of what it judges", [](const Include& include) {
      return std::ranges::any_of(kJudged, [&](std::string_view folder) { return Under(include.target, folder); });
    });
  }
  return findings;
}

Findings FolderCycles(const Tree& tree) {
  const Graph graph = FolderGraph(tree);
  Findings findings;
  for (const auto& [folder, targets] : graph) {
    for (const std::string& target : targets) {
      Targets seen;
      if (Reaches(graph, target, folder, seen)) {
        findings.push_back(folder + " includes " + target + ", which leads back to it; one of the two has to give way");
      }
    }
  }
  return findings;
}

}  // namespace zhun::architecture
