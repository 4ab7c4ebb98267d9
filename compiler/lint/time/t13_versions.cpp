#include <algorithm>

#include "compiler/lint/reasoning/reasoning.h"

namespace zhun::lint {
namespace {

/// Versions of one policy, by their first day.
std::vector<const sema::Policy*> VersionsOf(const PolicySubject& subject, const sema::Policy& policy) {
  std::vector<const sema::Policy*> versions;
  for (const sema::Policy& other : subject.Model().policies) {
    if (other.code == policy.code && other.role == policy.role) versions.push_back(&other);
  }
  std::ranges::stable_sort(versions, {}, &sema::Policy::effective_from);
  return versions;
}

base::Words Days(base::Date first, base::Date last) {
  return {base::FormatDateChinese(first) + "至" + base::FormatDateChinese(last),
          base::FormatDate(first) + " to " + base::FormatDate(last)};
}

void LookAt(const PolicySubject& subject, std::uint32_t index, Findings& findings) {
  const sema::Policy& policy = subject.Policy(index);
  const std::vector<const sema::Policy*> versions = VersionsOf(subject, policy);
  const auto own = std::ranges::find(versions, &policy);
  if (own == versions.begin() || own == versions.end()) return;
  const sema::Policy& before = **std::prev(own);
  if (!before.effective_to || !policy.tree->effective_from) return;
  const base::Date first = base::AddDays(*before.effective_to, 1);
  if (policy.effective_from <= first) return;
  const base::Words days = Days(first, base::AddDays(policy.effective_from, -1));
  Finding& found =
      findings.Report(RuleCode::kT13, policy.tree->effective_from->span,
                      {"策略「" + policy.name + "」的版本“" + before.version + "”和“" + policy.version +
                           "”之间有空档：" + days.zh + "没有施行的版本。",
                       "Between the versions " + before.version + " and " + policy.version + " of policy 「" +
                           policy.name + "」 there is a gap: none is in force from " + days.en + "."},
                      before.version + " to " + policy.version);
  if (subject.compiled) found.witness = Reasoning(subject).ShowOn(index, first);
  found.labels.push_back({before.tree->effective_to->span, {"前一版本到这一天为止", "the version before ends here"}});
  found.help = {
      "新版本自" + base::FormatDateChinese(first) + "起施行，或者把前一版本延到新版本施行的前一天",
      "let the new version begin on " + base::FormatDate(first) + ", or the old one last until the day before"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) LookAt(subject, index, findings);
}

}  // namespace

// Versions that overlap are the compiler's to find: it cannot choose between them.
extern const Rule kT13{.policies = Look, .adopts = {diagnostics::Code::kVersionsOverlap}};

}  // namespace zhun::lint
