#include "compiler/lint/rules.h"

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "runtime/law/standing.h"
#include "tests/lint/linted.h"
#include "tests/lint/sample.h"

/// What must hold for every row of the table of rules.
namespace zhun::lint {

void PrintTo(const RuleRow& row, std::ostream* out) { *out << row.text; }

namespace {

namespace fs = std::filesystem;

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

bool Found(const Outcome& outcome, RuleCode code) {
  return std::ranges::any_of(outcome.findings, [&](const Finding& finding) { return finding.rule == code; });
}

std::string All(const Outcome& outcome) { return testing::ShowFindings(outcome); }

class EachRule : public ::testing::TestWithParam<RuleRow> {
 protected:
  /// How many expected texts of its cases whose names begin with `kind` name the rule, and how many do not.
  std::pair<int, int> Cases(const std::string& kind) const {
    std::pair<int, int> count{0, 0};
    const fs::path folder = testing::LintCases() / Lower(GetParam().text);
    if (!fs::exists(folder)) return count;
    for (const auto& each : fs::directory_iterator(folder)) {
      const std::string name = each.path().filename().string();
      if (!name.starts_with(kind) || !name.ends_with(".expected.txt")) continue;
      const std::string text = testing::ReadWhole(each.path());
      ++(text.find("[" + std::string(GetParam().text) + "]") != std::string::npos ? count.first : count.second);
    }
    return count;
  }
};

TEST_P(EachRule, HasABehaviour) {
  const Rule& rule = BehaviourOf(GetParam().code);
  EXPECT_TRUE(rule.entry != nullptr || rule.catalogue != nullptr || rule.policies != nullptr ||
              rule.applications != nullptr || rule.waivers != nullptr || !rule.adopts.empty());
}

TEST_P(EachRule, HasAPageInBothLanguages) {
  const RuleRow& row = GetParam();
  for (const base::Words* words : {&row.title, &row.why, &row.bad, &row.good}) {
    EXPECT_FALSE(words->zh.empty());
    EXPECT_FALSE(words->en.empty());
  }
}

TEST_P(EachRule, RestsOnProvisionsThatExist) {
  const law::Registry& law = testing::ShippedLibrary().law;
  for (const std::string& citation : GetParam().basis) {
    const auto parsed = law::ParseCitation(citation);
    ASSERT_TRUE(parsed) << citation;
    const law::Standing standing = law::StandingOf(law, *parsed, testing::ReviewDay());
    EXPECT_TRUE(standing.Exists() && standing.InForce()) << citation;
  }
}

TEST_P(EachRule, HasACaseThatShowsItAndOneThatIsSilent) {
  const auto [shown, unshown] = Cases("shows_");
  EXPECT_GT(shown, 0) << "tests/golden/lint/" << Lower(GetParam().text) << "/shows_…";
  EXPECT_EQ(unshown, 0) << "a case shows_… in which the rule is silent";
  const auto [spoken, silent] = Cases("silent_");
  EXPECT_GT(silent, 0) << "tests/golden/lint/" << Lower(GetParam().text) << "/silent_…";
  EXPECT_EQ(spoken, 0) << "a case silent_… in which the rule speaks";
}

TEST_P(EachRule, FindsItsBadSampleAndNotItsGoodOne) {
  const RuleRow& row = GetParam();
  for (const base::Language language : {base::Language::kChinese, base::Language::kEnglish}) {
    const Outcome bad = testing::LintSample(row.frame, base::In(language, row.bad));
    EXPECT_TRUE(Found(bad, row.code)) << base::In(language, row.bad) << "\n" << All(bad);
    const Outcome good = testing::LintSample(row.frame, base::In(language, row.good));
    EXPECT_FALSE(Found(good, row.code)) << base::In(language, row.good) << "\n" << All(good);
    EXPECT_FALSE(good.faults.HasErrors()) << base::In(language, row.good) << "\n" << All(good);
  }
}

INSTANTIATE_TEST_SUITE_P(Rules, EachRule, ::testing::ValuesIn(RuleRows().begin(), RuleRows().end()),
                         [](const auto& each) { return std::string(each.param.text); });

}  // namespace
}  // namespace zhun::lint
