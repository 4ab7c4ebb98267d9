#include "compiler/reason/solve.h"

#include "compiler/reason/assume.h"
#include "compiler/reason/paths.h"

namespace zhun::reason {
namespace {

constexpr int kMostSteps = 4000;
constexpr int kMostOffers = 6;

/// Depth first; a goal with one way to hold is taken up before one with several.
class Search {
 public:
  Search(const Assumptions& assumptions, const Accept& accept) : assumptions_(assumptions), accept_(accept) {}

  bool Run(State state, std::vector<Goal> goals) { return Go(std::move(state), std::move(goals), {}); }

  Answer Result(bool accepted) const {
    if (accepted) return Answer::kSatisfied;
    return offers_ > 0 || steps_ > kMostSteps ? Answer::kUnsettled : Answer::kUnsatisfiable;
  }

 private:
  /// The first choice is made here, the others wait as they are.
  bool Choose(const State& state, std::vector<std::vector<Way>> choices) {
    const std::vector<Way> ways = std::move(choices.back());
    choices.pop_back();
    for (const Way& way : ways) {
      State next = state;
      std::vector<Goal> goals;
      if (++steps_ > kMostSteps || offers_ >= kMostOffers) return false;
      if (way(next, goals) && Go(std::move(next), std::move(goals), choices)) return true;
    }
    return false;
  }

  bool Go(State state, std::vector<Goal> goals, std::vector<std::vector<Way>> choices) {
    while (!goals.empty()) {
      if (++steps_ > kMostSteps) return false;
      const Goal goal = goals.back();
      goals.pop_back();
      std::vector<Way> ways = assumptions_.Ways(goal);
      if (ways.empty()) return false;
      if (ways.size() > 1) {
        choices.push_back(std::move(ways));
      } else if (!ways.front()(state, goals)) {
        return false;
      }
    }
    return choices.empty() ? Offer(state) : Choose(state, std::move(choices));
  }

  bool Offer(const State& state) {
    ++offers_;
    return accept_(state);
  }

  const Assumptions& assumptions_;
  const Accept& accept_;
  int steps_ = 0;
  int offers_ = 0;
};

}  // namespace

Answer Solve(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, std::vector<Goal> goals,
             const Accept& accept, ir::NodeId item_list) {
  const Assumptions assumptions(graph, vocabulary);
  State state;
  if (item_list != ir::kNoNode) assumptions.MakeMember(state, {Bare(graph, item_list), 0}, goals);
  Search search(assumptions, accept);
  const bool accepted = search.Run(std::move(state), std::move(goals));
  return search.Result(accepted);
}

}  // namespace zhun::reason
