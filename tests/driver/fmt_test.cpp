#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// zhun fmt and check --fix: what they write, and what they leave alone.
namespace zhun::driver_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kLoose =
    "策略 「甲」 a { 版本 “1” 制定机关 “某局” 施行 2026-03-01 目录 “E-1” “1” 依据 《政务数据共享条例》第十五条第二款\n"
    "要求 「乙」 b { 须 申请.用途==“核验” 依据 目录条件 第1项 理由 “乙” } }\n";
constexpr const char* kNeat =
    "策略 「甲」 a {\n"
    "  版本 “1”  制定机关 “某局”  施行 2026年3月1日  目录 “E-1” “1”  依据 《政务数据共享条例》第十五条第二款\n"
    "  要求 「乙」 b {\n"
    "    须   申请.用途 为 “核验”\n"
    "    依据 目录条件 第1项\n"
    "    理由 “乙”\n"
    "  }\n"
    "}\n";
constexpr const char* kEnglish =
    "policy 「甲」 a {\n"
    "  version \"1\"  issuer \"某局\"  effective 2026-03-01  entry \"E-1\" \"1\"  basis "
    "《政务数据共享条例》第十五条第二款\n"
    "  require 「乙」 b {\n"
    "    must application.purpose is \"核验\"\n"
    "    basis catalogue_condition 第1项\n"
    "    because \"乙\"\n"
    "  }\n"
    "}\n";

TEST(Fmt, WritesFilesInStandardFormAndSaysHowMany) {
  const TemporaryFolder folder;
  folder.Write("甲.zhun", kLoose);
  folder.Write("深/乙.zhun", kNeat);
  const Outcome first = RunZhun({"fmt", "."}, folder.Path());
  EXPECT_EQ(first.exit, 0) << first.err;
  EXPECT_EQ(first.out, "共 2 个文件，改写 1 个。\n");
  EXPECT_EQ(folder.Read("甲.zhun"), kNeat);
  EXPECT_EQ(RunZhun({"fmt", "甲.zhun"}, folder.Path()).out, "共 1 个文件，改写 0 个。\n");
}

TEST(Fmt, PutsAFileIntoTheOtherLanguageAndBack) {
  const TemporaryFolder folder;
  folder.Write("甲.zhun", kLoose);
  EXPECT_EQ(RunZhun({"fmt", "--lang", "en", "甲.zhun"}, folder.Path()).out, "Files: 1, rewritten: 1.\n");
  EXPECT_EQ(folder.Read("甲.zhun"), kEnglish);
  EXPECT_EQ(RunZhun({"fmt", "--lang", "zh", "甲.zhun"}, folder.Path()).exit, 0);
  EXPECT_EQ(folder.Read("甲.zhun"), kNeat);
}

TEST(Fmt, CheckListsAndWritesNothing) {
  const TemporaryFolder folder;
  folder.Write("甲.zhun", kLoose);
  folder.Write("乙.zhun", kNeat);
  const Outcome outcome = RunZhun({"fmt", "--check", "."}, folder.Path());
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("Z8020"), HasSubstr("甲.zhun"), Not(HasSubstr("乙.zhun"))));
  EXPECT_EQ(folder.Read("甲.zhun"), kLoose);
  EXPECT_EQ(RunZhun({"fmt", "--check", "乙.zhun"}, folder.Path()).exit, 0);
  EXPECT_EQ(RunZhun({"fmt", "--check", "--lang", "en", "乙.zhun"}, folder.Path()).exit, 1);
}

TEST(Fmt, ReadsStandardInputAndWritesStandardOutput) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"fmt", "--stdin"}, folder.Path(), kLoose);
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, kNeat);
  EXPECT_EQ(RunZhun({"fmt", "--stdin", "--lang", "en"}, folder.Path(), kLoose).out, kEnglish);
  EXPECT_EQ(RunZhun({"fmt", "--stdin", "--check"}, folder.Path(), kLoose).exit, 1);
  const std::string prose = std::string("# 甲\n\n```zhun\n") + kLoose + "```\n";
  EXPECT_EQ(RunZhun({"fmt", "--stdin", "新.zhun.md"}, folder.Path(), prose).out,
            std::string("# 甲\n\n```zhun\n") + kNeat + "```\n");
  EXPECT_TRUE(folder.Names().empty());
}

TEST(Fmt, LeavesAFileWithSyntaxErrorsAloneAndDoesTheOthers) {
  const TemporaryFolder folder;
  const std::string broken = std::string(kLoose) + "策略 「坏」 {";
  folder.Write("坏.zhun", broken);
  folder.Write("好.zhun", kLoose);
  const Outcome outcome = RunZhun({"fmt", "."}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("坏.zhun:3:"), Not(HasSubstr("好.zhun"))));
  EXPECT_EQ(folder.Read("坏.zhun"), broken);
  EXPECT_EQ(folder.Read("好.zhun"), kNeat);
  const Outcome piped = RunZhun({"fmt", "--stdin"}, folder.Path(), broken);
  EXPECT_EQ(piped.exit, 3);
  EXPECT_EQ(piped.out, "");
}

