#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

namespace zhun::driver_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

const std::vector<std::string> kJson = {"--format", "json", "--as-of", "2026-10-08"};

struct Row {
  const char* name;
  const char* pointer;  ///< what of the application or entry is changed
  Json value;           ///< null: taken away
  bool in_entry;
  int exit;
  const char* decision;
};

class ExitCode : public ::testing::TestWithParam<Row> {};

void Change(Json& document, const std::string& pointer, const Json& value) {
  if (value.is_null()) {
    document.erase(pointer.substr(1));
  } else {
    document[Json::json_pointer(pointer)] = value;
  }
}

TEST_P(ExitCode, FollowsTheDecision) {
  Json entry = Entry(), application = Application();
  Change(GetParam().in_entry ? entry : application, GetParam().pointer, GetParam().value);
  const Outcome outcome = Decide(entry, application, kJson);
  EXPECT_EQ(outcome.exit, GetParam().exit) << outcome.err;
  EXPECT_EQ(Json::parse(outcome.out)["decision"], GetParam().decision);
}

INSTANTIATE_TEST_SUITE_P(Table, ExitCode,
                         ::testing::Values(Row{"granted", "/purpose", "统计", false, 0, "grant"},
                                           Row{"refused", "/purpose", "营销", false, 10, "refuse"},
                                           Row{"supplement", "/period", nullptr, false, 11, "supplement"},
                                           Row{"referred", "/findings", nullptr, false, 12, "refer"},
                                           Row{"not_requestable", "/status", "offline", true, 13, "not_requestable"}),
                         [](const auto& row) { return row.param.name; });

TEST(Decide, PrintsAReplyInTheLanguageAskedFor) {
  const Outcome zh = Decide(Entry(), Application(), {"--as-of", "2026-10-08"});
  const Outcome en = Decide(Entry(), Application(), {"--as-of", "2026-10-08", "--lang", "en"});
  EXPECT_EQ(zh.exit, 0) << zh.err;
  EXPECT_THAT(zh.out, HasSubstr("同意共享"));
  EXPECT_THAT(en.out, HasSubstr("Granted"));
  EXPECT_EQ(zh.err + en.err, "");
}

TEST(Decide, ExplainAddsTheFactsThatRulesSaw) {
  Json application = Application();
  application["purpose"] = "营销";
  const Outcome plain = Decide(Entry(), application, {"--as-of", "2026-10-08"});
  const Outcome explained = Decide(Entry(), application, {"--as-of", "2026-10-08", "--explain"});
  EXPECT_EQ(plain.exit, 10);
  EXPECT_EQ(explained.exit, 10);
  EXPECT_GT(explained.out.size(), plain.out.size());
  EXPECT_THAT(explained.out, HasSubstr("营销"));
}

TEST(Decide, SameInputGivesTheSameBytes) {
  EXPECT_EQ(Decide(Entry(), Application(), kJson).out, Decide(Entry(), Application(), kJson).out);
}

TEST(Decide, TakesTheDateFromTheOptionThenTheContextThenTheClock) {
  const TemporaryFolder folder;
  const std::string context = folder.Write("context.json", R"({"as_of": "2026-10-09"})").string();
  const auto as_of = [](const Outcome& outcome) {
    return Json::parse(outcome.out)["receipt"]["as_of"].get<std::string>();
  };
  const Outcome both =
      Decide(Entry(), Application(), {"--format", "json", "--context", context, "--as-of", "2026-10-10T23:30:00Z"});
  EXPECT_EQ(as_of(both), "2026-10-11");  // in Shanghai it is the next day
  EXPECT_EQ(as_of(Decide(Entry(), Application(), {"--format", "json", "--context", context})), "2026-10-09");
  const std::string today = as_of(Decide(Entry(), Application(), {"--format", "json"}));
  EXPECT_EQ(today.size(), 10u);
  EXPECT_GE(today, "2025-01-01");
}

TEST(Decide, WarnsOfADateBeforeTheReceipt) {
  const Outcome outcome = Decide(Entry(), Application(), {"--as-of", "2026-09-01"});
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("Z8017"), HasSubstr("2026-09-24")));
}

TEST(Decide, ReadsADocumentFromStandardInput) {
  const TemporaryFolder folder;
  folder.Write("条目 一.json", Entry().dump());
  std::vector<std::string> arguments = {"decide",          "--entry", "条目 一.json",
                                        "--application=-", "--as-of", "2026-10-08"};
  for (const std::string& option : RulesOptions()) arguments.push_back(option);
  const Outcome outcome = RunZhun(arguments, folder.Path(), Application().dump());
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
}

