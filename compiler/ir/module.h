#pragma once

#include <string>
#include <vector>

#include "compiler/ir/graph.h"

namespace zhun::ir {

/// The rules of all policies over one graph. `program::Rule` already has the right shape for what is not a condition,
/// so it is used here too, with its node members naming nodes of the graph.
struct Module {
  Graph graph;
  std::vector<program::Policy> policies;
  std::vector<program::Rule> rules;  ///< of policy 0, then of policy 1, …; not yet in legal order
  std::vector<program::Finding> findings;
  std::vector<program::Reading> readings;
  std::vector<program::CaseState> states;
};

/// Calls `visit` with every node member of every rule, policy basis and finding; `visit` may replace it.
template <class Visit>
void ForEachRoot(Module& module, Visit visit) {
  const auto citations = [&](std::vector<program::Citation>& list) {
    for (program::Citation& citation : list) visit(citation.path);
  };
  for (program::Rule& rule : module.rules) {
    visit(rule.guard);
    visit(rule.bad);
    visit(rule.fires);
    visit(rule.subject);
    visit(rule.check);
    visit(rule.reason_path);
    if (rule.limit) visit(rule.limit->length);
    visit(rule.met_if);
    citations(rule.basis);
    citations(rule.sanction);
  }
  for (program::Policy& policy : module.policies) {
    visit(policy.applies);
    citations(policy.basis);
  }
  for (program::Finding& finding : module.findings) citations(finding.basis);
  for (program::CaseState& state : module.states) visit(state.value);
}

}  // namespace zhun::ir
