#include <map>

#include <gtest/gtest.h>

#include "runtime/decision/decide.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::oracle {
namespace {

/// Every other policy stands on the shipped base policies, the rest on a random base.
TEST(Oracle, SaysWhatTheRuntimeSays) {
  const Setting& setting = TheSetting();
  std::map<std::string, int> outcomes;
  int different = 0;
  for (int pair = 0; pair < setting.pairs && different < 5; ++pair) {
    const std::uint64_t seed = setting.seed * 1'000'003u + static_cast<std::uint64_t>(pair / kCasesOfEachPolicy);
    RandomSource random(seed);
    static std::unique_ptr<Rules> rules;
    if (pair % kCasesOfEachPolicy == 0) {
      std::string messages;
      RuleTexts texts = MakeRules(ShippedLibrary().vocabulary, seed % 2 == 0, random);
      rules = CompileRules(texts, messages);
      ASSERT_NE(rules, nullptr) << messages << texts.base << texts.entry;
    }
    RandomSource papers_random(seed * 31 + static_cast<std::uint64_t>(pair % kCasesOfEachPolicy));
    const Papers papers =
        MakePapers(ShippedLibrary().vocabulary, decision::FindingCodes(*rules->bundle), papers_random);
    const Verdicts verdicts = Judge(*rules, papers);
    ASSERT_EQ(verdicts.faults, "") << Show(*rules, papers);
    ++outcomes[verdicts.oracle.substr(0, verdicts.oracle.find('\n'))];
    if (verdicts.runtime == verdicts.oracle) continue;
    ++different;
    ADD_FAILURE() << "pair " << pair << " of --seed=" << setting.seed << "\n"
                  << Difference(verdicts.runtime, verdicts.oracle) << Show(*rules, papers);
  }
  for (const auto& [outcome, count] : outcomes) RecordProperty(outcome.substr(outcome.find(' ') + 1), count);
  // Random cases that never come to some outcome would prove nothing about it.
  if (setting.pairs >= 2000) {
    EXPECT_EQ(outcomes.size(), 7u) << ::testing::PrintToString(outcomes);
  }
}

}  // namespace
}  // namespace zhun::oracle
