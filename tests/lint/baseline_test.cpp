#include "compiler/lint/baseline.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "tests/lint/dirty_catalogue.h"
#include "tests/lint/linted.h"

/// What is in the baseline does not count; only what came since does.
namespace zhun::lint {
namespace {

using testing::EntryWithId;
using testing::Lines;

const std::vector<RuleCode> kRules = {RuleCode::kK05};

std::vector<std::string> OldEntries() {
  std::vector<std::string> entries;
  for (int i = 0; i < 200; ++i) entries.push_back(EntryWithId("GD-MZ-" + std::to_string(1000 + i), i % 2 == 0));
  return entries;
}

Outcome Against(const Baseline& baseline, const std::vector<std::string>& entries,
                const std::vector<RuleCode>& rules = kRules) {
  const Request request = testing::RequestFor(Lines(entries), rules);
  Outcome outcome = lint::Run(request);
  ApplyBaseline(baseline, request, outcome);
  return outcome;
}

std::size_t CountOf(const Outcome& outcome) {
  return static_cast<std::size_t>(std::ranges::count_if(outcome.findings, Counts));
}

Baseline OldBaseline() { return BaselineOf(lint::Run(testing::RequestFor(Lines(OldEntries()), kRules))); }

TEST(Baseline, LetsOnlyNewFindingsCount) {
  std::vector<std::string> entries = OldEntries();
  EXPECT_EQ(CountOf(Against(OldBaseline(), entries)), 0u);
  entries.push_back(EntryWithId("GD-MZ-2000"));
  const Outcome outcome = Against(OldBaseline(), entries);
  ASSERT_EQ(CountOf(outcome), 1u);
  EXPECT_EQ(std::ranges::find_if(outcome.findings, Counts)->subject, "GD-MZ-2000");
  EXPECT_EQ(outcome.gone, 0u);
}

TEST(Baseline, HoldsWhereverAnEntryStands) {
  std::vector<std::string> entries = OldEntries();
  std::ranges::reverse(entries);
  const Outcome outcome = Against(OldBaseline(), entries);
  EXPECT_EQ(CountOf(outcome), 0u);
  EXPECT_EQ(outcome.gone, 0u);
}

TEST(Baseline, CountsASecondFindingOfTheSameKindAsNew) {
  std::vector<std::string> entries = OldEntries();
  entries.push_back(entries.front());
  EXPECT_EQ(CountOf(Against(OldBaseline(), entries)), 1u);
}

TEST(Baseline, SaysWhatIsGone) {
  std::vector<std::string> entries = OldEntries();
  entries[0] = EntryWithId("GD-MZ-1000", false);
  EXPECT_EQ(Against(OldBaseline(), entries).gone, 1u);
}

TEST(Baseline, CallsNothingGoneThatWasNotLookedFor) {
  EXPECT_EQ(Against(OldBaseline(), {EntryWithId("GD-MZ-2000", false)}).gone, 0u) << "the entries are not there";
  std::vector<std::string> entries = OldEntries();
  entries[0] = EntryWithId("GD-MZ-1000", false);
  EXPECT_EQ(Against(OldBaseline(), entries, {RuleCode::kS02}).gone, 0u) << "the rule did not run";
}

TEST(Baseline, LeavesWaivedFindingsOut) {
  Request request = testing::RequestFor(Lines(OldEntries()), kRules);
  request.settings.waivers.push_back({RuleCode::kK05, "GD-MZ-1*", "待下一版", {}, 1});
  EXPECT_TRUE(BaselineOf(lint::Run(request)).counts.empty());
}

TEST(BaselineFile, IsReadAsItWasWritten) {
  const Baseline written = OldBaseline();
  ASSERT_EQ(written.counts.size(), 100u);
  diagnostics::Sink sink;
  const auto read = ReadBaseline("lint.json", WriteBaseline(written), sink);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->counts, written.counts);
  EXPECT_EQ(WriteBaseline(*read), WriteBaseline(written));
  EXPECT_TRUE(ReadBaseline("lint.json", WriteBaseline({}), sink));
}

TEST(BaselineFile, HasAFindingALineInOrder) {
  const Baseline baseline{{{{"P22", "b", "00000000000000ff"}, 1}, {{"K05", "z", "0123456789abcdef"}, 2}}};
  const std::string text = WriteBaseline(baseline);
  EXPECT_EQ(text.substr(text.find('\n')), R"(
{"rule":"K05","subject":"z","fingerprint":"0123456789abcdef","count":2},
{"rule":"P22","subject":"b","fingerprint":"00000000000000ff","count":1}
]}
)");
}

TEST(BaselineFile, ThatIsNoneIsReported) {
  const std::string row = R"({"rule":"K05","subject":"z","fingerprint":"0123456789abcdef","count":)";
  for (const std::string& text :
       {std::string(), std::string("[]"), std::string("{}"), std::string(R"({"version":2,"findings":[]})"),
        std::string(R"({"version":1,"findings":{}})"), std::string(R"({"version":1,"findings":[1]})"),
        R"({"version":1,"findings":[)" + row + "0}]}", R"({"version":1,"findings":[)" + row + "-1}]}",
        R"({"version":1,"findings":[)" + row + "\"1\"}]}", R"({"version":1,"findings":[)" + row + "1}",
        R"({"version":1,"findings":[)" + row + "1}," + row + "1}]}"}) {
    diagnostics::Sink sink;
    EXPECT_FALSE(ReadBaseline("lint.json", text, sink)) << text;
    ASSERT_EQ(sink.All().size(), 1u) << text;
    EXPECT_EQ(sink.All()[0].code, diagnostics::Code::kBaselineMalformed);
    EXPECT_FALSE(sink.All()[0].help.zh.empty());
  }
}

}  // namespace
}  // namespace zhun::lint
