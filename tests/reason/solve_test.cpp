#include "compiler/reason/solve.h"

#include <cstdlib>

#include <gtest/gtest.h>

#include "compiler/library/vocabulary.h"
#include "tests/reason/formulas.h"

namespace zhun::reason {
namespace {

using testing::Case;
using testing::Formulas;
using values::Truth;

const vocabulary::Vocabulary& Words() {
  static const std::optional<vocabulary::Vocabulary> vocabulary = [] {
    diagnostics::Sink sink;
    return library::LoadVocabulary(ZHUN_SOURCE_DIR "/stdlib/vocabulary", sink);
  }();
  return vocabulary.value();
}

int CaseCount() {
  const char* given = std::getenv("ZHUN_REASON_CASES");
  return given == nullptr ? 4000 : std::atoi(given);
}

/// Whether some case makes all goals hold, looking at every one of them.
bool Exists(const Formulas& formulas, const std::vector<Case>& cases, const std::vector<Goal>& goals) {
  const auto holds = [&](const Goal& goal, const Case& each) {
    const Truth truth = formulas.TruthOf(goal.node, each);
    return truth == (goal.wanted ? Truth::kTrue : Truth::kFalse) || (goal.weak && truth == Truth::kUnknown);
  };
  for (const Case& each : cases) {
    bool all = true;
    for (const Goal& goal : goals) all = all && holds(goal, each);
    if (all) return true;
  }
  return false;
}

Answer Ask(const Formulas& formulas, const std::vector<Goal>& goals) {
  return Solve(formulas.Graph(), Words(), goals, [](const State&) { return true; });
}

TEST(Solve, AgreesWithLookingAtEveryCase) {
  Formulas formulas(Words(), 20261125);
  const std::vector<Case> cases = formulas.Cases();
  int impossible = 0;
  for (int i = 0; i < CaseCount() / 10; ++i) {
    const Goal one{formulas.Condition(3), true, {}, false};
    const Goal other{formulas.Condition(2), i % 2 == 0, {}, i % 3 == 0};
    const bool exists = Exists(formulas, cases, {one, other});
    impossible += exists ? 0 : 1;
    const Answer answer = Ask(formulas, {one, other});
    ASSERT_EQ(answer == Answer::kUnsatisfiable, !exists) << "condition " << i;
    ASSERT_NE(answer, Answer::kUnsettled) << "condition " << i;
  }
  EXPECT_GT(impossible, CaseCount() / 400);  // both answers were tried
}

TEST(Solve, SaysUnsettledWhereTheCallerAcceptsNothing) {
  Formulas formulas(Words(), 7);
  const Goal goal{formulas.Condition(0), true, {}, false};
  EXPECT_EQ(Solve(formulas.Graph(), Words(), {goal}, [](const State&) { return false; }), Answer::kUnsettled);
}

TEST(Solve, GivesTheSameAnswerEachTime) {
  for (int run = 0; run < 2; ++run) {
    Formulas formulas(Words(), 11);
    std::vector<int> texts;
    for (int i = 0; i < 20; ++i) {
      Solve(formulas.Graph(), Words(), {{formulas.Condition(3), true, {}, false}}, [&](const State& state) {
        texts.push_back(static_cast<int>(state.values.size()));
        return true;
      });
    }
    static const std::vector<int> first = texts;
    EXPECT_EQ(texts, first);
  }
}

}  // namespace
}  // namespace zhun::reason
