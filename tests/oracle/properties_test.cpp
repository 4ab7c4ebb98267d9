// The properties of LANGUAGE.md, «Semantics», over random policies and cases.
#include <algorithm>
#include <set>

#include <gtest/gtest.h>

#include "runtime/decision/decide.h"
#include "tests/oracle/more_facts.h"
#include "tests/oracle/pair.h"
#include "tests/oracle/setting.h"

namespace zhun::oracle {
namespace {

using decision::Decision;

/// Runs `check` on as many random policies and cases as the setting says; a third of the policies stand on a random base.
class Property : public ::testing::Test {
 protected:
  template <class Check>
  void ForEachPair(std::uint64_t salt, Check check) {
    const int pairs = TheSetting().pairs / 4;
    std::unique_ptr<Rules> rules;
    for (int pair = 0; pair < pairs && !HasFailure(); ++pair) {
      const std::uint64_t seed =
          (TheSetting().seed * 1'000'003u + static_cast<std::uint64_t>(pair / kCasesOfEachPolicy)) * 16 + salt;
      RandomSource random(seed);
      if (pair % kCasesOfEachPolicy == 0) {
        std::string messages;
        rules = CompileRules(MakeRules(ShippedLibrary().vocabulary, seed / 16 % 3 == 0, random), messages);
        ASSERT_NE(rules, nullptr) << messages;
      }
      RandomSource each(seed * 31 + static_cast<std::uint64_t>(pair % kCasesOfEachPolicy));
      const Papers papers = MakePapers(ShippedLibrary().vocabulary, decision::FindingCodes(*rules->bundle), each);
      check(*rules, papers, each);
      if (HasFailure())
        ADD_FAILURE() << "pair " << pair << " of --seed=" << TheSetting().seed << "\n" << Show(*rules, papers);
    }
  }
};

enum class Side { kGrant, kRefusal, kNeither };

Side SideOf(const std::string& decision) {
  if (decision == "grant" || decision == "partial_grant") return Side::kGrant;
  const bool refusal = decision == "refuse" || decision == "not_requestable" || decision == "out_of_scope";
  return refusal ? Side::kRefusal : Side::kNeither;
}

/// The same policy with what stands in its body in another order.
std::string Shuffled(const std::string& policy, RandomSource& random) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < policy.size();) {
    const std::size_t end = policy.find('\n', begin);
    lines.push_back(policy.substr(begin, end - begin));
    begin = end + 1;
  }
  const auto in_body = [](const std::string& line) {
    const std::vector<std::string> heads = {"  版本", "  目录", "  适用", "  依据"};
    return line.starts_with("  ") &&
           std::none_of(heads.begin(), heads.end(), [&](const std::string& head) { return line.starts_with(head); });
  };
  const auto first = std::find_if(lines.begin(), lines.end(), in_body);
  for (auto line = first; line != lines.end() && line + 1 != lines.end(); ++line) {
    const auto left = static_cast<std::size_t>(lines.end() - 1 - line);  // the closing brace stays last
    if (left > 0) std::iter_swap(line, line + static_cast<std::ptrdiff_t>(random.Below(left)));
  }
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

TEST_F(Property, TheOrderOfRulesDoesNotMatter) {
  ForEachPair(1, [](const Rules& rules, const Papers& papers, RandomSource& random) {
    if (!random.Chance(20)) return;  // compiling anew is slow
    RuleTexts texts = rules.texts;
    if (!texts.base.empty()) texts.base = Shuffled(texts.base, random);
    texts.entry = Shuffled(texts.entry, random);
    std::string messages;
    const std::unique_ptr<Rules> shuffled = CompileRules(texts, messages);
    ASSERT_NE(shuffled, nullptr) << messages;
    EXPECT_EQ(RuntimeVerdict(Decide(*shuffled, papers)), RuntimeVerdict(Decide(rules, papers)))
        << texts.base << texts.entry;
  });
}

TEST_F(Property, AddedFactsNeverTurnAGrantIntoARefusalNorBack) {
  int on_a_side = 0;
  ForEachPair(2, [&](const Rules& rules, const Papers& papers, RandomSource& random) {
    const Decision before = Decide(rules, papers);
    const Side side = SideOf(before.decision);
    if (side == Side::kNeither) return;
    ++on_a_side;
    const bool entry_too = random.Chance(50);
    const std::vector<std::string> findings = decision::FindingCodes(*rules.bundle);
    const Papers more = WithMoreFacts(ShippedLibrary().vocabulary, papers, findings, entry_too, random);
    const Decision after = Decide(rules, more);
    const std::string what =
        before.decision + " became " + after.decision + "\n" + more.entry.dump() + "\n" + more.application.dump();
    const Side other = side == Side::kGrant ? Side::kRefusal : Side::kGrant;
    EXPECT_NE(SideOf(after.decision), other) << what;
    // The contract lets a refusal on the merits go before an element that only the provider's own facts can judge (the
    // modes of the entry); once they are there it may turn into a supplement. Apart from that the side is never left.
    if (rules.texts.base.empty() && !entry_too) {
      EXPECT_EQ(SideOf(after.decision), side) << what;
    }
  });
  EXPECT_GT(on_a_side, TheSetting().pairs / 20);
}

TEST_F(Property, EveryRefusalHasARuleThatFiredAndItsCitation) {
  int refusals = 0;
  ForEachPair(3, [&](const Rules& rules, const Papers& papers, RandomSource&) {
    const Decision decision = Decide(rules, papers);
    if (SideOf(decision.decision) != Side::kRefusal) return;
    ++refusals;
    const auto explains = [&](const decision::Reason& reason) {
      return reason.effect == decision.decision && !reason.basis.empty() && !reason.basis[0].Citation().empty();
    };
    EXPECT_TRUE(std::any_of(decision.reasons.begin(), decision.reasons.end(), explains)) << RuntimeVerdict(decision);
  });
  EXPECT_GT(refusals, TheSetting().pairs / 40);
}

/// Article 21: one notice. What is handed in may be defective again, but nothing new is ever asked for.
TEST_F(Property, SupplyingWhatIsListedNeverLeadsToNewDemands) {
  int supplements = 0;
  ForEachPair(4, [&](const Rules& rules, const Papers& papers, RandomSource& random) {
    const Decision before = Decide(rules, papers);
    if (before.decision != "supplement") return;
    ++supplements;
    std::set<std::string> listed;
    for (const decision::Missing& missing : before.missing) listed.insert(missing.path);
    const Papers supplied = WithSupplied(ShippedLibrary().vocabulary, papers, listed, random);
    const Decision after = Decide(rules, supplied);
    for (const decision::Missing& missing : after.missing) {
      EXPECT_TRUE(listed.contains(missing.path)) << missing.path << " was not asked for at first\n"
                                                 << supplied.application << RuntimeVerdict(before);
    }
  });
  EXPECT_GT(supplements, TheSetting().pairs / 40);
}

TEST_F(Property, ADeciderKeepsNothingFromCaseToCase) {
  std::unique_ptr<decision::Decider> decider;
  std::string current;
  ForEachPair(5, [&](const Rules& rules, const Papers& papers, RandomSource&) {
    if (current != rules.texts.entry) decider = std::make_unique<decision::Decider>(*rules.bundle);
    current = rules.texts.entry;
    EXPECT_EQ(RuntimeVerdict(Decide(rules, papers, *decider)), RuntimeVerdict(Decide(rules, papers)));
  });
}

}  // namespace
}  // namespace zhun::oracle