TEST(Fmt, DoesNotTranslateAWordThatMeansNothing) {
  const TemporaryFolder folder;
  std::string text = kNeat;
  text.replace(text.find("用途"), std::string("用途").size(), "用图");
  folder.Write("甲.zhun", text);
  const Outcome outcome = RunZhun({"fmt", "--lang", "en", "甲.zhun"}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("Z3025"), HasSubstr("用图")));
  EXPECT_EQ(folder.Read("甲.zhun"), text);
  EXPECT_EQ(RunZhun({"fmt", "甲.zhun"}, folder.Path()).exit, 0) << "its form is another matter";
}

TEST(Fmt, DoesNotNeedWhatAFileImports) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"fmt", "--stdin"}, folder.Path(), std::string("引入 \"没有.zhun\"\n") + kNeat);
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, std::string("引入 “没有.zhun”\n") + kNeat);
}

TEST(Fmt, KeepsLinksAndRights) {
  const TemporaryFolder folder;
  const auto file = folder.Write("甲.zhun", kLoose);
  const auto link = folder.Path() / "链.zhun";
  std::filesystem::create_symlink("甲.zhun", link);
  using std::filesystem::perms;
  std::filesystem::permissions(file, perms::owner_read | perms::owner_write | perms::group_read);
  EXPECT_EQ(RunZhun({"fmt", "链.zhun"}, folder.Path()).exit, 0);
  EXPECT_TRUE(std::filesystem::is_symlink(link));
  EXPECT_EQ(folder.Read("甲.zhun"), kNeat);
  EXPECT_EQ(std::filesystem::status(file).permissions(), perms::owner_read | perms::owner_write | perms::group_read);
}

TEST(Fmt, WantsToBeToldWhat) {
  const TemporaryFolder folder;
  EXPECT_EQ(RunZhun({"fmt"}, folder.Path()).exit, 2);
  EXPECT_EQ(RunZhun({"fmt", "--stdin", "a.zhun", "b.zhun"}, folder.Path()).exit, 2);
  EXPECT_EQ(RunZhun({"fmt", "no.zhun"}, folder.Path()).exit, 3);
}

TEST(CheckFix, CorrectsWhatHasOneCorrection) {
  const TemporaryFolder folder;
  std::string text = kNeat;
  text.replace(text.find("为 “核验”"), std::string("为 “核验”").size(),
               "等于 “核验” 并且 申请.需求部门.层级不低于县级");
  folder.Write("甲.zhun", text);
  const Outcome outcome = RunZhun({"check", "--fix", "甲.zhun"}, folder.Path());
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "改正 3 处，涉及 1 个文件。\n已检查 1 个文件：没有错误。\n");
  EXPECT_THAT(folder.Read("甲.zhun"), HasSubstr("申请.用途 为 “核验” 且 申请.需求部门.层级 不低于 县级\n"));
}

TEST(CheckFix, ClaimsNoCorrectionThatCouldNotBeWritten) {
  const TemporaryFolder folder;
  const std::string name = std::string(245, 'a') + ".zhun";  // no room for the temporary file beside it
  std::string text = kNeat;
  text.replace(text.find("为 “核验”"), std::string("为 “核验”").size(), "等于 “核验”");
  folder.Write(name, text);
  const Outcome outcome = RunZhun({"check", "--fix", name}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("Z6202"));
  EXPECT_EQ(folder.Read(name), text);
}

TEST(CheckFix, LeavesWhatOnlyTheAuthorCanDecide) {
  const TemporaryFolder folder;
  for (const char* condition : {"申请.回流 且 申请.用途 为空 或 申请.返回形态 为 核验", "申请.使用期限 不超过 1年"}) {
    std::string text = kNeat;
    text.replace(text.find("申请.用途 为 “核验”"), std::string("申请.用途 为 “核验”").size(), condition);
    folder.Write("甲.zhun", text);
    const Outcome outcome = RunZhun({"check", "--fix", "甲.zhun", "--lang", "en"}, folder.Path());
    EXPECT_EQ(outcome.exit, 3);
    EXPECT_EQ(outcome.out, "Corrections: 0, in files: 0.\n");
    EXPECT_THAT(outcome.err, HasSubstr("help: "));
    EXPECT_EQ(folder.Read("甲.zhun"), text);
  }
}

}  // namespace
}  // namespace zhun::driver_test
