// Of the versions of one policy the one in force on the day of receipt decides, in the Shanghai calendar.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/oracle/pair.h"

namespace zhun::oracle {
namespace {

using nlohmann::json;
using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

/// Nothing is asked of the applicant but the purpose, by a rule of each version.
std::string Version(const std::string& code, const std::string& number, const std::string& effective,
                    const std::string& header, const std::string& basis) {
  return "策略 「甲」 " + code + " { 版本 “" + number + "” 制定机关 “某厅” 施行 " + effective + header +
         " 依据 《政务数据共享条例》第十五条第二款\n"
         "  要求 「乙」 rule_" +
         number + " { 须 申请.用途 为 “用途" + number + "” 依据 " + basis + " 理由 “乙” }\n}\n";
}

const std::string kEntry = " 目录 “E-1” “1”";
const std::string kBase =
    "策略 「要素」 elements { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第二十条\n"
    "  要素 申请.数据项 items { 须 每一 申请.数据项 （其.已列入目录） 依据 《政务数据共享条例》第二十条第二款 }\n}\n";

std::string RulesThatSpoke(const RuleTexts& texts, const std::string& received_at) {
  std::string messages;
  const std::unique_ptr<Rules> rules = CompileRules(texts, messages);
  if (rules == nullptr) return messages;
  const Papers papers = {json::parse(R"({"id": "E-1", "version": "1", "status": "published", "sharing": "unconditional",
            "provider": {"name": "某省公安厅", "code": "11440000006939799R", "kind": "government_department"},
            "items": [{"name": "姓名", "personal": "none"}], "conditions": {"others": [{"no": 1, "text": "甲"}]}})"),
                         json{{"id", "SQ-1"},
                              {"entry", "E-1"},
                              {"received_at", received_at},
                              {"purpose", "其他用途"},
                              {"applicant", json{{"name", "某市民政局"}, {"code", "11440100007493445B"}}},
                              {"items", json::array({"姓名"})}},
                         json::parse(R"({"as_of": "2026-10-08"})")};
  const Verdicts verdicts = Judge(*rules, papers);
  EXPECT_EQ(verdicts.runtime, verdicts.oracle);
  return verdicts.faults + verdicts.runtime;
}

TEST(EntryPolicy, DecidesByTheVersionInForceOnTheDayOfReceipt) {
  const RuleTexts texts = {kBase,
                           Version("entry_rules", "1", "2026年1月1日 至 2026年6月30日", kEntry, "目录条件 第1项") +
                               Version("entry_rules", "2", "2026年7月1日", kEntry, "目录条件 第1项")};
  EXPECT_THAT(RulesThatSpoke(texts, "2026-06-30T15:59:59Z"), AllOf(HasSubstr("rule_1"), Not(HasSubstr("rule_2"))));
  EXPECT_THAT(RulesThatSpoke(texts, "2026-06-30T16:00:00Z"), AllOf(HasSubstr("rule_2"), Not(HasSubstr("rule_1"))))
      << "midnight in Shanghai";
  EXPECT_THAT(RulesThatSpoke(texts, "2025-12-31T12:00:00+08:00"), Not(HasSubstr("rule_")));
}

TEST(BasePolicy, HoldsBeforeItsFirstDayInItsFirstVersionOnly) {
  const std::string article = "《政务数据共享条例》第二十条第二款";
  const std::string both = Version("base_rules", "1", "2025年8月1日 至 2026年6月30日", "", article) +
                           Version("base_rules", "2", "2026年7月1日", "", article);
  const RuleTexts texts = {kBase + both, Version("entry_rules", "9", "2030年1月1日", kEntry, "目录条件 第1项")};
  EXPECT_THAT(RulesThatSpoke(texts, "2025-07-01T12:00:00+08:00"), AllOf(HasSubstr("rule_1"), Not(HasSubstr("rule_2"))));
  EXPECT_THAT(RulesThatSpoke(texts, "2026-06-30T12:00:00+08:00"), AllOf(HasSubstr("rule_1"), Not(HasSubstr("rule_2"))));
  EXPECT_THAT(RulesThatSpoke(texts, "2026-07-01T12:00:00+08:00"), AllOf(HasSubstr("rule_2"), Not(HasSubstr("rule_1"))));
}

}  // namespace
}  // namespace zhun::oracle
