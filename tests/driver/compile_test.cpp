#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/driver/cases.h"

// zhun check and compile, and what a bundle is.
namespace zhun::driver_test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr const char* kBad = "策略 「坏」 {";

std::vector<std::string> CompileTo(const std::string& output, const std::string& policies) {
  return {"compile", policies, "--base", BasePath().string(), "-o", output};
}

TEST(Check, SaysThatAllIsWell) {
  const TemporaryFolder folder;
  const Outcome zh = RunZhun({"check", SamplePath().string(), "--base", BasePath().string()}, folder.Path());
  const Outcome en = RunZhun({"check", RulesPath().string(), "--lang", "en"}, folder.Path());
  EXPECT_EQ(zh.exit, 0) << zh.err;
  EXPECT_EQ(zh.out, "已检查 1 个文件：没有错误。\n");
  EXPECT_EQ(en.exit, 0) << en.err;
  EXPECT_EQ(en.out, "Checked 2 files: no errors.\n");
}

TEST(Check, TheShippedPoliciesCompile) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"check"}, folder.Path());
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
}

TEST(Check, ListsMistakesOfAllFilesWithTheirPlaces) {
  const TemporaryFolder folder;
  folder.Write("甲.zhun", kBad);
  folder.Write("深/乙.zhun", kBad);
  const Outcome text = RunZhun({"check", "."}, folder.Path());
  EXPECT_EQ(text.exit, 3);
  EXPECT_EQ(text.out, "");
  EXPECT_THAT(text.err, AllOf(HasSubstr("甲.zhun:1:"), HasSubstr("乙.zhun:1:"), HasSubstr("个错误")));
  const Outcome json = RunZhun({"check", ".", "--format", "json"}, folder.Path());
  EXPECT_EQ(json.exit, 3);
  EXPECT_EQ(json.out, "");
  for (const std::string& line : LinesOf(json.err)) EXPECT_EQ(Json::parse(line)["range"]["start"]["line"], 1) << line;
}

TEST(Check, AFolderWithoutPoliciesIsAMistake) {
  const TemporaryFolder folder;
  folder.Write("leer.txt", "");
  const Outcome outcome = RunZhun({"check", "."}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("Z6206"));
}

TEST(Check, AFileThatIsNotThereIsAMistake) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"check", "no.zhun"}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("Z6201"));
}

TEST(Check, AFileIsTakenOnceHoweverOftenItIsNamed) {
  const TemporaryFolder folder;
  const std::string sample = SamplePath().string();
  const Outcome outcome =
      RunZhun({"check", sample, sample + "/../sample/sample.zhun", "--base", BasePath().string()}, folder.Path());
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "已检查 1 个文件：没有错误。\n");
}

TEST(Check, BasePoliciesMayDoWhatEntryPoliciesMayNot) {
  const TemporaryFolder folder;
  const std::string base = ReadText(BasePath() / "base.zhun");
  folder.Write("a/regulation/base.zhun", base);
  folder.Write("b/entry/base.zhun", base);
  EXPECT_EQ(RunZhun({"check", "a"}, folder.Path()).exit, 0);
  EXPECT_EQ(RunZhun({"check", "b"}, folder.Path()).exit, 3);
  EXPECT_EQ(RunZhun({"check", "b", "--base", "b/entry"}, folder.Path()).exit, 0);
}

TEST(Compile, EqualInputsGiveEqualBytes) {
  const TemporaryFolder folder;
  ASSERT_EQ(RunZhun(CompileTo("one.zb", SamplePath().string()), folder.Path()).exit, 0);
  ASSERT_EQ(RunZhun(CompileTo("two.zb", SamplePath().string()), folder.Path()).exit, 0);
  EXPECT_EQ(folder.Read("one.zb"), folder.Read("two.zb"));
  EXPECT_EQ(folder.Read("one.zb").substr(0, 4), "ZHUN");
}

TEST(Compile, WithoutPathsMakesTheDefaultBundle) {
  const TemporaryFolder folder;
  ASSERT_EQ(RunZhun({"compile", "--output", "default.zb"}, folder.Path()).exit, 0);
  EXPECT_TRUE(folder.Read("default.zb") == ReadText(SharePath() / "default.zb"));
}

