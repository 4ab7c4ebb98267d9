#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "compiler/scenario/scenario.h"
#include "runtime/decision/decision.h"

/// What the names in an expectation stand for in a decision.
namespace zhun::scenario {

using Codes = std::set<std::string>;

/// Codes of the rules called `name` (or of that code): those of the test's own policy, else of any. Codes that the
/// engine itself gives (`known`) stand for themselves. Reports a name that is nobody's.
Codes RuleCodes(const Scenario& scenario, const program::Program& program, const ast::Token& name, const Codes& known,
                const base::Words& what, diagnostics::Sink& sink);

/// The same for findings; condition_<no> stands for itself.
Codes FindingCodes(const program::Program& program, const ast::Token& name, diagnostics::Sink& sink);

/// Outcome codes of decisions that satisfy the word; the first is the one to print. Reports an unknown word.
std::optional<std::uint16_t> OutcomeCalled(const vocabulary::Vocabulary& vocabulary, const ast::Token& word,
                                           diagnostics::Sink& sink);

/// One expected basis: a canonical citation, or the number of a published condition.
struct ExpectedBasis {
  std::string citation;   ///< without the leading name of the state
  std::string condition;  ///< number; empty for a provision
  std::string shown;
};
std::vector<ExpectedBasis> BasesOf(const ast::Citations& citations, const law::Registry& law, base::Date as_of,
                                   diagnostics::Sink& sink);

/// A citation as `ExpectedBasis` has it, so that the full and the short name of a statute are equal.
std::string WithoutState(const std::string& citation);

}  // namespace zhun::scenario
