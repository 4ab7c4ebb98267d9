#include <map>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/embed/shipped.h"

// What a program gets for an application that can be decided.
namespace zhun::embed_test {
namespace {

using Json = nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

const std::map<std::string, std::pair<Outcome, std::string>> kOutcomes = {
    {"01_granted", {Outcome::kGrant, "grant"}},
    {"02_unconditional", {Outcome::kGrant, "grant"}},
    {"03_partly_granted", {Outcome::kPartialGrant, "partial_grant"}},
    {"04_supplement", {Outcome::kSupplement, "supplement"}},
    {"05_supplement_guarded", {Outcome::kSupplement, "supplement"}},
    {"06_refused_on_conditions", {Outcome::kRefuse, "refuse"}},
    {"07_refused_by_law", {Outcome::kRefuse, "refuse"}},
    {"08_referred", {Outcome::kRefer, "refer"}},
    {"09_flowback", {Outcome::kGrant, "grant"}},
    {"10_out_of_scope", {Outcome::kOutOfScope, "out_of_scope"}},
};

class EveryExample : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryExample, IsDecidedWithCodeLabelJsonAndReply) {
  const Example example = ReadExample(GetParam());
  const auto& [outcome, code] = kOutcomes.at(example.folder);
  Decider decider(Shipped());
  const Result<Decision> decision = decider.Decide(example.Papers());
  ASSERT_TRUE(decision) << ::testing::PrintToString(Codes(decision.Faults()));
  EXPECT_EQ(decision->Outcome(), outcome);
  EXPECT_EQ(decision->Code(), code);
  const Json json = Json::parse(decision->Json());
  EXPECT_EQ(json["decision"], code);
  EXPECT_EQ(json["label"]["zh"], decision->Label().zh);
  EXPECT_EQ(json["label"]["en"], decision->Label().en);
  EXPECT_THAT(decision->Reply(), HasSubstr(decision->Label().zh));
  EXPECT_THAT(decision->Reply(Language::kEnglish), HasSubstr(decision->Label().en));
}

TEST_P(EveryExample, ListsAsMissingWhatItsJsonLists) {
  Decider decider(Shipped());
  const Example example = ReadExample(GetParam());
  const Result<Decision> decision = decider.Decide(example.Papers());
  ASSERT_TRUE(decision);
  const Json listed = Json::parse(decision->Json())["missing"];
  const std::vector<Missing> missing = decision->Missing();
  ASSERT_EQ(missing.size(), listed.size());
  for (std::size_t i = 0; i < missing.size(); ++i) {
    EXPECT_EQ(listed[i]["path"], missing[i].path);
    EXPECT_EQ(listed[i]["state"], missing[i].state);
    EXPECT_EQ(listed[i]["supplier"], missing[i].supplier);
    EXPECT_EQ(listed[i]["label"]["zh"], missing[i].label.zh);
    EXPECT_EQ(listed[i]["label"]["en"], missing[i].label.en);
    EXPECT_EQ(listed[i]["reason"]["zh"], missing[i].reason.zh);
    EXPECT_EQ(listed[i]["when"].is_null(), missing[i].when.zh.empty());
  }
}

INSTANTIATE_TEST_SUITE_P(Decisions, EveryExample, ::testing::ValuesIn(ExampleFolders()),
                         [](const auto& one) { return one.param; });

TEST(Missing, SaysWhenAnItemIsNeededOnlyIfSomethingElseTurnsOutSo) {
  Decider decider(Shipped());
  const Example example = ReadExample("05_supplement_guarded");
  const Result<Decision> decision = decider.Decide(example.Papers());
  ASSERT_TRUE(decision);
  const std::vector<Missing> missing = decision->Missing();
  ASSERT_EQ(missing.size(), 2u);
  EXPECT_EQ(missing[0].path, "application.privacy_assessment");
  EXPECT_THAT(missing[0].when.zh, ::testing::Not(IsEmpty()));
  EXPECT_THAT(missing[1].when.zh, IsEmpty());
}

struct Day {
  const char* name;
  std::optional<std::string> as_of;
  std::string context;
  std::string decided_on;
};

class TheDay : public ::testing::TestWithParam<Day> {};

TEST_P(TheDay, IsThatOfTheCallerElseThatOfTheContext) {
  Decider decider(Shipped());
  const Example example = ReadExample("02_unconditional");
  Papers papers = example.Papers();
  papers.as_of = GetParam().as_of;
  papers.context = GetParam().context;
  const Result<Decision> decision = decider.Decide(papers);
  ASSERT_TRUE(decision);
  EXPECT_EQ(Json::parse(decision->Json())["receipt"]["as_of"], GetParam().decided_on);
}

INSTANTIATE_TEST_SUITE_P(Given, TheDay,
                         ::testing::Values(Day{"ByTheContext", std::nullopt, R"({"as_of":"2026-10-08"})", "2026-10-08"},
                                           Day{"ByBoth", "2026-10-09", R"({"as_of":"2026-10-08"})", "2026-10-09"},
                                           Day{"ByTheCaller", "2026-10-09", "{}", "2026-10-09"},
                                           Day{"AsAnInstantOfAnotherZone", "2026-10-08T18:00:00Z", "{}", "2026-10-09"}),
                         [](const auto& one) { return std::string(one.param.name); });

TEST(Warnings, ComeWithTheDecision) {
  Decider decider(Shipped());
  const Example example = ReadExample("02_unconditional");
  Papers papers = example.Papers();
  papers.as_of = "2026-01-05";
  const Result<Decision> early = decider.Decide(papers);
  ASSERT_TRUE(early);
  const Diagnostics warnings = early->Warnings();
  ASSERT_THAT(Codes(warnings), ElementsAre("Z8017"));
  EXPECT_EQ(warnings[0].severity, Severity::kWarning);
  EXPECT_EQ(warnings[0].file, "application");
  EXPECT_EQ(warnings[0].pointer, "/received_at");
  const Result<Decision> timely = decider.Decide(example.Papers());
  ASSERT_TRUE(timely);
  EXPECT_THAT(timely->Warnings(), IsEmpty());
}

TEST(ADecision, OutlivesItsDeciderItsBundleAndItsDocuments) {
  const auto decide = [] {
    const Result<Bundle> bundle = Bundle::Read(ShippedBytes());
    Decider decider(*bundle);
    const Example example = ReadExample("04_supplement");
    return decider.Decide(example.Papers());
  };
  const Result<Decision> decision = decide();
  ASSERT_TRUE(decision);
  Decider decider(Shipped());
  const Example example = ReadExample("04_supplement");
  EXPECT_EQ(decision->Json(), decider.Decide(example.Papers())->Json());
}

TEST(ADecision, IsNotChangedByTheNextOne) {
  Decider decider(Shipped());
  const Example supplement = ReadExample("04_supplement"), granted = ReadExample("01_granted");
  const Result<Decision> first = decider.Decide(supplement.Papers());
  const std::string before = first->Json();
  const Result<Decision> second = decider.Decide(granted.Papers());
  EXPECT_EQ(first->Json(), before);
  EXPECT_NE(second->Json(), before);
}

}  // namespace
}  // namespace zhun::embed_test