struct Fault {
  const char* name;
  std::string application;
  const char* code;
  const char* pointer;
};

class FaultyDocument : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultyDocument, GivesNoDecision) {
  const Outcome text = DecideTexts(Entry().dump(), GetParam().application);
  const Outcome json = DecideTexts(Entry().dump(), GetParam().application, {"--format", "json"});
  EXPECT_EQ(text.exit, 3);
  EXPECT_EQ(json.exit, 3);
  EXPECT_EQ(text.out + json.out, "");
  EXPECT_THAT(text.err, HasSubstr(GetParam().code));
  const Json message = Json::parse(LinesOf(json.err).at(0));
  EXPECT_EQ(message["code"], GetParam().code);
  EXPECT_EQ(message["file"], "application.json");
  EXPECT_EQ(message["pointer"], GetParam().pointer);
}

std::string With(const char* key, const Json& value) {
  Json application = Application();
  application[key] = value;
  return application.dump();
}

INSTANTIATE_TEST_SUITE_P(Table, FaultyDocument,
                         ::testing::Values(Fault{"no_json", "{", "Z5001", ""}, Fault{"empty", "", "Z5002", ""},
                                           Fault{"key_twice", R"({"id":"1","id":"2"})", "Z5008", "/id"},
                                           Fault{"unknown_key", With("bases", Json::array()), "Z5009", "/bases"},
                                           Fault{"wrong_type", With("flowback", "yes"), "Z5012", "/flowback"},
                                           Fault{"unknown_code", With("mode", "fax"), "Z5013", "/mode"},
                                           Fault{"other_entry", With("entry", "T-2"), "Z5022", "/entry"}),
                         [](const auto& row) { return row.param.name; });

TEST(Decide, ReportsEveryFileThatCannotBeRead) {
  const TemporaryFolder folder;
  const Outcome outcome =
      RunZhun({"decide", "--entry", "no.json", "--application", folder.Path().string()}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, AllOf(HasSubstr("“no.json”不能读取：没有这个文件"), HasSubstr("这是目录，不是文件")));
}

TEST(Decide, PoliciesThatDoNotCompileGiveNoDecision) {
  const TemporaryFolder folder;
  folder.Write("bad.zhun", "策略 「坏」 {");
  const Outcome outcome = Decide(Entry(), Application(), {"--policies", folder.Path().string()});
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr("bad.zhun"));
}

Outcome DecideWhereTheLastDayPlus(const std::string& terms) {
  const TemporaryFolder folder;
  folder.Write("over.zhun",
               "策略 「超出」 over {\n"
               "  版本 “1”  制定机关 “某局”  施行 2026年3月1日  目录 “T-1” “2026.1”\n"
               "  依据 《政务数据共享条例》第十五条第二款\n"
               "  要求 「止日」 last_day { 须 申请.使用时限.止" +
                   terms +
                   " 晚于 基准日\n"
                   "    依据 目录条件 第1项  理由 “止日须在基准日之后” }\n}\n");
  return DecideTexts(Entry().dump(), Application().dump(),
                     {"--policies", folder.Path().string(), "--as-of", "2026-10-08"});
}

TEST(Decide, ADateOutOfRangeGivesNoDecision) {
  const Outcome inside = DecideWhereTheLastDayPlus(" 加 200年 加 200年 加 200年 加 200年");
  EXPECT_EQ(inside.exit, 0) << inside.err;
  const Outcome outside = DecideWhereTheLastDayPlus(" 加 200年 加 200年 加 200年 加 200年 加 200年");
  EXPECT_EQ(outside.exit, 3);
  EXPECT_EQ(outside.out, "");
  EXPECT_THAT(outside.err, AllOf(HasSubstr("Z5901"), HasSubstr("SQ-1")));
}

TEST(Decide, UsesTheDefaultBundleOfTheBuildTree) {
  const TemporaryFolder folder;
  folder.Write("entry.json", Entry().dump());
  folder.Write("application.json", Application().dump());
  const Outcome outcome = RunZhun(
      {"decide", "--entry", "entry.json", "--application", "application.json", "--format", "json"}, folder.Path());
  EXPECT_NE(outcome.exit, 3) << outcome.err;
  const Json version = Json::parse(RunZhun({"version", "--format", "json"}, folder.Path()).out);
  EXPECT_EQ(Json::parse(outcome.out)["receipt"]["policies"], version["policies"]);
}

}  // namespace
}  // namespace zhun::driver_test
