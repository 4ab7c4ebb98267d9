#pragma once

#include <string>
#include <vector>

#include "runtime/program/program.h"
#include "runtime/values/document.h"

namespace zhun::decision {

/// A rule without a say, because the entry does not publish what it rests on.
struct Inert {
  std::uint32_t rule = 0;
  std::string
      number;  ///< of the condition that the entry lacks; empty where the policy is for another version of the entry
};

/// A published condition that a rule states.
struct Governed {
  std::uint32_t policy = 0;  ///< of the rule
  std::string number;
};

/// Which policies and rules have a say in a case (CONTRACT.md, «Where rules come from»).
struct Applicable {
  std::vector<std::uint32_t> policies;      ///< entry policies that apply, in program order
  std::vector<std::uint32_t> rules;         ///< of the base and of these, in legal order, without inert ones
  std::vector<Governed> governed;           ///< published conditions that some of these rules cite
  std::vector<Inert> inert;  ///< rules on conditions the entry does not have or has in another version
};

Applicable SelectPolicies(const program::Program& program, const vocabulary::Vocabulary& vocabulary,
                          const values::Document& entry, const values::Document& application);

}  // namespace zhun::decision
