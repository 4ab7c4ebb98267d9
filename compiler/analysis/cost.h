#pragma once

#include <string>
#include <vector>

#include "compiler/analysis/limit.h"

/// The worst case of a decision, from the size bounds of the vocabulary. README.md says what one operation is.
namespace zhun::analysis {

/// Most operations one policy may take in a decision: the dearest shipped policy has room for four such. At the five
/// million operations a second that a slow core evaluates, this is less than half a second at the very worst; what looks
/// through 1000 items twice over for each of several hundred texts does not fit.
inline constexpr Count kBudget = 2'000'000;

struct RuleCost {
  std::uint32_t rule = 0;  ///< of the program
  Count operations = 0;
  Count facts = 0;  ///< distinct attributes and findings
};

struct PolicyCost {
  std::uint32_t policy = 0;  ///< of the program
  Count operations = 0;  ///< of all its rules together; what they share is counted once
  Count facts = 0;
  std::vector<RuleCost> rules;
  std::uint32_t dearest = program::kNoNode;  ///< into `rules`: the first with the most operations
};

/// In the order of the program's policies.
std::vector<PolicyCost> CostOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary);

/// A policy that may not be used: it has no bound where the bound of `list` is 0, and is over the budget otherwise.
struct CostFault {
  std::uint32_t policy = 0;
  std::uint32_t rule = 0;  ///< of the program: the one that looks through the list, or the dearest
  ListSource list;  ///< without a bound, or the one to which most operations are due
  Count operations = 0;  ///< of the policy
};

/// At most one fault a policy; lists without a bound first. `costs` are those of `program`.
std::vector<CostFault> FaultsOf(const program::Program& program, const vocabulary::Vocabulary& vocabulary,
                                const std::vector<PolicyCost>& costs, Count budget = kBudget);

}  // namespace zhun::analysis
