#include "compiler/emit/legal_order.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "runtime/law/standing.h"

namespace zhun::emit {
namespace {

/// The first provision a rule cites; rules on published conditions come after those on law, by number.
auto BasisKey(const program::Rule& rule, const law::Registry& law) {
  for (const program::Citation& basis : rule.basis) {
    if (basis.kind == program::Citation::Kind::kProvision) {
      return std::tuple(0, law::LegalOrderKey(law, basis.provision), std::size_t{0}, std::string());
    }
  }
  const std::string number = rule.basis.empty() ? "" : rule.basis.front().number;
  return std::tuple(1, law::LegalOrder{}, number.size(), number);
}

auto SubjectKey(const ir::Module& module, const program::Rule& rule) {
  const bool element = rule.kind == program::RuleKind::kElement;
  std::uint32_t attribute = 0;
  if (element) {
    const ir::Node& subject = module.graph[rule.subject];
    attribute = subject.ref;  // of a sound value and of a plain field alike
  }
  return std::tuple(element ? 0 : 1, attribute);
}

}  // namespace

std::vector<std::uint32_t> PolicyOrder(const ir::Module& module) {
  std::vector<std::uint32_t> order(module.policies.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t index) {
      const program::Policy& policy = module.policies[index];
      return std::tuple(!policy.base, policy.entry_id, policy.code, policy.version);
    };
    return key(a) < key(b);
  });
  return order;
}

std::vector<std::uint32_t> LegalOrder(const ir::Module& module, const law::Registry& law) {
  const std::vector<std::uint32_t> policies = PolicyOrder(module);
  std::vector<std::uint32_t> position(policies.size());
  for (std::uint32_t i = 0; i < policies.size(); ++i) position[policies[i]] = i;
  std::vector<std::uint32_t> order(module.rules.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto key = [&](std::uint32_t index) {
      const program::Rule& rule = module.rules[index];
      const bool base = module.policies[rule.policy].base;
      // All base policies are one body of law: their rules are ordered together.
      return std::tuple(base ? 0u : position[rule.policy] + 1, BasisKey(rule, law), SubjectKey(module, rule),
                        rule.code);
    };
    return key(a) < key(b);
  });
  return order;
}

}  // namespace zhun::emit
