#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/embed/scarce_memory.h"
#include "tests/embed/shipped.h"

// Applications to entries that the bundle itself holds.
namespace zhun::embed_test {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class HeldEntry : public ::testing::TestWithParam<std::string> {
 protected:
  HeldEntry() : example_(ReadExample(GetParam())), bundle_(Holding({example_.entry})) {}

  zhun::Papers Held() const { return {.application = example_.application, .context = example_.context}; }

  Example example_;
  Bundle bundle_;
};

TEST_P(HeldEntry, IsDecidedAsIfItWereHandedIn) {
  Decider handed(Shipped()), held(bundle_);
  EXPECT_EQ(held.Decide(Held())->Json(), handed.Decide(example_.Papers())->Json());
}

TEST_P(HeldEntry, IsJudgedAsItIsDecided) {
  Decider decider(bundle_);
  const Result<Decision> decision = decider.Decide(Held());
  const Result<Judgement> judgement = decider.Judge(Held());
  ASSERT_TRUE(judgement) << ::testing::PrintToString(Codes(judgement.Faults()));
  EXPECT_EQ(judgement->outcome, decision->Outcome());
  if (!judgement->has_all_rules) return;
  const Json written = Json::parse(decision->Json());
  std::set<std::string> duties;  // the reply gives grounds for some, but they decide nothing
  for (const Json& obligation : written["obligations"]) duties.insert(obligation["id"].get<std::string>());
  for (const Json& reason : written["reasons"]) {
    if (duties.contains(reason["rule"].get<std::string>())) continue;
    EXPECT_THAT(judgement->rules, ::testing::Contains(reason["rule"].get<std::string>()));
  }
}

TEST_P(HeldEntry, IsJudgedInABatchAsAlone) {
  Decider decider(bundle_);
  const Result<Judgement> alone = decider.Judge(Held());
  for (const unsigned threads : {1u, 2u, 5u}) {
    Result<Batch> batch = Batch::Of(bundle_, threads);
    ASSERT_TRUE(batch);
    std::string lines;
    for (int i = 0; i < 300; ++i) lines += Json::parse(example_.application).dump() + "\n";
    const Result<std::string> answers = batch->Lines(lines, example_.context);
    ASSERT_TRUE(answers);
    const std::string first = answers->substr(0, answers->find('\n') + 1);
    std::string expected;
    for (int i = 0; i < 300; ++i) expected += first;
    EXPECT_EQ(*answers, expected);
    const Json answer = Json::parse(first);
    EXPECT_EQ(answer["rules"], Json(alone->rules));
    EXPECT_EQ(answer["complete"], alone->has_all_rules);
    EXPECT_EQ(answer["decision"], decider.Decide(Held())->Code());
  }
}

INSTANTIATE_TEST_SUITE_P(Examples, HeldEntry, ::testing::ValuesIn(ExampleFolders()),
                         [](const auto& row) { return row.param; });

TEST(Held, EntriesAreCounted) {
  EXPECT_EQ(Holding({ReadExample("01_granted").entry, ReadExample("02_unconditional").entry}).EntryCount(), 2u);
  EXPECT_EQ(Shipped().EntryCount(), 0u);
}

TEST(Held, JudgingTakesNoMemoryOnceItIsWarm) {
  const Example example = ReadExample("06_refused_on_conditions");
  const Bundle bundle = Holding({example.entry});
  zhun_decider* decider = zhun_decider_new(bundle.Get(), nullptr);
  const auto judge = [&] {
    return zhun_decider_judge(decider, example.application.data(), example.application.size(), example.context.data(),
                              example.context.size(), "2026-10-08", nullptr);
  };
  EXPECT_EQ(judge(), ZHUN_REFUSE);
  EXPECT_EQ(judge(), ZHUN_REFUSE);
  AllowAllocations(0);
  const zhun_outcome outcome = judge();
  AllowAllocations(kAnyNumber);
  EXPECT_EQ(outcome, ZHUN_REFUSE);
  EXPECT_GT(zhun_decider_rule_count(decider), 0u);
  EXPECT_EQ(zhun_decider_rule(decider, zhun_decider_rule_count(decider)), nullptr);
  zhun_decider_free(decider);
}

TEST(ABundleWithoutEntries, NeedsTheEntryHandedIn) {
  const Example example = ReadExample("01_granted");
  const zhun::Papers papers{.application = example.application, .context = example.context};
  Decider decider(Shipped());
  EXPECT_THAT(Codes(decider.Decide(papers).Faults()), ElementsAre("Z6006"));
  EXPECT_THAT(Codes(decider.Judge(papers).Faults()), ElementsAre("Z6006"));
  EXPECT_THAT(Codes(Batch::Of(Shipped(), 1).Faults()), ElementsAre("Z6006"));
}

TEST(AnEntryThatIsNotThere, IsAFaultOfTheApplication) {
  const Example example = ReadExample("01_granted");
  Decider decider(Holding({ReadExample("02_unconditional").entry}));
  const Result<Judgement> judgement = decider.Judge({.application = example.application, .context = example.context});
  ASSERT_FALSE(judgement);
  EXPECT_THAT(Codes(judgement.Faults()), ElementsAre("Z6208"));
  EXPECT_EQ(judgement.Faults()[0].pointer, "/entry");
}

TEST(Lines, ThatAreAtFaultAreAnsweredInTheirPlace) {
  const Example example = ReadExample("01_granted");
  const std::string sound = Json::parse(example.application).dump();
  Result<Batch> batch = Batch::Of(Holding({example.entry}), 2);
  const Result<std::string> answers = batch->Lines(sound + "\r\n\n{\"id\":1}\n" + sound, example.context, "2026-10-08");
  ASSERT_TRUE(answers);
  std::istringstream in(*answers);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_THAT(lines[0], HasSubstr("\"decision\":\"grant\""));
  EXPECT_EQ(lines[3], lines[0]);
  EXPECT_EQ(Json::parse(lines[1])["line"], 2);
  EXPECT_EQ(Json::parse(lines[1])["fault"][0]["code"], "Z5002");  // an empty line
  EXPECT_EQ(Json::parse(lines[2])["line"], 3);
  EXPECT_GT(Json::parse(lines[2])["fault"].size(), 0u);
}

TEST(Lines, NeedADayAndASoundContextOnce) {
  const Example example = ReadExample("01_granted");
  Result<Batch> batch = Batch::Of(Holding({example.entry}), 2);
  EXPECT_THAT(Codes(batch->Lines("{}\n").Faults()), ElementsAre("Z8101"));
  EXPECT_THAT(Codes(batch->Lines("{}\n", std::nullopt, "tomorrow").Faults()), ElementsAre("Z8102"));
  EXPECT_THAT(Codes(batch->Lines("{}\n", "[]", "2026-10-08").Faults()), ElementsAre(HasSubstr("Z5")));
  EXPECT_EQ(*batch->Lines("", std::nullopt, "2026-10-08"), "");
}

}  // namespace
}  // namespace zhun::embed_test
