#include <algorithm>
#include <ostream>

#include <gtest/gtest.h>

#include "tests/explain/situation_files.h"
#include "tests/lint/linted.h"
#include "tests/lint/sample.h"

/// Citations and style: what the golden cases cannot show, base policies and corrections.
namespace zhun::lint {
namespace {

using explain::Frame;

const Finding* FindingOf(const Outcome& outcome, RuleCode code) {
  const auto found = std::ranges::find(outcome.findings, code, &Finding::rule);
  return found == outcome.findings.end() ? nullptr : &*found;
}

struct BaseCase {
  std::string name;
  RuleCode code;
  bool found;
  std::string members;
};

void PrintTo(const BaseCase& each, std::ostream* out) { *out << each.name; }

class InABasePolicy : public ::testing::TestWithParam<BaseCase> {};

TEST_P(InABasePolicy, IsFoundOrNot) {
  const Outcome outcome = testing::LintSample(Frame::kBasePolicy, GetParam().members);
  EXPECT_FALSE(outcome.faults.HasErrors()) << testing::ShowFindings(outcome);
  EXPECT_EQ(FindingOf(outcome, GetParam().code) != nullptr, GetParam().found) << testing::ShowFindings(outcome);
}

std::string Refusal(const std::string& basis) {
  return "禁止 「依法不予共享」 lawful_refusal {\n当 申请.用途 为 “甲”\n后果 依法不同意\n依据 " + basis +
         "\n理由 “依法不予共享” / “Not shared by law”\n}";
}

std::string Duty(const std::string& basis, const std::string& text) {
  return "义务 「使用要求」 use_well {\n主体 需求部门\n应当 “" + text + "” / “Use it well”\n依据 " + basis + "\n}";
}

INSTANTIATE_TEST_SUITE_P(
    Cases, InABasePolicy,
    ::testing::Values(
        BaseCase{"RefusalUnderANormativeDocument", RuleCode::kC05, true,
                 Refusal("《全国一体化政务大数据体系建设指南》")},
        BaseCase{"RefusalUnderALocalRegulation", RuleCode::kC05, true, Refusal("《上海市数据条例》第三条")},
        BaseCase{"RefusalUnderALaw", RuleCode::kC05, false, Refusal("《中华人民共和国统计法》第二十八条")},
        BaseCase{"RefusalUnderALawAndADocument", RuleCode::kC05, false,
                 Refusal("《中华人民共和国统计法》第二十八条、《全国一体化政务大数据体系建设指南》")},
        BaseCase{"DutyWithABorrowedWord", RuleCode::kC08, true,
                 Duty("《政务数据共享条例》第二十五条第一款", "脱敏以后使用")},
        BaseCase{
            "DutyWithABorrowedWordAndAnotherBasis", RuleCode::kC08, false,
            Duty("《政务数据共享条例》第二十五条第一款、《中华人民共和国个人信息保护法》第五十一条", "脱敏以后使用")},
        BaseCase{"DutyInTheWordsOfTheRegulation", RuleCode::kC08, false,
                 Duty("《政务数据共享条例》第二十五条第一款", "按照使用范围使用")}),
    [](const auto& each) { return each.param.name; });

Outcome LintText(const std::string& text) {
  Request request = testing::EmptyRequest();
  testing::AddPolicy(request, "policy.zhun", sema::Role::kEntry);
  request.files.back().text = text;
  return Run(request);
}

struct Correction {
  std::string name;
  RuleCode code;
  std::string clauses;
};

void PrintTo(const Correction& each, std::ostream* out) { *out << each.name; }

class OfForm : public ::testing::TestWithParam<Correction> {};

TEST_P(OfForm, RemovesWhatWasFoundAndAddsNothing) {
  std::string text = explain::testing::EntryPolicy(explain::testing::Requirement(GetParam().clauses));
  const Outcome before = LintText(text);
  const Finding* finding = FindingOf(before, GetParam().code);
  ASSERT_NE(finding, nullptr) << testing::ShowFindings(before);
  ASSERT_EQ(finding->fixes.size(), 1u);
  const diagnostics::Fix& fix = finding->fixes.front();
  text.replace(fix.span.begin, fix.span.end - fix.span.begin, fix.replacement);
  const Outcome after = LintText(text);
  EXPECT_FALSE(after.faults.HasErrors()) << text << testing::ShowFindings(after);
  EXPECT_EQ(after.findings.size() + 1, before.findings.size()) << text << testing::ShowFindings(after);
  EXPECT_EQ(FindingOf(after, GetParam().code), nullptr) << text << testing::ShowFindings(after);
}

INSTANTIATE_TEST_SUITE_P(
    Corrections, OfForm,
    ::testing::Values(
        Correction{"OnlyParagraph", RuleCode::kC01,
                   "须 申请.用途 不为空\n依据 目录条件 第1项、《政务数据共享条例》第三十二条第一款"},
        Correction{"Brackets", RuleCode::kC01,
                   "须 申请.用途 不为空\n依据 目录条件 第1项、《中华人民共和国网络安全法》(2025修正)第二十三条"},
        Correction{"Blank", RuleCode::kC01,
                   "须 申请.用途 不为空\n依据 目录条件 第1项、《政务数据共享条例》 第三十二条"},
        Correction{
            "NumberInAVersion", RuleCode::kC06,
            "须 申请.用途 不为空\n依据 目录条件 第1项、《全国一体化政务大数据体系建设指南》（国办函[2022]102号）"},
        Correction{"NumberInAText", RuleCode::kC06, "须 申请.用途 不为空\n理由 “按国办发（2021）6办理”"},
        Correction{"Order", RuleCode::kS07, "理由 “须写明用途”\n依据 目录条件 第1项\n须 申请.用途 不为空"}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace zhun::lint
