#include <algorithm>
#include <set>

#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

void CollectNumbers(const sema::Citations& basis, std::set<std::string>& numbers) {
  for (const sema::Citation& citation : basis) {
    if (citation.kind == sema::Citation::Kind::kCatalogue) numbers.insert(citation.number);
  }
}

void CollectNumbers(const std::vector<sema::Exception>& exceptions, std::set<std::string>& numbers) {
  for (const sema::Exception& exception : exceptions) {
    CollectNumbers(exception.basis, numbers);
    CollectNumbers(exception.exceptions, numbers);
  }
}

/// Numbers of the conditions that the policy rests on anywhere.
std::set<std::string> NumbersOf(const PolicySubject& subject, std::uint32_t policy) {
  std::set<std::string> numbers;
  for (const sema::Rule* rule : subject.RulesOf(policy)) {
    CollectNumbers(rule->basis, numbers);
    CollectNumbers(rule->exceptions, numbers);
  }
  for (const sema::Finding* finding : subject.FindingsOf(policy)) CollectNumbers(finding->basis, numbers);
  ForEachCitation(*subject.Policy(policy).tree, [&](const ast::Citation& citation, CitedBy by) {
    if (by == CitedBy::kUnformalised && citation.kind == ast::Citation::Kind::kCatalogue)
      numbers.insert(citation.locator.text);
  });
  return numbers;
}

void LookAtConditions(const PolicySubject& subject, std::uint32_t index, const Entry& entry, Findings& findings) {
  const sema::Policy& policy = subject.Policy(index);
  const std::set<std::string> cited = NumbersOf(subject, index);
  for (const Condition& condition : entry.conditions.others) {
    const bool own = condition.policy == policy.code, cites = cited.contains(condition.no);
    const std::string where = "第" + condition.no + "项";
    if (cites && !own && !condition.policy.empty()) {
      const std::string owner(condition.policy);
      findings.Report(RuleCode::kP02, policy.tree->entry_id->span,
                      {"条目的" + where + "写明由策略“" + owner + "”规定，本策略却引用了它。",
                       "Condition " + condition.no + " of the entry is to be stated by policy " + owner +
                           ", but this policy cites it."},
                      "owner of " + condition.no);
    } else if (own && !cites) {
      findings.Report(
          RuleCode::kP02, policy.tree->entry_id->span,
          {"条目的" + where + "写明由本策略规定，本策略却没有引用它。",
           "Condition " + condition.no + " of the entry is to be stated by this policy, which does not cite it."},
          "missing " + condition.no);
    }
  }
}

void LookAt(const PolicySubject& subject, std::uint32_t index, Findings& findings) {
  const sema::Policy& policy = subject.Policy(index);
  if (policy.role != sema::Role::kEntry || !policy.tree->entry_id || !policy.tree->entry_version) return;
  const EntryRow* row = subject.catalogue->Find(policy.entry_id, policy.entry_version);
  if (row == nullptr) {
    findings.Report(
        RuleCode::kP02, policy.tree->entry_id->span,
        {"目录里没有条目“" + policy.entry_id + "”。", "There is no entry " + policy.entry_id + " in the catalogue."},
        "no entry");
    return;
  }
  if (row->version != policy.entry_version) {
    Finding& found = findings.Report(RuleCode::kP02, policy.tree->entry_version->span,
                                     {"目录里条目“" + policy.entry_id + "”的版本是“" + row->version + "”，策略写的是“" +
                                          policy.entry_version + "”。",
                                      "Entry " + policy.entry_id + " stands in the catalogue in version " +
                                          row->version + "; the policy is for " + policy.entry_version + "."},
                                     "version");
    found.labels.push_back({row->span, {"目录里的条目", "the entry in the catalogue"}});
    found.help = {"对照新版本核对每一条规则，再改版本；版本不符的规则不起作用，案件只能转人工",
                  "compare every rule with the new version, then change the number; rules for another version do "
                  "nothing and the case goes to an official"};
    return;
  }
  if (const auto opened = subject.catalogue->Open(*row)) LookAtConditions(subject, index, *opened->entry, findings);
}

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const std::uint32_t index : subject.wanted) LookAt(subject, index, findings);
}

}  // namespace

extern const Rule kP02{.policies = Look};

}  // namespace zhun::lint
