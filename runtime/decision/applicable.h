#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
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

/// Finds the policies of an entry without looking at those of others. Made once a program; may be shared.
class PolicyIndex {
 public:
  explicit PolicyIndex(const program::Program& program);

  std::span<const std::uint32_t> PoliciesOf(std::string_view entry) const;  ///< entry policies, in program order
  std::span<const std::uint32_t> BaseRules() const { return base_rules_; }

 private:
  std::map<std::string, std::vector<std::uint32_t>, std::less<>> policies_;
  std::vector<std::uint32_t> base_rules_;
};

/// `received`: the day on which the application came in.
Applicable SelectPolicies(const program::Program& program, const PolicyIndex& index,
                          const vocabulary::Vocabulary& vocabulary, const values::Document& entry, base::Date received);

/// Whether the interval of 施行 holds `day`, both ends included.
bool InForce(const program::Policy& policy, base::Date day);

/// The day on which an application came in, in Shanghai.
base::Date ReceivedOn(const vocabulary::Vocabulary& vocabulary, const values::Document& application);

}  // namespace zhun::decision
