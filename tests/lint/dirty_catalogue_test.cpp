#include <algorithm>
#include <filesystem>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/lint/linted.h"

/// A catalogue with the faults that catalogues in use have, and every finding that a reviewer should see in it.
namespace zhun::lint {
namespace {

namespace fs = std::filesystem;

fs::path Folder() { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "lint" / "dirty_catalogue"; }

std::vector<fs::path> Files(const std::string& prefix) {
  std::vector<fs::path> files;
  for (const auto& each : fs::directory_iterator(Folder())) {
    if (each.path().filename().string().starts_with(prefix)) files.push_back(each.path());
  }
  std::ranges::sort(files);
  return files;
}

std::string Together(const std::string& prefix) {
  std::string text;
  for (const fs::path& file : Files(prefix)) text += testing::ReadWhole(file);
  return text;
}

/// Lines `entry<TAB>rule<TAB>pointer`.
std::set<std::string> Expected() {
  std::set<std::string> lines;
  std::istringstream text(Together("expected_"));
  for (std::string line; std::getline(text, line);) lines.insert(line);
  return lines;
}

Outcome LintAll() {
  Request request = testing::EmptyRequest();
  request.catalogue = DocumentText{"entries.ndjson", Together("entries_")};
  request.applications = DocumentText{"applications.ndjson", Together("applications_")};
  return Run(request);
}

std::set<std::string> Found(const Outcome& outcome) {
  std::set<std::string> lines;
  for (const Finding& finding : outcome.findings) {
    lines.insert(finding.subject + "\t" + std::string(RowOf(finding.rule).text) + "\t" + finding.pointer);
  }
  return lines;
}

std::string Missing(const std::set<std::string>& from, const std::set<std::string>& in) {
  std::string text;
  for (const std::string& line : in) text += from.contains(line) ? "" : line + "\n";
  return text;
}

TEST(DirtyCatalogue, IsFoundOutCompletelyAndNothingElseIsSaid) {
  const std::set<std::string> expected = Expected();
  const std::set<std::string> found = Found(LintAll());
  EXPECT_GT(expected.size(), 40U);
  EXPECT_EQ(Missing(found, expected), "") << "expected and not found";
  EXPECT_EQ(Missing(expected, found), "") << "found and not expected";
}

TEST(DirtyCatalogue, ShowsEveryRuleForCatalogues) {
  std::set<std::string> codes;
  const Outcome outcome = LintAll();
  for (const Finding& finding : outcome.findings) codes.emplace(RowOf(finding.rule).text);
  for (const RuleRow& row : RuleRows()) {
    EXPECT_TRUE(!row.text.starts_with('K') || codes.contains(std::string(row.text))) << row.text;
  }
  EXPECT_GE(outcome.entries, 60U);
}

TEST(DirtyCatalogue, SaysTheSameWhateverTheNumberOfThreads) {
  Request request = testing::EmptyRequest();
  request.catalogue = DocumentText{"entries.ndjson", Together("entries_")};
  request.threads = 1;
  const std::string one = testing::ShowFindings(lint::Run(request));
  request.threads = 7;
  EXPECT_EQ(testing::ShowFindings(lint::Run(request)), one);
}

}  // namespace
}  // namespace zhun::lint
