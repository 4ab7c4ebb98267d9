#include "tests/golden_runner/golden.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

#include "tests/golden_runner/line_difference.h"

namespace zhun::golden {
namespace {

namespace fs = std::filesystem;

std::optional<std::string> Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// Files below the folder, sorted by path.
std::set<fs::path> FilesBelow(const fs::path& folder) {
  std::set<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) files.insert(entry.path());
  }
  return files;
}

bool IsExpected(const Suite& suite, const fs::path& path) { return path.filename().string().ends_with(suite.expected); }

/// The ending that makes `path` an input, the longest where several fit (.zhun.md); empty where none does.
std::string InputEnding(const Suite& suite, const fs::path& path) {
  std::string longest;
  for (const std::string& ending : suite.inputs) {
    if (path.filename().string().ends_with(ending) && ending.size() > longest.size()) longest = ending;
  }
  return longest;
}

bool IsInput(const Suite& suite, const fs::path& path) {
  const std::string name = path.filename().string();
  const bool beside = std::ranges::any_of(suite.beside, [&](const std::string& end) { return name.ends_with(end); });
  return !beside && !IsExpected(suite, path) && !InputEnding(suite, path).empty();
}

std::string WithoutEnding(const Suite& suite, const fs::path& path) {
  const std::string text = path.generic_string();
  return text.substr(0, text.size() - InputEnding(suite, path).size());
}

class FolderTest : public ::testing::Test {
 public:
  FolderTest(const Suite& suite, bool update) : suite_(suite), update_(update) {}
  void TestBody() override { EXPECT_EQ(CheckFolder(suite_, update_), ""); }

 private:
  const Suite& suite_;
  bool update_;
};

class CaseTest : public ::testing::Test {
 public:
  CaseTest(const Suite& suite, Case golden_case, bool update)
      : suite_(suite),
        case_(std::move(golden_case)),
        update_(update) {}
  void TestBody() override {
    const std::string difference = CheckCase(suite_, case_, update_);
    if (!difference.empty()) ADD_FAILURE() << difference;
  }

 private:
  const Suite& suite_;
  Case case_;
  bool update_;
};

void Register(const Suite& suite, bool update) {
  const auto add = [&](const std::string& name, const std::string& file, auto factory) {
    ::testing::RegisterTest(suite.name.c_str(), name.c_str(), nullptr, nullptr, file.c_str(), 1, std::move(factory));
  };
  // The factories return the base class, so that both kinds may stand in one GoogleTest suite.
  add("(folder)", suite.folder.string(),
      [&suite, update]() -> ::testing::Test* { return new FolderTest(suite, update); });
  for (Case& golden_case : Discover(suite)) {
    const std::string name = golden_case.name;
    const std::string file = golden_case.path.string();
    add(name, file, [&suite, golden_case = std::move(golden_case), update]() -> ::testing::Test* {
      return new CaseTest(suite, golden_case, update);
    });
  }
}

}  // namespace

std::vector<Case> Discover(const Suite& suite) {
  std::vector<Case> cases;
  for (const fs::path& path : FilesBelow(suite.folder)) {
    if (!IsInput(suite, path)) continue;
    std::optional<std::string> input = Read(path);
    if (!input) {
      ADD_FAILURE() << "cannot read " << path;
      continue;
    }
    cases.push_back({WithoutEnding(suite, fs::relative(path, suite.folder)), path, std::move(*input)});
  }
  return cases;
}

fs::path ExpectedPath(const Suite& suite, const Case& golden_case) {
  return WithoutEnding(suite, golden_case.path) + suite.expected;
}

std::string CheckFolder(const Suite& suite, bool update) {
  std::string problems;
  std::map<fs::path, fs::path> input_of;
  for (const Case& golden_case : Discover(suite)) {
    const auto [other, is_new] = input_of.emplace(ExpectedPath(suite, golden_case), golden_case.path);
    if (!is_new) problems += golden_case.path.string() + " shares its text with " + other->second.string() + "\n";
  }
  if (input_of.empty()) problems += "no inputs below " + suite.folder.string() + "\n";
  for (const fs::path& path : FilesBelow(suite.folder)) {
    if (!IsExpected(suite, path) || input_of.contains(path)) continue;
    if (update) {
      fs::remove(path);
    } else {
      problems += path.string() + " has no input; --update removes it\n";
    }
  }
  return problems;
}

std::string CheckCase(const Suite& suite, const Case& golden_case, bool update) {
  const fs::path path = ExpectedPath(suite, golden_case);
  const std::optional<std::string> expected = Read(path);
  const std::string actual = suite.produce(golden_case);
  if (expected == actual) return "";
  if (update) {
    std::ofstream out(path, std::ios::binary);
    out << actual;
    return out.flush() ? "" : "cannot write " + path.string() + "\n";
  }
  const std::string what = expected ? " differs" : " is not there";
  return path.string() + what + " (- expected, + made now; --update takes it over)\n" +
         LineDifference(expected.value_or(""), actual);
}

int Run(int argc, char** argv, const std::vector<Suite>& suites) {
  ::testing::InitGoogleTest(&argc, argv);
  bool update = false;
  for (int i = 1; i < argc; ++i) {
    if (std::string_view(argv[i]) != "--update") {
      std::fprintf(stderr, "unknown argument %s; only --update and those of GoogleTest are known\n", argv[i]);
      return 2;
    }
    update = true;
  }
  for (const Suite& suite : suites) Register(suite, update);
  return RUN_ALL_TESTS();
}

}  // namespace zhun::golden
