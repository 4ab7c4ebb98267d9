// The static bound of compiler/analysis against what decisions really evaluate.
#include <algorithm>

#include <gtest/gtest.h>

#include "compiler/analysis/cost.h"
#include "tests/analysis/count_operations.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::analysis {
namespace {

using oracle::kCasesOfEachPolicy;
using oracle::Papers;
using oracle::RandomSource;
using oracle::Rules;
using oracle::ShippedLibrary;
using oracle::TheSetting;

/// Random papers have at most three elements in a list. With the shipped bounds of up to 1000 nothing could go over.
vocabulary::Vocabulary SmallLists() {
  constexpr std::uint32_t kMostInAList = 3;
  vocabulary::Vocabulary vocabulary = ShippedLibrary().vocabulary;
  for (vocabulary::Record& record : vocabulary.records) {
    for (vocabulary::Attribute& attribute : record.attributes) {
      if (attribute.type.list) attribute.bound = std::min(attribute.bound, kMostInAList);
    }
  }
  return vocabulary;
}

/// Base policies and the one entry policy: what one decision may take.
std::uint64_t BoundOf(const Rules& rules, const vocabulary::Vocabulary& vocabulary) {
  std::uint64_t sum = 0;
  for (const PolicyCost& cost : CostOf(rules.bundle->program, vocabulary)) sum += cost.operations;
  return sum;
}

std::uint64_t Counted(const Rules& rules, const Papers& papers) {
  OperationCount count;
  decision::Decider decider(*rules.bundle);
  decider.Watch(&count);
  oracle::Decide(rules, papers, decider);
  return count.Total();
}

Papers PapersOf(const Rules& rules, std::uint64_t seed) {
  RandomSource random(seed);
  return oracle::MakePapers(ShippedLibrary().vocabulary, decision::FindingCodes(*rules.bundle), random);
}

TEST(Operations, AreNeverMoreThanTheBound) {
  const vocabulary::Vocabulary vocabulary = SmallLists();
  std::unique_ptr<Rules> rules;
  std::uint64_t bound = 0;
  double closest = 0;
  for (int pair = 0; pair < TheSetting().pairs && !HasFailure(); ++pair) {
    const std::uint64_t seed = TheSetting().seed * 1'000'003u + static_cast<std::uint64_t>(pair / kCasesOfEachPolicy);
    if (pair % kCasesOfEachPolicy == 0) {
      RandomSource random(seed);
      std::string messages;
      rules = oracle::CompileRules(oracle::MakeRules(ShippedLibrary().vocabulary, seed % 2 == 0, random), messages);
      ASSERT_NE(rules, nullptr) << messages;
      bound = BoundOf(*rules, vocabulary);
    }
    const Papers papers = PapersOf(*rules, seed * 31 + static_cast<std::uint64_t>(pair % kCasesOfEachPolicy));
    const std::uint64_t counted = Counted(*rules, papers);
    EXPECT_LE(counted, bound) << "pair " << pair << " of --seed=" << TheSetting().seed << "\n"
                              << oracle::Show(*rules, papers);
    closest = std::max(closest, static_cast<double>(counted) / static_cast<double>(bound));
  }
  RecordProperty("closest", std::to_string(closest));
  // A bound that nothing comes near would prove nothing.
  if (TheSetting().pairs >= 2000) {
    EXPECT_GT(closest, 0.5);
  }
}

/// Without lists a condition costs the same in every case, and the bound is what it costs.
TEST(Operations, AreTheBoundWhereThereAreNoLists) {
  oracle::RuleTexts texts;
  texts.base =
      "策略 「基」 base_rules { 版本 “1” 制定机关 “国务院” 施行 2025年8月1日 依据 《政务数据共享条例》第三条第一款\n"
      "  要素 申请.用途 purpose { 须 其 不为 “甲” 依据 《政务数据共享条例》第三条第一款 }\n"
      "  要求 「一」 one { 当 申请.共享方式 为 服务接口 须 申请.需求部门.层级 不低于 县级 且 条目.密级 为 不涉密\n"
      "    依据 《政务数据共享条例》第三条第一款 理由 “一” }\n"
      "}\n";
  texts.entry =  // of another entry: it takes no part
      "策略 「条」 entry_rules { 版本 “1” 制定机关 “某厅” 施行 2025年8月1日 目录 “E-2” “1”\n"
      "  依据 《政务数据共享条例》第十五条第二款\n"
      "  禁止 「二」 two { 当 申请.使用时限 超过 1年 依据 目录条件 第1项 理由 “二” } }\n";
  std::string messages;
  const std::unique_ptr<Rules> rules = oracle::CompileRules(texts, messages);
  ASSERT_NE(rules, nullptr) << messages;
  const PolicyCost base = CostOf(rules->bundle->program, ShippedLibrary().vocabulary).front();
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const Papers papers = PapersOf(*rules, seed);
    EXPECT_EQ(Counted(*rules, papers), base.operations) << oracle::Show(*rules, papers);
  }
}

}  // namespace
}  // namespace zhun::analysis
