#include <atomic>
#include <memory>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/embed/shipped.h"

// Bundles that follow one another.
namespace zhun::embed_test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

/// Two bundles that differ in the entry they hold, so that it can be seen which one decided.
class Following : public ::testing::Test {
 protected:
  Following() : example_(ReadExample("01_granted")) {
    nlohmann::json draft = nlohmann::json::parse(example_.entry);
    draft["status"] = "draft";
    EXPECT_THAT(schedule_.Add(Holding({example_.entry}), "2026-01-01"), IsEmpty());
    EXPECT_THAT(schedule_.Add(Holding({draft.dump()}), "2026-12-01T12:00:00+08:00"), IsEmpty());
  }

  Result<Judgement> Judge(Decider& decider, const std::string& as_of) const {
    return decider.Judge({.application = example_.application, .context = example_.context, .as_of = as_of});
  }

  Example example_;
  Schedule schedule_;
};

TEST_F(Following, EachDecidesFromItsInstantOn) {
  Decider decider(schedule_);
  EXPECT_EQ(Judge(decider, "2026-10-14")->outcome, Outcome::kGrant);
  EXPECT_EQ(Judge(decider, "2026-12-01")->outcome, Outcome::kGrant);
  EXPECT_EQ(Judge(decider, "2026-12-01T11:59:59+08:00")->outcome, Outcome::kGrant);
  EXPECT_EQ(Judge(decider, "2026-12-01T04:00:00Z")->outcome, Outcome::kNotRequestable);
  EXPECT_EQ(Judge(decider, "2026-12-02")->outcome, Outcome::kNotRequestable);
  EXPECT_EQ(Judge(decider, "2026-10-14")->outcome, Outcome::kGrant);
  EXPECT_EQ(decider.Decide({.application = example_.application, .context = example_.context, .as_of = "2026-12-02"})
                ->Outcome(),
            Outcome::kNotRequestable);
}

TEST_F(Following, BeforeTheFirstThereIsNoDecision) {
  Decider decider(schedule_);
  EXPECT_THAT(Codes(Judge(decider, "2025-12-31").Faults()), ElementsAre("Z8106"));
  EXPECT_THAT(Codes(decider.Judge({.application = example_.application}).Faults()), ElementsAre("Z8101"));
  EXPECT_THAT(Codes(Judge(decider, "soon").Faults()), ElementsAre("Z8102"));
}

TEST_F(Following, WhatWasRetiredDecidesNoMore) {
  Decider decider(schedule_);
  EXPECT_THAT(schedule_.Retire("2026-12-24"), IsEmpty());
  EXPECT_THAT(Codes(Judge(decider, "2026-10-14").Faults()), ElementsAre("Z8106"));
  EXPECT_EQ(Judge(decider, "2026-12-24")->outcome, Outcome::kNotRequestable);
  EXPECT_THAT(Codes(schedule_.Retire("never")), ElementsAre("Z8102"));
  EXPECT_THAT(Codes(schedule_.Add(Shipped(), "")), ElementsAre("Z8102"));
}

TEST_F(Following, RulesOfTheLastJudgementGoWithTheirBundle) {
  const Example refused = ReadExample("06_refused_on_conditions");
  const auto close = [](zhun_schedule* each) { zhun_schedule_free(each); };
  const std::unique_ptr<zhun_schedule, decltype(close)> schedule(zhun_schedule_new(), close);
  ASSERT_EQ(zhun_schedule_add(schedule.get(), Holding({refused.entry}).Get(), "2026-01-01", nullptr), 1);
  ASSERT_EQ(zhun_schedule_add(schedule.get(), Shipped().Get(), "2027-01-01", nullptr), 1);
  zhun_decider* decider = zhun_decider_of_schedule(schedule.get(), nullptr);
  const std::string &application = refused.application, &entry = refused.entry;
  EXPECT_EQ(zhun_decider_judge(decider, application.data(), application.size(), nullptr, 0, "2026-10-08", nullptr),
            ZHUN_REFUSE);
  EXPECT_GT(zhun_decider_rule_count(decider), 0u);
  zhun_decision* decision = zhun_decider_decide(decider, entry.data(), entry.size(), application.data(),
                                                application.size(), nullptr, 0, "2027-01-01", nullptr);
  EXPECT_EQ(zhun_decision_outcome(decision), ZHUN_REFUSE);
  EXPECT_EQ(zhun_decider_rule_count(decider), 0u);
  EXPECT_EQ(zhun_decider_has_all_rules(decider), 0);
  zhun_decision_free(decision);
  zhun_decider_free(decider);
}

TEST_F(Following, ThreadsSeeOneOrTheOtherWhileBundlesAreAdded) {
  std::atomic<int> wrong = 0;
  std::atomic<bool> done = false;
  const auto decide = [&] {
    Decider decider(schedule_);
    while (!done) {
      if (Judge(decider, "2026-10-14")->outcome != Outcome::kGrant) ++wrong;
      if (Judge(decider, "2026-12-02")->outcome != Outcome::kNotRequestable) ++wrong;
    }
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 3; ++i) threads.emplace_back(decide);
  const Bundle same = Holding({example_.entry});
  for (int i = 0; i < 20; ++i) EXPECT_THAT(schedule_.Add(same, "2026-01-01"), IsEmpty());
  done = true;
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace zhun::embed_test
