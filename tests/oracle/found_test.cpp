// Cases in which the runtime and the oracle, or a property and the runtime, once differed.
#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/oracle/pair.h"

namespace zhun::oracle {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kEntryHead = R"(策略 「条目」 entry_rules {
  版本 “1”  制定机关 “某厅”  施行 2025年8月1日
  目录 “E-1” “1”
  依据 《政务数据共享条例》第十五条第二款
)";

/// A complete application that the shipped base policies grant, but for the necessity that an official has found.
Papers Granted() {
  return {
      json::parse(
          R"({"id": "E-1", "version": "1", "status": "published", "secrecy": "none", "sharing": "conditional", "modes": ["api"],
            "provider": {"name": "某省公安厅", "code": "11440000006939799R", "kind": "government_department", "level": "province", "region": "440000"},
            "items": [{"name": "姓名", "personal": "none", "minor": false}, {"name": "监护人", "personal": "none"}],
            "conditions": {"others": [{"no": 1, "text": "甲"}]}})"),
      json::parse(R"({"id": "SQ-1", "entry": "E-1", "entry_version": "1", "received_at": "2026-09-24T10:00:00+08:00",
            "applicant": {"name": "某市民政局", "code": "11440100007493445B", "kind": "government_department", "level": "city", "region": "440100"},
            "basis": ["《政务数据共享条例》第三条第二款"], "scenario": "审核", "items": ["姓名"], "mode": "api",
            "period": {"from": "2026-11-01", "to": "2027-04-30"}, "approval": {"role": "sharing_office_head", "on": "2026-09-20"},
            "findings": {"duty_necessity": true}})"),
      json::parse(R"({"as_of": "2026-10-08"})")};
}

std::string Decided(const std::string& rules, const Papers& papers) {
  std::string messages;
  const std::unique_ptr<Rules> compiled = CompileRules({"", kEntryHead + rules + "}\n"}, messages);
  if (compiled == nullptr) return messages;
  const Verdicts verdicts = Judge(*compiled, papers);
  EXPECT_EQ(verdicts.runtime, verdicts.oracle);
  return verdicts.faults + verdicts.runtime;
}

TEST(Found, TheSampleIsGranted) {
  EXPECT_THAT(Decided("要求 「一」 one { 须 申请.用途 为空 依据 目录条件 第1项 理由 “一” }", Granted()),
              HasSubstr("decision supplement"));
  Papers papers = Granted();
  papers.application["purpose"] = "核验";
  EXPECT_THAT(Decided("要求 「一」 one { 须 申请.用途 为 “核验” 依据 目录条件 第1项 理由 “一” }", papers),
              HasSubstr("decision grant"));
}

TEST(Found, WhatAPerItemRuleWantsIsAskedForWhileTheItemsAreUnknown) {
  Papers papers = Granted();
  papers.application.erase("items");
  papers.entry["items"][0]["minor"] = true;
  const std::string rules =
      "逐项 禁止 「一」 one { 当 其.未成年人 例外 「二」 { 当 申请.用途 为 “学籍” 依据 目录条件 第1项 } 依据 目录条件 "
      "第1项 理由 “一” }";
  EXPECT_THAT(Decided(rules, papers),
              HasSubstr("missing application.items absent\nmissing application.purpose absent when\n"));
  papers.entry["items"][0]["minor"] = false;
  papers.entry["items"][1]["minor"] = false;
  EXPECT_THAT(Decided(rules, papers), Not(HasSubstr("application.purpose")));
}

TEST(Found, WhatStandsBesideTheMemberOfAnUnknownListIsAskedForWithTheList) {
  Papers papers = Granted();
  papers.application.erase("items");
  papers.application.erase("scenario");
  const std::string rules =
      "禁止 「一」 one { 当 任一 申请.数据项 （其.未成年人 且 申请.用途 为 “营销”） 依据 目录条件 第1项 理由 “一” }";
  EXPECT_THAT(Decided(rules, papers), HasSubstr("missing application.purpose absent when"));
}

TEST(Found, APartOfAThirdPartyIsAskedForAsTheThirdParties) {
  Papers papers = Granted();
  papers.application["findings"]["third_party_consent"] = true;
  papers.application["third_parties"] = {{{"name", "某银行"}}};
  const std::string rules = "禁止 「一」 one { 当 任一 申请.第三方 （其.类别 为 企业） 依据 目录条件 第1项 理由 “一” }";
  EXPECT_THAT(Decided(rules, papers), HasSubstr("missing application.third_parties defective\n"));
}

/// An order word has no place for "none": nobody can supply anything, so an official judges; it is never granted.
TEST(Found, ARuleThatNoFactSettlesIsReferred) {
  const std::string rules =
      "要求 「一」 one { 须 申请.使用时限 不超过 条目.使用条件.最长期限 依据 目录条件 第1项 理由 “一” }";
  EXPECT_THAT(Decided(rules, Granted()), HasSubstr("decision refer\n"));
  EXPECT_THAT(Decided(rules, Granted()), HasSubstr("reason one refer\n"));
}

TEST(Found, ARuleThatIsOpenForTwoItemsIsOneReason) {
  Papers papers = Granted();
  papers.application["items"] = {"姓名", "监护人"};
  papers.entry["items"][0].erase("minor");
  const std::string verdict = Decided("逐项 禁止 「一」 one { 当 其.未成年人 依据 目录条件 第1项 理由 “一” }", papers);
  EXPECT_THAT(verdict, HasSubstr("decision refer\n"));
  EXPECT_EQ(verdict.find("reason one refer"), verdict.rfind("reason one refer"));
}

