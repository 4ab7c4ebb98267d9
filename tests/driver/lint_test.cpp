#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// zhun lint over files that change: settings that are found, baselines, corrections, the cache. Whole outputs stand in
// tests/golden/driver.
namespace zhun::driver_test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

std::string Dirty() { return ReadText(fs::path(ZHUN_SOURCE_DIR) / "tests" / "driver" / "lint" / "entries.ndjson"); }

fs::path LintCase(const std::string& name) { return fs::path(ZHUN_SOURCE_DIR) / "tests" / "golden" / "lint" / name; }

/// A folder with entries.ndjson.
class Lint : public ::testing::Test {
 protected:
  Lint() { folder_.Write("entries.ndjson", Dirty()); }

  Outcome Run(const std::vector<std::string>& more, const std::string& below = ".") const {
    std::vector<std::string> arguments = {"lint", "--as-of", "2026-11-02"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunZhun(arguments, folder_.Path() / below);
  }
  /// Over the catalogue, with K05 alone.
  Outcome RunOnEntries(std::vector<std::string> more = {}) const {
    more.insert(more.end(), {"--catalog", "entries.ndjson", "--select", "K05"});
    return Run(more);
  }

  TemporaryFolder folder_;
};

TEST_F(Lint, TakesTheNearestSettingsAndPatternsFromTheirFolder) {
  folder_.Write("zhun.toml", "[[lint.paths]]\npattern = \"sub/*.ndjson\"\nlevels = { K05 = \"info\" }\n");
  folder_.Write("sub/deep/keep", "");
  folder_.Write("sub/entries.ndjson", Dirty());
  const std::vector<std::string> both = {"--catalog", "../entries.ndjson", "--select", "K05"};
  EXPECT_EQ(Run(both, "sub/deep").exit, 0) << "sub/entries.ndjson, named from sub/deep";
  EXPECT_EQ(Run(both, "sub").exit, 1) << "entries.ndjson itself";
  folder_.Write("sub/zhun.toml", "");
  EXPECT_EQ(Run(both, "sub/deep").exit, 1) << "the nearer settings say nothing";
}

TEST_F(Lint, WaivesAnEntryInTheSettings) {
  folder_.Write(
      "zhun.toml",
      "[[lint.waivers]]\nrule = \"K05\"\nentry = \"GD-MZ-0101\"\nreason = \"待下一版\"\nuntil = 2026-11-02\n");
  const Outcome waived = RunOnEntries();
  EXPECT_EQ(waived.exit, 0);
  EXPECT_THAT(waived.out, HasSubstr("豁免 1"));
  EXPECT_EQ(RunOnEntries({"--config", "/dev/null"}).exit, 1);
}

TEST_F(Lint, FailsOnlyOnWhatIsNotInTheBaseline) {
  const Outcome written = RunOnEntries({"--write-baseline", "lint.json"});
  EXPECT_EQ(written.exit, 0) << written.err;
  const std::string baseline = folder_.Read("lint.json");
  EXPECT_THAT(baseline, HasSubstr("\"GD-MZ-0101\""));
  EXPECT_EQ(RunOnEntries({"--baseline", "lint.json"}).exit, 0);
  std::string more = Dirty();
  more.replace(more.rfind("\"conditions\":null"), 17, "\"conditions\":{\"purposes\":[\"低保审核\"]}");
  folder_.Write("entries.ndjson", more);
  const Outcome worse = RunOnEntries({"--baseline", "lint.json"});
  EXPECT_EQ(worse.exit, 1);
  EXPECT_THAT(worse.out, AllOf(HasSubstr("1 个错误"), HasSubstr("基线已有 1")));
  EXPECT_EQ(RunOnEntries({"--baseline", "lint.json", "--write-baseline", "new.json"}).exit, 1);
  EXPECT_THAT(folder_.Read("new.json"), HasSubstr("\"GD-MZ-0102\""));
  EXPECT_EQ(folder_.Read("lint.json"), baseline);
}

TEST_F(Lint, TakesTheBaselineOfTheSettingsAndCanWriteItFirst) {
  folder_.Write("zhun.toml", "[lint]\nbaseline = \"lint.json\"\n");
  EXPECT_THAT(RunOnEntries().err, AllOf(HasSubstr("Z6201"), HasSubstr("lint.json")));
  EXPECT_EQ(RunOnEntries({"--write-baseline", "lint.json"}).exit, 0);
  EXPECT_EQ(RunOnEntries().exit, 0);
  folder_.Write("entries.ndjson", ReadText(LintCase("k05/silent_no_conditions.json")));
  EXPECT_THAT(RunOnEntries().out, HasSubstr("基线中已消失 1"));
}

TEST_F(Lint, RefusesWhatIsNoBaseline) {
  folder_.Write("lint.json", "{\"version\":1}");
  const Outcome outcome = RunOnEntries({"--baseline", "lint.json"});
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("Z8025"));
}

