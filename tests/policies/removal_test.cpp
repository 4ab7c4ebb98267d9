// A rule that could be taken away without any scenario noticing is not held by anything.
#include <gtest/gtest.h>

#include "tests/policies/shipped.h"

namespace zhun::policies {
namespace {

class WithoutBaseRule : public ::testing::TestWithParam<BaseRule> {};

TEST_P(WithoutBaseRule, SomeScenarioFails) {
  const auto shipped = CompileShipped(GetParam());
  if (shipped->bundle == nullptr) {  // another rule names it
    EXPECT_TRUE(shipped->messages.HasErrors());
    return;
  }
  for (const scenario::Scenario& each : Scenarios(*shipped)) {
    const scenario::Result result = scenario::Run(each, *shipped->bundle, shipped->compilation.sources);
    if (result.verdict == scenario::Verdict::kPassed) continue;
    RecordProperty("scenario", result.name);
    return;
  }
  ADD_FAILURE() << "no scenario misses " << GetParam().code
                << "; add one to policies/regulation (scenarios, uses or cases)";
}

std::string NameOf(const ::testing::TestParamInfo<BaseRule>& info) { return info.param.code; }

INSTANTIATE_TEST_SUITE_P(Regulation, WithoutBaseRule, ::testing::ValuesIn(BaseRules()), NameOf);

}  // namespace
}  // namespace zhun::policies
