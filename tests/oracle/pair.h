#pragma once

#include <memory>
#include <optional>
#include <string>

#include "compiler/pipeline/compile.h"
#include "runtime/decision/decide.h"
#include "tests/oracle/random_papers.h"
#include "tests/oracle/random_rules.h"

/// One random policy and one random case, decided by the runtime and by the oracle.
namespace zhun::oracle {

/// The shipped tables, read once.
const pipeline::Library& ShippedLibrary();

/// Compiled rules. The compilation is kept: the oracle reads its checked model.
struct Rules {
  RuleTexts texts;
  pipeline::Compilation compilation;
  std::unique_ptr<program::Bundle> bundle;
};

/// Nothing where the texts do not compile; `messages` then says why.
std::unique_ptr<Rules> CompileRules(RuleTexts texts, std::string& messages);

/// What both say of one case, in the lines of `NaiveVerdict`.
struct Verdicts {
  std::string runtime;
  std::string oracle;
  std::string faults;  ///< why the documents do not bind; then the others are empty
};

Verdicts Judge(const Rules& rules, const Papers& papers);

/// What the runtime says; without terms, which point into documents that are gone. Throws where documents do not bind.
decision::Decision Decide(const Rules& rules, const Papers& papers);
decision::Decision Decide(const Rules& rules, const Papers& papers, decision::Decider& decider);
std::string RuntimeVerdict(const decision::Decision& decision);

/// Everything needed to see the pair again.
std::string Show(const Rules& rules, const Papers& papers);

/// The lines of `runtime` and `oracle` that the other does not have.
std::string Difference(const std::string& runtime, const std::string& oracle);

}  // namespace zhun::oracle
