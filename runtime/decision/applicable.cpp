#include "runtime/decision/applicable.h"

#include <algorithm>

#include "runtime/decision/members.h"

namespace zhun::decision {
namespace {

using program::Citation;
using program::Policy;
using program::Program;
using values::Value;

bool Expired(const Policy& policy, base::Date date) { return policy.effective_to && *policy.effective_to < date; }

/// The first version of a base policy holds before its first day too: that a case came before it is for the policy to say.
bool BaseHolds(const Program& program, const Policy& policy, base::Date date) {
  if (Expired(policy, date)) return false;
  return policy.effective_from <= date || std::ranges::none_of(program.policies, [&](const Policy& other) {
           return other.base && other.code == policy.code && other.effective_from < policy.effective_from;
         });
}

/// Published conditions of the entry: number and the policy that is to govern it.
struct Condition {
  std::string number, policy;
};

std::vector<Condition> ConditionsOf(const vocabulary::Vocabulary& vocabulary, const values::Document& entry) {
  std::vector<Condition> conditions;
  const Value others = MemberAt(vocabulary, entry.Root(), {"conditions", "others"});
  if (!others.IsKnown() || !values::IsList(others)) return conditions;
  for (const Value& each : others.list->elements) {
    if (!each.IsKnown()) continue;
    conditions.push_back({TextAt(vocabulary, *each.record, {"no"}), TextAt(vocabulary, *each.record, {"policy"})});
  }
  return conditions;
}

class Selection {
 public:
  Selection(const Program& program, const PolicyIndex& index, const vocabulary::Vocabulary& vocabulary,
            const values::Document& entry, base::Date received)
      : program_(program),
        index_(index),
        received_(received),
        id_(TextAt(vocabulary, entry.Root(), {"id"})),
        version_(TextAt(vocabulary, entry.Root(), {"version"})),
        conditions_(ConditionsOf(vocabulary, entry)) {}

  Applicable Run() {
    for (const std::uint32_t policy : index_.PoliciesOf(id_)) {
      if (InForce(program_.policies[policy], received_)) chosen_.policies.push_back(policy);
    }
    for (const std::uint32_t rule : index_.BaseRules()) {
      if (BaseHolds(program_, program_.policies[program_.rules[rule].policy], received_)) Consider(rule);
    }
    for (const std::uint32_t rule : OwnRules()) Consider(rule);
    std::erase_if(chosen_.policies,
                  [&](std::uint32_t policy) { return program_.policies[policy].entry_version != version_; });
    return std::move(chosen_);
  }

 private:
  /// Rules of the chosen policies, in program order.
  std::vector<std::uint32_t> OwnRules() const {
    std::vector<std::uint32_t> rules;
    for (const std::uint32_t policy : chosen_.policies) {
      const Policy& owner = program_.policies[policy];
      for (std::uint32_t i = 0; i < owner.rule_count; ++i) rules.push_back(owner.first_rule + i);
    }
    std::sort(rules.begin(), rules.end());
    return rules;
  }

  void Consider(std::uint32_t index) {
    const program::Rule& rule = program_.rules[index];
    const Policy& policy = program_.policies[rule.policy];
    if (!policy.base && policy.entry_version != version_) return chosen_.inert.push_back({index, ""});
    for (const Citation& basis : rule.basis) {
      if (basis.kind == Citation::Kind::kCatalogue && !Published(basis.number, policy)) {
        return chosen_.inert.push_back({index, basis.number});
      }
    }
    chosen_.rules.push_back(index);
    for (const Citation& basis : rule.basis) {
      if (basis.kind == Citation::Kind::kCatalogue) chosen_.governed.push_back({rule.policy, basis.number});
    }
  }

  /// A condition that names another policy as its own is not this policy's to state.
  bool Published(const std::string& number, const Policy& policy) const {
    for (const Condition& condition : conditions_) {
      if (condition.number == number) return condition.policy.empty() || condition.policy == policy.code;
    }
    return false;
  }

  const Program& program_;
  const PolicyIndex& index_;
  base::Date received_;
  std::string id_, version_;
  std::vector<Condition> conditions_;
  Applicable chosen_;
};

}  // namespace

bool InForce(const Policy& policy, base::Date day) { return policy.effective_from <= day && !Expired(policy, day); }

PolicyIndex::PolicyIndex(const Program& program) {
  for (std::uint32_t i = 0; i < program.policies.size(); ++i) {
    if (!program.policies[i].base) policies_[program.policies[i].entry_id].push_back(i);
  }
  for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
    if (program.policies[program.rules[i].policy].base) base_rules_.push_back(i);
  }
}

std::span<const std::uint32_t> PolicyIndex::PoliciesOf(std::string_view entry) const {
  const auto found = policies_.find(entry);
  return found == policies_.end() ? std::span<const std::uint32_t>() : found->second;
}

Applicable SelectPolicies(const Program& program, const PolicyIndex& index, const vocabulary::Vocabulary& vocabulary,
                          const values::Document& entry, base::Date received) {
  return Selection(program, index, vocabulary, entry, received).Run();
}

base::Date ReceivedOn(const vocabulary::Vocabulary& vocabulary, const values::Document& application) {
  return base::ShanghaiDate(MemberAt(vocabulary, application.Root(), {"received_at"}).number);
}

}  // namespace zhun::decision
