#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// zhun test: 测试 blocks over the fixtures of tests/driver/rules.
namespace zhun::driver_test {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::HasSubstr;

constexpr const char* kHead =
    "策略 「样例」 sample { 版本 “2026.1” 制定机关 “某省数据局” 施行 2026年1月1日 目录 “T-1” “2026.1” 依据 "
    "《政务数据共享条例》第十五条第二款\n"
    "要求 「限用途」 purposes { 须 申请.用途 属于 “核验”、“统计” 依据 目录条件 第1项 理由 “仅用于核验和统计” }\n";

/// Runs one test block over the sample's fixtures.
Outcome RunBlock(const std::string& block, const std::vector<std::string>& more = {}) {
  const TemporaryFolder folder;
  fs::copy(SamplePath() / "fixtures", folder.Path() / "fixtures", fs::copy_options::recursive);
  folder.Write("p.zhun", kHead + block + "\n}\n");
  std::vector<std::string> arguments = {"test", "p.zhun", "--base", BasePath().string()};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return RunZhun(arguments, folder.Path());
}

std::string Block(const std::string& given, const std::string& expected) {
  return "测试 「一」 { “fixtures/entry.json” “fixtures/application.json” 时点 2026年10月8日 " + given + " 应得 " +
         expected + " }";
}

TEST(Scenarios, OfTheSamplePass) {
  const TemporaryFolder folder;
  const Outcome zh = RunZhun({"test", SamplePath().string(), "--base", BasePath().string()}, folder.Path());
  EXPECT_EQ(zh.exit, 0) << zh.out << zh.err;
  EXPECT_EQ(zh.out, "5 个测试：5 个通过，0 个不通过，0 个有错\n");
  const Outcome en = RunZhun({"test", RulesPath().string(), "--lang", "en", "--filter", "未发布"}, folder.Path());
  EXPECT_EQ(en.out, "1 test: 1 passed, 0 failed, 0 faulty\n") << en.err;
}

TEST(Scenarios, OfTheShippedPoliciesPass) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"test"}, folder.Path());
  EXPECT_EQ(outcome.exit, 0) << outcome.out << outcome.err;
}

struct Row {
  const char* name;
  const char* given;
  const char* expected;
  const char* difference;  ///< nullptr: passes
};

class Expectation : public ::testing::TestWithParam<Row> {};

TEST_P(Expectation, IsHeldAgainstTheDecision) {
  const Outcome outcome = RunBlock(Block(GetParam().given, GetParam().expected));
  EXPECT_EQ(outcome.exit, GetParam().difference == nullptr ? 0 : 1) << outcome.out << outcome.err;
  if (GetParam().difference != nullptr) {
    EXPECT_THAT(outcome.out, HasSubstr(GetParam().difference));
  }
}

const std::vector<Row> kRows = {
    {"outcome", "", "同意共享", nullptr},
    {"outcome_differs", "", "补正", "结论：应为 补正，实为 同意共享（grant）"},
    {"set_text", "设 申请.用途 为 “统计”", "同意共享", nullptr},
    {"set_another_text", "设 申请.用途 为 “营销”", "不同意", nullptr},
    {"refusal_is_not_by_law", "设 申请.用途 为 “营销”", "依法不同意", "应为依法不同意"},
    {"set_date", "设 申请.使用时限.止 为 2026年10月1日", "补正 缺 申请.使用时限", nullptr},
    {"set_word", "设 条目.状态 为 草案", "不可申请", nullptr},
    {"set_list", "设 申请.数据项 为 “姓名”", "同意共享 逐项 “姓名”", nullptr},
    {"set_finding_by_name", "设 申请.认定.履职必要 为 假", "不同意 理由 「履职所需」", nullptr},
    {"lack", "缺 申请.认定", "转人工 认定 「履职必要」", nullptr},
    {"lack_of_what_is_not_there", "缺 申请.同意.类型", "同意共享", nullptr},
    {"declare_none", "声明无 申请.认定.duty_necessity", "不同意", nullptr},
    {"pending", "待核实 申请.用途 “正在核对”", "补正 缺 申请.用途", nullptr},
    {"pending_finding", "待核实 申请.认定.duty_necessity “正在研究”", "转人工", nullptr},
    {"set_then_lack", "设 申请.用途 为 “营销” 缺 申请.用途", "补正 缺 申请.用途", nullptr},
    {"new_context", "设 情境.日历区划 为 “440000”", "同意共享", nullptr},
    {"basis", "设 申请.用途 为 “营销”", "不同意 依据 目录条件 第1项", nullptr},
    {"basis_differs", "设 申请.用途 为 “营销”", "不同意 依据 目录条件 第2项", "依据：没有 目录条件第2项"},
    {"basis_of_law_differs", "设 条目.状态 为 草案", "不可申请 依据 《政务数据共享条例》第十七条",
     "依据：没有 《政务数据共享条例》第十七条"},
    {"reason_differs", "设 申请.用途 为 “营销”", "不同意 理由 「已发布」", "理由：没有「已发布」"},
    {"missing_too_much", "缺 申请.使用时限", "补正 无缺", "缺件：多出 application.period"},
    {"missing_too_little", "", "同意共享 缺 申请.使用时限", "缺件：没有 application.period"},
    {"missing_should_be_conditional", "缺 申请.使用时限", "补正 缺 若 申请.使用时限", "application.period 应附条件"},
    {"missing_paper", "", "同意共享 缺 材料 “委托书”", "缺件：没有 application.materials[委托书]"},
    {"duty", "", "同意共享 义务 「答复」", nullptr},
    {"duty_due", "", "同意共享 义务 「答复」 至 2026年10月15日", nullptr},
    {"duty_due_differs", "", "同意共享 义务 「答复」 至 2026年10月16日",
     "义务：「答复」应至 2026-10-16，实为 2026-10-15"},
    {"finding_differs", "", "同意共享 认定 「履职必要」", "认定：没有 duty_necessity"},
    {"no_finding_differs", "缺 申请.认定", "转人工 无认定", "认定：多出 duty_necessity"},
    {"items_differ", "", "同意共享 逐项 “姓名”、“住址”", "数据项：没有 住址"},
};

