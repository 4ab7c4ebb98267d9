#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

constexpr auto kPassingOn =
    std::to_array<std::string_view>({"提供给第三方", "提供第三方", "转供", "转送第三方", "转交第三方", "再提供给",
                                     "再次提供", "向第三方提供", "与第三方共享"});

/// Words with which a text forbids passing on, or makes it wait for consent.
constexpr auto kReserved = std::to_array<std::string_view>({"不得", "不能", "禁止", "未经", "同意后", "部门同意"});

/// Whether the condition waits for the provider; where it is in error, nothing is said.
bool IsConsented(const PolicySubject& subject, sema::ExprId when) {
  const sema::Model& model = subject.Model();
  return !IsWhole(model, when) || Implies(model, when, true, IsFoundBy(subject, "provider"));
}

/// The third parties of a grant are those that the provider agreed to, and a processor is no third party.
bool ReadsThoseWhoMay(const PolicySubject& subject, sema::ExprId when) {
  bool found = false;
  ForEachMeaning(subject.Model(), when, [&](const sema::Expr& expr) {
    found = found || IsField(subject, expr, "grant", "third_parties") ||
            IsField(subject, expr, "grant", "processors") || IsField(subject, expr, "application", "processors");
  });
  return found;
}

/// Whether the rule keeps data from third parties: it takes effect only where some are meant to get them.
bool KeepsFromThirdParties(const PolicySubject& subject, const sema::Rule& rule) {
  const bool limits = rule.kind == ast::RuleKind::kRequire || rule.kind == ast::RuleKind::kProhibit;
  return limits && (EffectImplies(subject.Model(), rule, IsGiven(subject, "application", "third_parties")) ||
                    EffectImplies(subject.Model(), rule, IsGiven(subject, "use_event", "recipient")));
}

const base::Words& Help() {
  static const base::Words help{
      "写一条由提供部门作出的认定，让“当”读取它；或者删去，由基础策略逐件审核",
      "write a finding by the provider and let when read it; or delete this, since the base policies review each case"};
  return help;
}

void LookAtText(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  const bool permits = rule.kind == ast::RuleKind::kPower || rule.kind == ast::RuleKind::kDuty;
  if (!permits || rule.modality == sema::Modality::kShallNot || !Bears(subject, rule, "applicant")) return;
  const std::string word(WordIn(rule.text.zh, kPassingOn));
  if (word.empty() || !WordIn(rule.text.zh, kReserved).empty() || IsConsented(subject, rule.when)) return;
  findings
      .Report(RuleCode::kP05, rule.span,
              {NameOf(rule) + "让需求部门把数据“" + word + "”，没有以提供部门同意为前提。",
               NameOf(rule) + " lets the applicant pass the data on (“" + word +
                   "”) without waiting for the provider's consent."},
              rule.name)
      .help = Help();
}

void LookAtExceptions(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  if (!KeepsFromThirdParties(subject, rule)) return;
  for (const sema::Exception& exception : rule.exceptions) {
    if (IsConsented(subject, exception.when) || ReadsThoseWhoMay(subject, exception.when)) continue;
    Finding& finding =
        findings.Report(RuleCode::kP05, exception.span,
                        {"例外「" + exception.name + "」准许提供给第三方，没有以提供部门同意为前提。",
                         "Exception 「" + exception.name +
                             "」 lets data go to third parties without waiting for the provider's consent."},
                        exception.name);
    finding.labels.push_back({rule.span, {"本来不准提供给第三方", "keeps the data from third parties"}});
    finding.help = Help();
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const sema::Rule& rule : subject.Model().rules) {
    const bool wanted = std::ranges::find(subject.wanted, rule.policy) != subject.wanted.end();
    if (wanted) LookAtText(subject, rule, findings);
    // An exception may stand in another policy than its rule; `Run` drops those of policies not under review.
    LookAtExceptions(subject, rule, findings);
  }
}

}  // namespace

extern const Rule kP05{.policies = Look};

}  // namespace zhun::lint
