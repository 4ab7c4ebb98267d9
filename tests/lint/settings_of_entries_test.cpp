#include <algorithm>

#include <gtest/gtest.h>

#include "tests/lint/linted.h"

/// What the settings of a project change about the entries of its catalogue.
namespace zhun::lint {
namespace {

/// An entry in 惠州 with these items and this class of sharing, written as JSON.
std::string EntryOf(const std::string& id, const std::string& provider, const std::string& items,
                    const std::string& sharing = "\"unconditional\"") {
  return R"({"id":")" + id + R"(","title":"养老机构信息","status":"published","provider":{"name":")" + provider +
         R"(","kind":"government_department","level":"city","region":"441300"},"sharing":)" + sharing +
         R"(,"items":[)" + items + "]}\n";
}

const std::string kBeds = R"({"name":"床位数"},{"name":"护理等级"})";

/// How often the rule speaks about the catalogue under these settings.
std::ptrdiff_t Count(RuleCode rule, const std::string& catalogue, Settings settings) {
  Request request = testing::EmptyRequest();
  request.settings = std::move(settings);
  request.catalogue = DocumentText{"entries.ndjson", catalogue};
  request.rules = {rule};
  const Outcome outcome = Run(request);
  return std::ranges::count(outcome.findings, rule, &Finding::rule);
}

TEST(SettingsOfEntries, AStandardNamedInTheSettingsBeatsTheBuiltInVersion) {
  const std::string old = EntryOf("A", "某市统计局", R"({"name":"行业代码（GB/T 4754-2011）"})");
  EXPECT_EQ(Count(RuleCode::kK09, old, {}), 1);
  Settings settings;
  settings.standards["GB/T 4754"] = "2011";
  EXPECT_EQ(Count(RuleCode::kK09, old, settings), 0);
  const std::string unknown = EntryOf("A", "某市统计局", R"({"name":"作物代码（GB/T 99999-2001）"})");
  EXPECT_EQ(Count(RuleCode::kK09, unknown, settings), 0);
  settings.standards["GB/T 99999"] = "2020";
  EXPECT_EQ(Count(RuleCode::kK09, unknown, settings), 1);
}

TEST(SettingsOfEntries, AValueThatTheCodeTableLacksIsFoundAndOneOfTheContractIsNot) {
  Settings settings;
  settings.code_tables["sharing"] = {{"1", "unconditional"}, {"2", "conditional"}, {"3", "not_shared"}};
  EXPECT_EQ(Count(RuleCode::kK09, EntryOf("A", "某市民政局", kBeds, "\"4\""), settings), 1);
  EXPECT_EQ(Count(RuleCode::kK09, EntryOf("A", "某市民政局", kBeds, "4"), settings), 1);
  EXPECT_EQ(Count(RuleCode::kK09, EntryOf("A", "某市民政局", kBeds, "\"1\""), settings), 0);
  EXPECT_EQ(Count(RuleCode::kK09, EntryOf("A", "某市民政局", kBeds, "\"conditional\""), settings), 0);
}

TEST(SettingsOfEntries, ANumberIsNoFaultWhereTheSettingsGiveItsTable) {
  const std::string number = EntryOf("A", "某市民政局", kBeds, "1");
  EXPECT_EQ(Count(RuleCode::kK16, number, {}), 1);
  Settings settings;
  settings.code_tables["sharing"] = {{"1", "unconditional"}};
  EXPECT_EQ(Count(RuleCode::kK16, number, settings), 0);
}

TEST(SettingsOfEntries, ATopicWithASourceDepartmentMayHaveSeveralCollectors) {
  const std::string two = EntryOf("A", "某市民政局", kBeds) + EntryOf("B", "某市卫生健康局", kBeds);
  EXPECT_EQ(Count(RuleCode::kK11, two, {}), 1);
  Settings settings;
  settings.source_departments["养老机构信息"] = "某市民政局";
  EXPECT_EQ(Count(RuleCode::kK11, two, settings), 0);
}

}  // namespace
}  // namespace zhun::lint
