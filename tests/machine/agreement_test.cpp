#include <map>

#include <gtest/gtest.h>

#include "runtime/engine/engine.h"
#include "tests/machine/case.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::machine {
namespace {

constexpr int kCases = 12;  ///< of each policy

TEST(Machine, SaysWhatTheFullEvaluationSays) {
  std::map<std::string, int> outcomes;
  int read = 0, general = 0, different = 0;
  const oracle::Setting& setting = oracle::TheSetting();
  const auto policies = static_cast<std::uint64_t>(setting.pairs / kCases);
  for (std::uint64_t i = 0; i < policies && different < 5; ++i) {
    const std::uint64_t seed = setting.seed * 1'000'003u + i;
    oracle::RandomSource random(seed);
    std::string messages;
    const auto rules =
        oracle::CompileRules(oracle::MakeRules(oracle::ShippedLibrary().vocabulary, seed % 2 == 0, random), messages);
    ASSERT_NE(rules, nullptr) << messages;
    for (std::uint64_t each = 0; each < kCases; ++each) {
      oracle::RandomSource papers_random(seed * 31 + each);
      oracle::Papers papers = oracle::MakePapers(oracle::ShippedLibrary().vocabulary,
                                                 decision::FindingCodes(*rules->bundle), papers_random);
      if (each % 4 != 0) {
        Settle(papers.application);
        Settle(papers.context);
      }
      if (each % 4 == 3) Settle(papers.entry);
      const Texts texts{papers.entry.dump(), papers.application.dump(), papers.context.dump(),
                        *base::MakeDate(2026, 10, 8)};
      Specialised specialised(*rules->bundle, texts.entry);
      general += specialised.IsGeneral() ? 1 : 0;
      const Quick quick = specialised.Decide(texts);
      read += quick.read ? 1 : 0;
      const Full full = DecideInFull(*rules->bundle, texts);
      const std::string wrong = Compare(full, quick);
      ++outcomes[quick.read ? std::string(engine::CodeOf(quick.outcome)) : "not read"];
      if (wrong.empty()) continue;
      ++different;
      ADD_FAILURE() << "seed " << seed << " case " << each << ": " << wrong << "\n"
                    << rules->texts.base << rules->texts.entry << texts.entry << "\n"
                    << texts.application << "\n"
                    << texts.context << "\n";
    }
  }
  for (const auto& [outcome, count] : outcomes) RecordProperty(outcome.empty() ? "unsettled" : outcome, count);
  RecordProperty("general", general);
  // Cases that are all left to the full evaluation would prove nothing.
  if (setting.pairs >= 2000) {
    EXPECT_GE(outcomes.size(), 9u) << ::testing::PrintToString(outcomes);
    EXPECT_GT(read, setting.pairs / 2);
  }
}

}  // namespace
}  // namespace zhun::machine
