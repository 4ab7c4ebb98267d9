#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// zhun law, explain, version, dump: what is looked up in the default bundle and what the steps of the compiler made.
namespace zhun::driver_test {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

Outcome Ask(const std::vector<std::string>& arguments) {
  const TemporaryFolder folder;
  return RunZhun(arguments, folder.Path());
}

TEST(Law, ShowsTheTextOfAProvision) {
  const Outcome outcome = Ask({"law", "show", "《政务数据共享条例》第二十一条第一款", "--as-of", "2026-10-08"});
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("《政务数据共享条例》第二十一条第一款"), HasSubstr("10个工作日"), HasSubstr("现行有效")));
}

TEST(Law, ShowsAWholeInstrumentChapterByChapter) {
  const Outcome outcome = Ask({"law", "show", "《政务数据共享条例》", "--as-of", "2026-10-08", "--lang", "en"});
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("第一条"), HasSubstr("第四十四条"), HasSubstr("in force")));
}

TEST(Law, SaysWhatIsNotThere) {
  const Outcome provision = Ask({"law", "show", "《政务数据共享条例》第九十九条"});
  EXPECT_EQ(provision.exit, 1);
  EXPECT_EQ(provision.out, "");
  EXPECT_THAT(provision.err, HasSubstr("Z4004"));
  const Outcome instrument = Ask({"law", "show", "《不存在的条例》第一条"});
  EXPECT_EQ(instrument.exit, 1);
  EXPECT_THAT(instrument.err, HasSubstr("Z4003"));
  const Outcome text = Ask({"law", "show", "《数据安全法》第三十八条"});
  EXPECT_EQ(text.exit, 1);
  EXPECT_THAT(text.err, HasSubstr("Z8019"));
}

TEST(Law, ResolvesRankForceAndRenumbering) {
  const Outcome outcome =
      Ask({"law", "resolve", "《网络安全法》第四十一条", "--as-of", "2026-10-08", "--format", "json"});
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json["registered"], true);
  EXPECT_EQ(json["instrument"]["rank"], "law");
  EXPECT_EQ(json["as_of"], "2026-10-08");
  EXPECT_FALSE(json["renumbering"].is_null()) << outcome.out;
}

TEST(Law, ResolvesWhatWasNotYetInForce) {
  const Outcome outcome = Ask({"law", "resolve", "《政务数据共享条例》第一条", "--as-of", "2025-07-31"});
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_THAT(outcome.out, Not(HasSubstr("现行有效")));
}

TEST(Law, ResolvingAnUnregisteredInstrumentIsANegativeAnswer) {
  const Outcome outcome = Ask({"law", "resolve", "《不存在的条例》第一条"});
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_THAT(outcome.out, HasSubstr("未登记"));
}

TEST(Law, SearchesForAllWords) {
  const Outcome found = Ask({"law", "search", "共享", "工作日"});
  EXPECT_EQ(found.exit, 0);
  EXPECT_THAT(found.out, HasSubstr("《政务数据共享条例》第二十一条"));
  const Outcome none = Ask({"law", "search", "共享", "航天飞机"});
  EXPECT_EQ(none.exit, 1);
  EXPECT_THAT(none.out, HasSubstr("0 处"));
}

TEST(Explain, SaysWhyAMessageExistsInBothLanguages) {
  const Outcome zh = Ask({"explain", "Z3001"});
  const Outcome en = Ask({"explain", "Z3001", "--lang", "en"});
  EXPECT_EQ(zh.exit, 0);
  EXPECT_THAT(zh.out, AllOf(HasSubstr("Z3001"), HasSubstr("此处应为判断"), HasSubstr("“当”“须”")));
  EXPECT_THAT(en.out, AllOf(HasSubstr("error"), HasSubstr("A condition is needed")));
  const Json json = Json::parse(Ask({"explain", "Z8017", "--format", "json"}).out);
  EXPECT_EQ(json["severity"], "warning");
}

TEST(Explain, ShowsAMessageWrongAndPutRight) {
  const Outcome zh = Ask({"explain", "Z3001"});
  EXPECT_THAT(zh.out, AllOf(HasSubstr("写错的：\n    须 申请.用途\n"), HasSubstr("改正后：\n    须 申请.用途 为 ")));
  const Outcome en = Ask({"explain", "Z3001", "--lang", "en"});
  EXPECT_THAT(en.out, AllOf(HasSubstr("Wrong:\n    must application.purpose\n"), HasSubstr("Right:\n")));
  const Json json = Json::parse(Ask({"explain", "Z3001", "--format", "json"}).out);
  EXPECT_EQ(json["bad"]["zh"], "须 申请.用途");
  EXPECT_EQ(json["good"]["en"].get<std::string>().substr(0, 27), "must application.purpose is");
}

