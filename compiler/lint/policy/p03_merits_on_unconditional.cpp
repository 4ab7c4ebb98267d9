#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

constexpr std::string_view kUnconditional = "unconditional";

bool AtApplication(const PolicySubject& subject, const sema::Rule& rule) {
  return IsMember(subject, "stage", rule.stage, "application");
}

/// Whether the rule speaks of unconditional entries only.
bool GuardedByUnconditional(const PolicySubject& subject, const sema::Rule& rule) {
  const Atom atom = [&](const sema::Expr& expr, bool truth) {
    if (!truth || (expr.kind != sema::ExprKind::kEqual && expr.kind != sema::ExprKind::kIn)) return false;
    const sema::Expr& left = subject.Model().exprs[expr.operands[0]];
    const sema::Expr& right = subject.Model().exprs[expr.operands[1]];
    const auto is_it = [&](sema::ExprId id) { return IsWord(subject, subject.Model().exprs[id], kUnconditional); };
    const bool only_it = right.kind == sema::ExprKind::kList ? std::ranges::all_of(right.operands, is_it)
                                                             : IsWord(subject, right, kUnconditional);
    return IsField(subject, left, "entry", "sharing") && only_it;
  };
  return Implies(subject.Model(), rule.when, true, atom);
}

constexpr auto kReview = std::to_array<std::string_view>({"审核同意", "审批", "审核通过", "审核后"});

/// A duty of the provider to review before it provides.
bool IsDutyToReview(const PolicySubject& subject, const sema::Rule& rule) {
  return rule.kind == ast::RuleKind::kDuty && rule.modality == sema::Modality::kShall &&
         Bears(subject, rule, "provider") && !WordIn(rule.text.zh, kReview).empty();
}

/// Whether it turns an application down or holds it up; what is missing may always be asked for.
bool TurnsDown(const PolicySubject& subject, const sema::Rule& rule) {
  const auto is = [&](std::string_view code) { return IsMember(subject, "outcome", rule.outcome, code); };
  return IsMerits(rule) && !is("out_of_scope") && !is("supplement");
}

bool Reviews(const PolicySubject& subject, const sema::Rule& rule) {
  return TurnsDown(subject, rule) || rule.kind == ast::RuleKind::kPaper || IsDutyToReview(subject, rule);
}

void LookAtEntryPolicy(const PolicySubject& subject, const sema::Policy& policy,
                       const std::vector<const sema::Rule*>& merits, Findings& findings) {
  const std::optional<OpenedEntry> entry = subject.EntryOf(policy);
  if (merits.empty() || !entry || entry->entry->sharing != kUnconditional || !policy.tree->entry_id) return;
  std::string names;
  for (const sema::Rule* rule : merits) names += (names.empty() ? "" : "、") + NameOf(*rule);
  Finding& finding =
      findings.Report(RuleCode::kP03, policy.tree->entry_id->span,
                      {"条目“" + policy.entry_id + "”属于无条件共享，策略却对申请另设审核：" + names + "。",
                       "Entry “" + policy.entry_id +
                           "” is shared unconditionally, yet the policy reviews applications for it: " + names + "."},
                      policy.entry_id);
  for (const sema::Rule* rule : merits) {
    finding.labels.push_back({rule->span, {"另设的审核", "reviews the application"}});
  }
  finding.help = {"删去这些规则；确需设置条件的，先把条目的共享属性改为有条件共享，列明条件，经审核后重新发布",
                  "delete these rules; if conditions are needed, first reclassify the entry as conditional, list them, "
                  "and have it reviewed and published again"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    std::vector<const sema::Rule*> merits;
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      if (!AtApplication(subject, *rule) || !Reviews(subject, *rule)) continue;
      merits.push_back(rule);
      if (!GuardedByUnconditional(subject, *rule)) continue;
      findings
          .Report(RuleCode::kP03, rule->span,
                  {NameOf(*rule) + "专门审核无条件共享的数据；无条件共享的数据应当提供，不审核条件。",
                   NameOf(*rule) + " reviews data that are shared unconditionally; such data are provided without "
                                   "a review of conditions."},
                  rule->name)
          .help = {"删去这条规则，或者把“当”改为 条目.共享属性 为 有条件共享，并以目录条件为依据",
                   "delete the rule, or write entry.sharing is conditional and rest it on a published condition"};
    }
    if (policy.role == sema::Role::kEntry) LookAtEntryPolicy(subject, policy, merits, findings);
  }
}

}  // namespace

extern const Rule kP03{.policies = Look};

}  // namespace zhun::lint
