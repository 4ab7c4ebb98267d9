#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// zhun lint: which report is printed, and where.
namespace zhun::driver_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::StartsWith;

/// An unconditional entry with conditions.
constexpr const char* kEntry =
    R"({"id":"GD-MZ-0101","title":"婚姻登记信息","status":"published","sharing":"unconditional",)"
    R"("provider":{"name":"某省民政厅","kind":"government_department","level":"province","region":"440000","system":"民政"},)"
    R"("conditions":{"purposes":["婚姻状况核验"]}})";

Outcome Lint(const TemporaryFolder& folder, const std::vector<std::string>& more) {
  folder.Write("catalog.json", kEntry);
  std::vector<std::string> arguments = {"lint",       "--catalog", "catalog.json", "--as-of",
                                        "2026-11-02", "--select",  "K05"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return RunZhun(arguments, folder.Path());
}

TEST(LintReport, EachFormatIsChosenByItsNameAndKnowsTheFinding) {
  const std::pair<const char*, const char*> formats[] = {{"text", "== GD-MZ-0101 "},
                                                         {"json", "{\"code\":\"K05\""},
                                                         {"sarif", "{\"$schema\":"},
                                                         {"junit", "<?xml version="},
                                                         {"github", "::error file=catalog.json,line=1,"},
                                                         {"html", "<!DOCTYPE html>"}};
  for (const auto& [format, beginning] : formats) {
    const TemporaryFolder folder;
    const Outcome outcome = Lint(folder, {"--format", format});
    EXPECT_EQ(outcome.exit, 1) << format;
    EXPECT_THAT(outcome.out, AllOf(StartsWith(beginning), HasSubstr("K05"))) << format;
    EXPECT_THAT(outcome.out, Not(HasSubstr("\033["))) << "no colour but on a terminal";
  }
}

TEST(LintReport, TheTablesTakeThePlaceOfTheFindings) {
  const TemporaryFolder folder;
  EXPECT_THAT(Lint(folder, {"--statistics"}).out, AllOf(HasSubstr("K05"), Not(HasSubstr("GD-MZ-0101"))));
  EXPECT_THAT(Lint(folder, {"--statistics", "--format", "json"}).out, StartsWith("{\"code\":\"K05\",\"severity\""));
  EXPECT_EQ(Lint(folder, {"--suppressions"}).out, "没有豁免。\n");
  EXPECT_EQ(Lint(folder, {"--suppressions", "--format", "json"}).out, "");
}

TEST(LintReport, IsWrittenToAFileWhereOneIsNamed) {
  const TemporaryFolder folder;
  const Outcome outcome = Lint(folder, {"--format", "html", "-o", "report.html"});
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(folder.Read("report.html"), AllOf(StartsWith("<!DOCTYPE html>"), HasSubstr("catalog.json")));
}

TEST(LintReport, AFileThatCannotBeWrittenIsReported) {
  const TemporaryFolder folder;
  const Outcome outcome = Lint(folder, {"--format", "html", "-o", "missing/report.html"});
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("missing/report.html"));
}

}  // namespace
}  // namespace zhun::driver_test