TEST(Compile, ABundleDecidesAsItsPoliciesDo) {
  const TemporaryFolder folder;
  ASSERT_EQ(RunZhun(CompileTo("rules.zb", SamplePath().string()), folder.Path()).exit, 0);
  folder.Write("entry.json", Entry().dump());
  folder.Write("application.json", Application().dump());
  const Outcome outcome = RunZhun({"decide", "--entry", "entry.json", "--application", "application.json", "--bundle",
                                   "rules.zb", "--as-of", "2026-10-08", "--format", "json"},
                                  folder.Path());
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, Decide(Entry(), Application(), {"--as-of", "2026-10-08", "--format", "json"}).out);
}

/// 若 chooses between periods as it does between other values, and a day may lack in the one that was chosen.
TEST(Compile, ABundleDecidesByAPeriodThatIsChosen) {
  const TemporaryFolder folder;
  folder.Write("regulation/base.zhun", R"(策略 「基础」 base {
  版本 “1”  制定机关 “国务院”  施行 2025年8月1日  依据 《政务数据共享条例》第二十条
  要求 「期限」 length {
    须 （若 申请.回流 则 申请.使用时限 否则 申请.使用时限） 不超过 100年  依据 《政务数据共享条例》第二十条
    理由 “期限过长” / “Too long”
  }
})");
  const Outcome compiled = RunZhun({"compile", "--base", "regulation", "-o", "rules.zb"}, folder.Path());
  ASSERT_EQ(compiled.exit, 0) << compiled.err;
  folder.Write("entry.json", Entry().dump());
  const std::vector<std::string> decide = {"decide",           "--entry",  "entry.json", "--application",
                                           "application.json", "--bundle", "rules.zb",   "--as-of",
                                           "2026-10-08",       "--format", "json"};
  Json application = Application();
  application.erase("findings");
  folder.Write("application.json", application.dump());
  EXPECT_EQ(RunZhun(decide, folder.Path()).exit, 0);
  application["period"].erase("to");
  folder.Write("application.json", application.dump());
  const Outcome outcome = RunZhun(decide, folder.Path());
  EXPECT_EQ(outcome.exit, 11) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("\"path\": \"application.period\""));
}

