#include <algorithm>
#include <map>
#include <set>

#include <gtest/gtest.h>

#include "tests/policies/shipped.h"

namespace zhun::policies {
namespace {

std::string Told(const scenario::Result& result) {
  std::string text = result.file + ":" + std::to_string(result.line) + " " + result.name;
  for (const base::Words& difference : result.differences) text += "\n  " + difference.zh;
  for (const diagnostics::Diagnostic& fault : result.faults.All()) text += "\n  " + diagnostics::MessageOf(fault).zh;
  return text;
}

TEST(Scenarios, AllPass) {
  const auto shipped = CompileShipped(std::nullopt);
  ASSERT_NE(shipped->bundle, nullptr);
  EXPECT_TRUE(shipped->messages.All().empty());
  const std::vector<scenario::Scenario> scenarios = Scenarios(*shipped);
  EXPECT_GE(scenarios.size(), 100u);
  for (const scenario::Scenario& each : scenarios) {
    const scenario::Result result = scenario::Run(each, *shipped->bundle, shipped->compilation.sources);
    EXPECT_EQ(result.verdict, scenario::Verdict::kPassed) << Told(result);
  }
}

TEST(Scenarios, OfEachEntryPolicyShowEveryKindOfAnswer) {
  const auto shipped = CompileShipped(std::nullopt);
  ASSERT_NE(shipped->bundle, nullptr);
  std::map<std::string, std::set<std::string>> expected;
  for (const scenario::Scenario& each : Scenarios(*shipped)) expected[each.policy].insert(each.test->outcome.text);
  std::size_t entry_policies = 0;
  for (const program::Policy& policy : shipped->bundle->program.policies) {
    if (policy.base) continue;
    ++entry_policies;
    for (const char* outcome : {"同意共享", "不同意", "补正", "转人工"}) {
      const std::set<std::string>& of = expected[policy.code];
      const bool english = std::any_of(of.begin(), of.end(), [](const std::string& word) { return word == "grant"; });
      static const std::map<std::string, std::string> kEnglish = {
          {"同意共享", "grant"}, {"不同意", "refuse"}, {"补正", "supplement"}, {"转人工", "refer"}};
      EXPECT_TRUE(of.contains(english ? kEnglish.at(outcome) : outcome))
          << policy.code << " has no scenario " << outcome;
    }
  }
  EXPECT_GE(entry_policies, 6u);
}

}  // namespace
}  // namespace zhun::policies