TEST_F(Lint, PutsFormRightInPoliciesAndNeverInDocuments) {
  folder_.Write("policy.zhun", ReadText(LintCase("s07/shows_the_reason_first.zhun")));
  const std::vector<std::string> on = {"policy.zhun", "--select", "S07", "--fail-level", "info"};
  EXPECT_EQ(Run(on).exit, 1);
  std::vector<std::string> fix = on;
  fix.insert(fix.end(), {"--fix", "--catalog", "entries.ndjson"});
  const Outcome fixed = Run(fix);
  EXPECT_EQ(fixed.exit, 1) << "a clause with a comment above it is left to the author" << fixed.err;
  EXPECT_THAT(fixed.out, AllOf(HasSubstr("改正 1 处，涉及 1 个文件。"), HasSubstr("1 个提示")));
  EXPECT_EQ(folder_.Read("entries.ndjson"), Dirty());
  const std::string text = folder_.Read("policy.zhun");
  EXPECT_THAT(Run(fix).out, HasSubstr("改正 0 处，涉及 0 个文件。"));
  EXPECT_EQ(folder_.Read("policy.zhun"), text);
  EXPECT_THAT(folder_.Names(), ElementsAre("entries.ndjson", "policy.zhun"));
}

TEST_F(Lint, LeavesWhatIsWaivedAsItIs) {
  std::string text = ReadText(LintCase("s07/shows_the_reason_first.zhun"));
  const std::string where = "  要求 ";
  text.insert(text.find(where), "  豁免 S07 理由 “另行改写” 至 2026年12月31日\n");
  folder_.Write("policy.zhun", text);
  const Outcome fixed = Run({"policy.zhun", "--select", "S07", "--fix"});
  EXPECT_THAT(fixed.out, AllOf(HasSubstr("改正 0 处"), HasSubstr("豁免 ")));
  EXPECT_EQ(folder_.Read("policy.zhun"), text);
}

TEST_F(Lint, SaysNothingBetweenTheLinesOfAMachinesFormat) {
  folder_.Write("policy.zhun", ReadText(LintCase("s07/shows_the_reason_first.zhun")));
  for (const std::string& line : LinesOf(Run({"policy.zhun", "--select", "S07", "--fix", "--format", "json"}).out)) {
    EXPECT_TRUE(Json::accept(line)) << line;
  }
}

TEST_F(Lint, KeepsResultsAndGivesThemAgain) {
  const Outcome first = RunOnEntries({"--cache", "kept"});
  std::vector<std::string> kept;
  for (const auto& each : fs::directory_iterator(folder_.Path() / "kept")) kept.push_back(each.path().filename());
  EXPECT_THAT(kept, SizeIs(2)) << "the run and its blocks";
  const Outcome again = RunOnEntries({"--cache", "kept"});
  EXPECT_EQ(again.out, first.out);
  EXPECT_EQ(again.exit, first.exit);
  for (const std::string& name : kept) folder_.Write("kept/" + name, "damaged");
  EXPECT_EQ(RunOnEntries({"--cache", "kept"}).out, first.out);
}

TEST_F(Lint, KeepsAtMostSixteenFilesAndLeavesOthersAlone) {
  folder_.Write("kept/mine.txt", "mine");
  for (int day = 1; day <= 12; ++day) {
    const std::string date = "2026-10-" + std::string(day < 10 ? "0" : "") + std::to_string(day);
    RunZhun({"lint", "--as-of", date, "--catalog", "entries.ndjson", "--select", "K05", "--cache", "kept"},
            folder_.Path());
  }
  std::size_t count = 0;
  for (const auto& each : fs::directory_iterator(folder_.Path() / "kept")) {
    count += each.path().extension() == ".zlint" ? 1 : 0;
  }
  EXPECT_EQ(count, 16u);
  EXPECT_EQ(folder_.Read("kept/mine.txt"), "mine");
}

TEST_F(Lint, RunsWhereTheCacheCannotBeWritten) {
  folder_.Write("kept", "a file where the folder should be");
  EXPECT_EQ(RunOnEntries({"--cache", "kept"}).out, RunOnEntries().out);
}

}  // namespace
}  // namespace zhun::driver_test
