#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/lint/linted.h"

/// Policies with faults taken from practice: what is found is exactly what the first line of each says.
namespace zhun::lint {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> FaultyPolicies() {
  std::vector<fs::path> paths;
  for (const auto& each : fs::directory_iterator(testing::LintCases() / "../../lint/faulty_policies")) {
    if (each.path().extension() == ".zhun") paths.push_back(fs::canonical(each.path()));
  }
  std::ranges::sort(paths);
  return paths;
}

/// The codes after `// expect:` in the first line.
std::set<std::string> Expected(const fs::path& path) {
  std::istringstream text(testing::ReadWhole(path));
  std::string slashes, expect, line;
  std::getline(text, line);
  std::istringstream words(line);
  words >> slashes >> expect;
  EXPECT_EQ(slashes + expect, "//expect:") << path;
  std::set<std::string> codes;
  for (std::string code; words >> code;) codes.insert(code);
  return codes;
}

/// The codes of what counts, of level warning or above.
std::set<std::string> Found(const Outcome& outcome) {
  std::set<std::string> codes;
  for (const Finding& finding : outcome.findings) {
    if (Counts(finding) && finding.level <= diagnostics::Severity::kWarning) {
      codes.emplace(RowOf(finding.rule).text);
    }
  }
  return codes;
}

TEST(FaultyPolicies, ShowEveryRuleForPoliciesTimeAndCitations) {
  std::set<std::string> shown;
  for (const fs::path& path : FaultyPolicies()) shown.merge(Expected(path));
  EXPECT_GE(FaultyPolicies().size(), 40u);
  for (const RuleRow& row : RuleRows()) {
    const bool in_question = std::string_view("PTC").find(row.text.front()) != std::string_view::npos;
    const bool counts = row.level <= diagnostics::Severity::kWarning;
    EXPECT_TRUE(!in_question || !counts || shown.contains(std::string(row.text))) << row.text;
  }
}

TEST(FaultyPolicies, EachShowsExactlyTheFaultsThatItsFirstLineNames) {
  for (const fs::path& path : FaultyPolicies()) {
    const std::set<std::string> expected = Expected(path);
    EXPECT_FALSE(expected.empty()) << path;
    const Outcome outcome = testing::LintCase(path);
    EXPECT_EQ(Found(outcome), expected) << path.filename() << "\n" << testing::ShowFindings(outcome);
  }
}

}  // namespace
}  // namespace zhun::lint