TEST(Explain, ShowsInASampleWhatATerminalWouldHide) {
  EXPECT_THAT(Ask({"explain", "Z1005"}).out, HasSubstr("<U+200B>"));
}

TEST(Explain, ListsEveryMessageInTheOrderOfCodes) {
  const Outcome outcome = Ask({"explain", "--all", "--format", "json"});
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  const Json all = Json::parse(outcome.out);
  std::vector<std::string> codes;
  for (const Json& message : all) codes.push_back(message["code"]);
  EXPECT_GT(codes.size(), 200u);
  EXPECT_TRUE(std::ranges::is_sorted(codes));
  EXPECT_EQ(std::ranges::adjacent_find(codes), codes.end());
  const std::vector<std::string> forms = {"zhun", "json", "data", "c", "commands"};
  for (const Json& message : all) {
    EXPECT_TRUE(message.contains("bad") && message.contains("good")) << message["code"];
    EXPECT_THAT(forms, Contains(message["form"])) << message["code"];
  }
  EXPECT_THAT(Ask({"explain", "--all"}).out, AllOf(HasSubstr("Z1001  错误"), HasSubstr("\n\nZ9001  错误")));
}

TEST(Explain, ShowsALintRuleWithTheProvisionsItRestsOn) {
  const Outcome zh = Ask({"explain", "K05"});
  EXPECT_EQ(zh.exit, 0) << zh.err;
  EXPECT_THAT(zh.out, AllOf(HasSubstr("K05  错误\n"), HasSubstr("依据：《政务数据共享条例》第十五条第一款：“"),
                            HasSubstr("写错的："), HasSubstr("改正后：")));
  EXPECT_EQ(Ask({"explain", "k05"}).out, zh.out);
  EXPECT_THAT(Ask({"explain", "K05", "--lang", "en"}).out, AllOf(HasSubstr("K05  error\n"), HasSubstr("Basis: ")));
  const Json json = Json::parse(Ask({"explain", "K05", "--format", "json"}).out);
  EXPECT_EQ(json["code"], "K05");
  EXPECT_EQ(json["severity"], "error");
  EXPECT_THAT(json["basis"][1]["text"].get<std::string>(), HasSubstr("擅自增设条件"));
}

TEST(Explain, TakesACodeOrAll) {
  EXPECT_THAT(Ask({"explain"}).err, HasSubstr("Z8011"));
  const Outcome both = Ask({"explain", "Z3001", "--all"});
  EXPECT_EQ(both.exit, 2);
  EXPECT_THAT(both.err, HasSubstr("Z8008"));
}

TEST(Version, NamesTheDigestsOfTheDefaultBundle) {
  const Outcome text = Ask({"version"});
  EXPECT_EQ(text.exit, 0) << text.err;
  const Json json = Json::parse(Ask({"--version", "--format", "json"}).out);
  for (const char* key : {"policies", "law", "calendar"}) {
    EXPECT_EQ(json[key].get<std::string>().substr(0, 7), "sha256:");
    EXPECT_THAT(text.out, HasSubstr(json[key].get<std::string>()));
  }
}

TEST(Dump, PrintsEveryStepAndTheSameBytesTwice) {
  const std::string file = (SamplePath() / "sample.zhun").string();
  for (const char* step : {"tokens", "ast", "sema", "ir", "program"}) {
    const std::vector<std::string> arguments = {"dump", step, file, "--base", BasePath().string()};
    const Outcome first = Ask(arguments);
    EXPECT_EQ(first.exit, 0) << step << first.err;
    EXPECT_GT(LinesOf(first.out).size(), 10u) << step;
    EXPECT_EQ(first.out, Ask(arguments).out) << step;
  }
}

TEST(Dump, OfSemaIsAboutTheFilesNamedOnly) {
  const Outcome outcome = Ask({"dump", "sema", (SamplePath() / "sample.zhun").string(), "--base", BasePath().string()});
  EXPECT_THAT(outcome.out, HasSubstr("policy entry sample"));
  EXPECT_THAT(outcome.out, Not(HasSubstr("policy base")));
}

TEST(Dump, OfAFileWithMistakesTellsThem) {
  const TemporaryFolder folder;
  folder.Write("bad.zhun", "策略 「坏」 {");
  const Outcome outcome = RunZhun({"dump", "ast", "bad.zhun"}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("bad.zhun:1:"));
}

}  // namespace
}  // namespace zhun::driver_test
