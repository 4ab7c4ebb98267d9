#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kMostRules = 40;

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const ast::Policy& tree = *subject.Policy(index).tree;
    if (tree.rules.size() <= kMostRules) continue;
    const std::string count = std::to_string(tree.rules.size()), most = std::to_string(kMostRules);
    findings.Report(RuleCode::kS02, tree.name.span,
                    {"策略有" + count + "条规则，超过" + most + "条。",
                     "The policy has " + count + " rules, more than " + most + "."},
                    "length");
  }
}

}  // namespace

extern const Rule kS02{.policies = Look};

}  // namespace zhun::lint