TEST(Compile, AFailureLeavesWhatWasThereAndNothingElse) {
  const TemporaryFolder folder;
  folder.Write("rules.zb", "before");
  folder.Write("bad.zhun", kBad);
  const Outcome outcome = RunZhun(CompileTo("rules.zb", "bad.zhun"), folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(folder.Read("rules.zb"), "before");
  EXPECT_THAT(folder.Names(), ElementsAre("bad.zhun", "rules.zb"));
}

TEST(Compile, ReplacesAnOlderBundleAndLeavesNoTemporaryFile) {
  const TemporaryFolder folder;
  folder.Write("rules.zb", "before");
  EXPECT_EQ(RunZhun(CompileTo("rules.zb", SamplePath().string()), folder.Path()).exit, 0);
  EXPECT_EQ(folder.Read("rules.zb").substr(0, 4), "ZHUN");
  EXPECT_THAT(folder.Names(), ElementsAre("rules.zb"));
}

TEST(Compile, CannotWriteWhereThereIsNoFolderOrWhereAFolderStands) {
  const TemporaryFolder folder;
  const Outcome nowhere = RunZhun(CompileTo("no/rules.zb", SamplePath().string()), folder.Path());
  EXPECT_EQ(nowhere.exit, 3);
  EXPECT_THAT(nowhere.err, AllOf(HasSubstr("Z6202"), HasSubstr("没有这个文件或者目录")));
  const Outcome there = RunZhun(CompileTo(".", SamplePath().string()), folder.Path());
  EXPECT_EQ(there.exit, 3);
  EXPECT_THAT(there.err, HasSubstr("这是目录，不是文件"));
  EXPECT_TRUE(folder.Names().empty());
}

TEST(Compile, NeverOverwritesAnInput) {
  const TemporaryFolder folder;
  const std::string text = ReadText(SamplePath() / "sample.zhun");
  folder.Write("sample.zhun", text);
  const Outcome outcome = RunZhun(CompileTo("./sample.zhun", "sample.zhun"), folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("Z6205"));
  EXPECT_EQ(folder.Read("sample.zhun"), text);
}

struct Catalogue {
  const char* name;
  const char* version;
  const char* others;
  const char* code;  ///< nullptr: all is well
};

class AgainstTheCatalogue : public ::testing::TestWithParam<Catalogue> {};

TEST_P(AgainstTheCatalogue, EachPolicyIsChecked) {
  const TemporaryFolder folder;
  Json entry = Entry();
  entry["version"] = GetParam().version;
  entry["conditions"]["others"] = Json::parse(GetParam().others);
  folder.Write("entries.ndjson", entry.dump() + "\n");
  std::vector<std::string> arguments = CompileTo("rules.zb", SamplePath().string());
  arguments.insert(arguments.end(), {"--catalog", "entries.ndjson"});
  const Outcome outcome = RunZhun(arguments, folder.Path());
  const bool fits = GetParam().code == nullptr;
  EXPECT_EQ(outcome.exit, fits ? 0 : 3) << outcome.err;
  EXPECT_EQ(fs::exists(folder.Path() / "rules.zb"), fits);
  if (!fits) {
    EXPECT_THAT(outcome.err, AllOf(HasSubstr(GetParam().code), HasSubstr("sample.zhun:")));
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, AgainstTheCatalogue,
    ::testing::Values(Catalogue{"fits", "2026.1", R"([{"no":"1"}])", nullptr},
                      Catalogue{"number_as_a_number", "2026.1", R"([{"no":1,"policy":"sample"}])", nullptr},
                      Catalogue{"other_version", "2026.2", R"([{"no":"1"}])", "Z4102"},
                      Catalogue{"no_such_condition", "2026.1", R"([{"no":"2"}])", "Z4103"},
                      Catalogue{"condition_of_another", "2026.1", R"([{"no":"1","policy":"other"}])", "Z4104"}),
    [](const auto& row) { return row.param.name; });

TEST(AgainstTheCatalogue, APolicyWithoutItsEntryIsAMistake) {
  const TemporaryFolder folder;
  folder.Write("entries.ndjson", "");
  std::vector<std::string> arguments = CompileTo("rules.zb", SamplePath().string());
  arguments.insert(arguments.end(), {"--catalog", "entries.ndjson"});
  EXPECT_THAT(RunZhun(arguments, folder.Path()).err, HasSubstr("Z4101"));
}

/// bin/zhun with share/zhun beside it works wherever it lies.
TEST(Layout, AnInstalledProgramFindsItsFiles) {
  const TemporaryFolder folder;
  fs::create_directories(folder.Path() / "bin");
  fs::create_directories(folder.Path() / "share");
  fs::copy_file(ZhunPath(), folder.Path() / "bin" / "zhun");
  fs::copy(SharePath(), folder.Path() / "share" / "zhun", fs::copy_options::recursive);
  const Outcome outcome = RunProgram(folder.Path() / "bin" / "zhun", {"version"}, "/");
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, RunZhun({"version"}, "/").out);
}

TEST(Layout, InstallingBringsEverythingAlong) {
  const TemporaryFolder folder;
  const Outcome install =
      RunProgram(ZHUN_CMAKE, {"--install", ZHUN_BINARY_DIR, "--prefix", folder.Path().string()}, "/");
  ASSERT_EQ(install.exit, 0) << install.err;
  EXPECT_THAT(folder.Names(), ElementsAre("bin", "include", "lib", "share"));
  const Outcome outcome = RunProgram(folder.Path() / "bin" / "zhun", {"check"}, "/");
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
}

TEST(Layout, AProgramWithoutItsFilesSaysSo) {
  const TemporaryFolder folder;
  fs::create_directories(folder.Path() / "bin");
  fs::copy_file(ZhunPath(), folder.Path() / "bin" / "zhun");
  const Outcome outcome = RunProgram(folder.Path() / "bin" / "zhun", {"version"}, "/");
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("Z6204"), HasSubstr("default.zb")));
}

}  // namespace
}  // namespace zhun::driver_test