/// The base policies ask for both days; without them the period would still be asked for, not left to an official.
TEST(Found, APeriodWithoutItsLastDayIsAskedFor) {
  std::string messages;
  const std::string base =
      "策略 「基础」 base { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第三条第一款\n"
      "要求 「期限」 limit { 须 申请.使用时限 不超过 1年 依据 《政务数据共享条例》第三条第一款 理由 “长” } }\n";
  const std::unique_ptr<Rules> rules = CompileRules({base, std::string(kEntryHead) + "}\n"}, messages);
  ASSERT_NE(rules, nullptr) << messages;
  Papers papers = Granted();
  papers.application["period"] = {{"from", "2026-11-01"}};
  papers.application.erase("findings");
  EXPECT_THAT(Judge(*rules, papers).runtime, HasSubstr("missing application.period defective\n"));
}

/// What the applicant named is not at fault where it is the catalogue that lacks its items.
TEST(Found, AnEntryWithoutItsItemsIsTheProvidersToCure) {
  Papers papers = Granted();
  papers.entry.erase("items");
  papers.application["privacy_assessment"] = {
      {"done_on", "2026-09-01"}};  // would be asked for, as long as nobody knows the items
  const std::string verdict = Decided("逐项 禁止 「一」 one { 当 其.未成年人 依据 目录条件 第1项 理由 “一” }", papers);
  EXPECT_THAT(verdict, HasSubstr("decision refer\n"));
  EXPECT_THAT(verdict, Not(HasSubstr("missing")));
}

/// One cause, one sentence, however many rules of the policy rest on it.
TEST(Found, APolicyForAnotherVersionOfTheEntryIsNamedOnce) {
  std::string messages;
  const std::string rules =
      "要求 「一」 one { 须 申请.用途 为 “甲” 依据 目录条件 第1项 理由 “一” }\n"
      "要求 「二」 two { 须 申请.用途 为 “乙” 依据 目录条件 第1项 理由 “二” }\n";
  const std::unique_ptr<Rules> compiled = CompileRules({"", kEntryHead + rules + "}\n"}, messages);
  ASSERT_NE(compiled, nullptr) << messages;
  Papers papers = Granted();
  papers.entry["version"] = "2";
  papers.application["entry_version"] = "2";
  const decision::Decision decision = Decide(*compiled, papers);
  EXPECT_EQ(decision.decision, "refer");
  const auto drifted = [](const decision::Reason& reason) { return reason.rule == "policies_match"; };
  const auto reason = std::find_if(decision.reasons.begin(), decision.reasons.end(), drifted);
  ASSERT_NE(reason, decision.reasons.end());
  EXPECT_EQ(reason->text.zh, "策略「条目」是为目录版本“1”写的，与条目的版本不同");
  EXPECT_EQ(reason->text.en, "Policy entry_rules is written for entry version 1, which is not the entry's");
}

TEST(Found, TheItemsOfTheEntryAreListedInIt) {
  EXPECT_THAT(
      Decided("禁止 「一」 one { 当 任一 条目.数据项 （非 其.已列入目录） 依据 目录条件 第1项 理由 “一” }", Granted()),
      HasSubstr("decision grant"));
}

/// A policy that does not apply states nothing: passing over the condition it would have stated could grant what nobody
/// judged.
TEST(Found, WhatAPolicyThatDoesNotApplyWouldHaveStatedIsLeftToAnOfficial) {
  const std::string rule = "要求 「一」 one { 须 申请.用途 为 “核验” 依据 目录条件 第1项 理由 “一” }";
  const auto with = [&](const std::string& applies) {
    std::string messages;
    std::string entry = kEntryHead + rule + "}\n";
    entry.insert(entry.find("  依据"), "  适用 当 " + applies + "\n");
    const std::unique_ptr<Rules> compiled = CompileRules({"", entry}, messages);
    if (compiled == nullptr) return messages;
    Papers papers = Granted();
    papers.application["purpose"] = "核验";
    const Verdicts verdicts = Judge(*compiled, papers);
    EXPECT_EQ(verdicts.runtime, verdicts.oracle);
    return verdicts.faults + verdicts.runtime;
  };
  EXPECT_THAT(with("申请.共享方式 为 服务接口"), HasSubstr("decision grant"));
  EXPECT_THAT(with("申请.共享方式 为 文件下载"),
              ::testing::AllOf(HasSubstr("decision refer"), HasSubstr("condition_1")));
  EXPECT_THAT(with("条目.数据格式 为 数据库"), ::testing::AllOf(HasSubstr("decision refer"), HasSubstr("condition_1")))
      << "where it is not known whether the policy applies";
}

/// Sixty definitions that use the one before twice: read as a tree they have more parts than there are seconds.
TEST(Found, ADefinitionUsedTwiceIsExplainedOnce) {
  std::string rules = "定义 「零」 为 申请.用途 为 “核验”\n";
  std::string before = "零";
  for (int i = 1; i <= 60; ++i) {
    const std::string name = "第" + std::to_string(i);
    rules += "定义 「" + name + "」 为 若 「" + before + "」 则 申请.返回形态 为 核验 否则 非 「" + before + "」\n";
    before = name;
  }
  rules += "要求 「一」 one { 须 「" + before + "」 依据 目录条件 第1项 理由 “一” }";
  std::string messages;
  const std::unique_ptr<Rules> compiled = CompileRules({"", kEntryHead + rules + "}\n"}, messages);
  ASSERT_NE(compiled, nullptr) << messages;
  const decision::Decision decision = Decide(*compiled, Granted());
  EXPECT_EQ(decision.decision, "supplement");
  EXPECT_EQ(decision.missing.size(), 2u);
}

}  // namespace
}  // namespace zhun::oracle
