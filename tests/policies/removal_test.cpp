// A rule that could be taken away without any scenario noticing is not held by anything.
#include <gtest/gtest.h>

#include "tests/policies/shipped.h"

namespace zhun::policies {
namespace {

class WithoutBaseRule : public ::testing::TestWithParam<BaseRule> {};

TEST_P(WithoutBaseRule, SomeScenarioFails) {
  const auto shipped = CompileShipped(GetParam());
  ASSERT_NE(shipped->bundle, nullptr) << "the policies do not compile without it";
  for (const scenario::Scenario& each : Scenarios(*shipped)) {
    const scenario::Result result = scenario::Run(each, *shipped->bundle, shipped->compilation.sources);
    if (result.verdict == scenario::Verdict::kPassed) continue;
    RecordProperty("scenario", result.name);
    return;
  }
  ADD_FAILURE() << "no scenario misses " << GetParam().code << "; add one to policies/regulation/scenarios.zhun";
}

std::string NameOf(const ::testing::TestParamInfo<BaseRule>& info) { return info.param.code; }

/// Scenarios are decisions on applications, in which powers and policies of other stages have no part.
std::vector<BaseRule> RulesOfDecisions() {
  std::vector<BaseRule> rules = BaseRules();
  std::erase_if(rules, [](const BaseRule& rule) { return rule.kind == ast::RuleKind::kPower || !rule.stage.empty(); });
  return rules;
}

INSTANTIATE_TEST_SUITE_P(Regulation, WithoutBaseRule, ::testing::ValuesIn(RulesOfDecisions()), NameOf);

}  // namespace
}  // namespace zhun::policies