INSTANTIATE_TEST_SUITE_P(Table, Expectation, ::testing::ValuesIn(kRows),
                         [](const auto& row) { return row.param.name; });

struct Fault {
  const char* name;
  std::string block;
  const char* code;
};

class FaultyScenario : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultyScenario, SaysWhyItComparesNothing) {
  const Outcome outcome = RunBlock(GetParam().block);
  EXPECT_EQ(outcome.exit, 1) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr(GetParam().code), HasSubstr("1 个有错")));
}

INSTANTIATE_TEST_SUITE_P(
    Table, FaultyScenario,
    ::testing::Values(
        Fault{"an_entry_is_no_case", "测试 「一」 { “fixtures/entry.json” 时点 2026年10月8日 应得 待答复 }", "Z5010"},
        Fault{"four_fixtures",
              "测试 「一」 { “fixtures/entry.json” “a.json” “b.json” “c.json” 时点 2026年10月8日 应得 同意共享 }",
              "Z7001"},
        Fault{"no_such_fixture", "测试 「一」 { “no.json” “no.json” 时点 2026年10月8日 应得 同意共享 }", "Z6201"},
        Fault{"no_such_path", Block("设 申请.用图 为 “核验”", "同意共享"), "Z7002"},
        Fault{"no_such_document", Block("设 授权.用途 为 “核验”", "同意共享"), "Z7002"},
        Fault{"computed_attribute", Block("设 情境.策略与目录一致 为 真", "同意共享"), "Z7002"},
        Fault{"member_of_a_list", Block("设 申请.材料.名称 为 “甲”", "同意共享"), "Z7003"},
        Fault{"word_for_a_date", Block("设 申请.使用时限.止 为 服务接口", "同意共享"), "Z7004"},
        Fault{"unknown_word", Block("设 申请.共享方式 为 传真", "同意共享"), "Z7004"},
        Fault{"two_values_for_one", Block("设 申请.用途 为 “甲”、“乙”", "同意共享"), "Z7004"},
        Fault{"no_date", "测试 「一」 { “fixtures/entry.json” “fixtures/application.json” 应得 同意共享 }", "Z7005"},
        Fault{"no_such_rule", Block("", "同意共享 理由 「限用徒」"), "Z7006"},
        Fault{"no_such_duty", Block("", "同意共享 义务 「答覆」"), "Z7006"},
        Fault{"no_such_finding", Block("", "同意共享 认定 「履职需要」"), "Z7006"},
        Fault{"basis_from_a_path", Block("", "同意共享 依据 条目.不予共享.依据"), "Z7007"},
        Fault{"no_such_outcome", Block("", "同意"), "Z3017"},
        Fault{"fixture_becomes_malformed", Block("缺 申请.编号", "同意共享"), "Z5010"}),
    [](const auto& row) { return row.param.name; });

TEST(Scenarios, DifferencesAreReportedInEnglishToo) {
  const Outcome outcome = RunBlock(Block("", "补正"), {"--lang", "en"});
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_THAT(outcome.out,
              AllOf(HasSubstr("FAILED"), HasSubstr("outcome: expected supplement, got grant"), HasSubstr("p.zhun:3")));
}

TEST(Scenarios, AreReportedAsJson) {
  const Outcome outcome = RunBlock(Block("", "补正"), {"--format", "json"});
  EXPECT_EQ(outcome.exit, 1);
  const Json json = Json::parse(outcome.out);
  EXPECT_EQ(json["failed"], 1);
  EXPECT_EQ(json["tests"][0]["verdict"], "failed");
  EXPECT_EQ(json["tests"][0]["line"], 3);
  EXPECT_FALSE(json["tests"][0]["differences"][0]["en"].get<std::string>().empty());
}

TEST(Scenarios, AreReportedAsJunit) {
  const Outcome outcome =
      RunBlock("测试 「甲 <&>」 { “fixtures/entry.json” “fixtures/application.json” 时点 2026年10月8日 应得 补正 }",
               {"--format", "junit"});
  EXPECT_EQ(outcome.exit, 1);
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("<testsuites tests=\"1\" failures=\"1\" errors=\"0\">"),
                                 HasSubstr("name=\"甲 &lt;&amp;&gt;\""), HasSubstr("<failure message=\"结论")));
}

TEST(Scenarios, PoliciesThatDoNotCompileAreRefused) {
  const TemporaryFolder folder;
  folder.Write("bad.zhun", "策略 「坏」 {");
  const Outcome outcome = RunZhun({"test", "bad.zhun"}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace zhun::driver_test
