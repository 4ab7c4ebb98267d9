#include <algorithm>
#include <array>

#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

constexpr Between kReply{"received", "replied"};
constexpr std::array<Between, 4> kOthers = {{{"received", "supplement_notified"},
                                             {"granted", "provided"},
                                             {"catalogue_updated", "catalogue_published"},
                                             {"correction_requested", "correction_answered"}}};
constexpr std::array<std::string_view, 4> kAgain = {"再次延长", "多次延长", "再延长一次", "延长两次"};

/// A duty that runs from what extends another, with the same end: the limit is extended once more.
void LookForSecond(const PolicySubject& subject, Findings& findings, const sema::Rule& duty) {
  if (!duty.limit || duty.limit->at_least || duty.met_by == vocabulary::kNone) return;
  const auto& vocabulary = subject.library.vocabulary;
  for (const sema::Rule* base : subject.BaseDuties(vocabulary::FindEvent(vocabulary, kReply.from), duty.met_by)) {
    if (!base->extension ||
        std::ranges::find(base->extension->events, duty.limit->event) == base->extension->events.end()) {
      continue;
    }
    const base::Words& event = vocabulary.events[duty.limit->event].name;
    Finding& finding = findings.Report(
        RuleCode::kT03, PlaceOf(subject, duty, ast::ClauseKind::kFrom),
        {"义务「" + duty.name + "」自“" + event.zh + "”起另算期限，等于在基础策略的延长之外再延长一次。",
         "Duty 「" + duty.name + "」 starts another limit at “" + event.en +
             "”: one more extension besides that of the base policies."},
        duty.name);
    finding.help = {"删去这项义务；期限只能延长一次，由基础策略规定",
                    "delete the duty: the limit is extended once, by the base policies"};
  }
}

void LookAtText(Findings& findings, const ast::Rule& tree) {
  for (const ast::Clause& clause : tree.clauses) {
    if (!clause.text) continue;
    for (const std::string_view word : kAgain) {
      if (clause.text->zh.text.find(word) == std::string::npos) continue;
      Finding& finding = findings.Report(RuleCode::kT03, clause.text->zh.span,
                                         {"文字允许“" + std::string(word) + "”，而期限只能延长一次。",
                                          "The text allows the limit to be extended more than once."});
      finding.help = {"删去这句话", "delete the sentence"};
    }
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t policy : subject.wanted) {
    if (subject.Policy(policy).role != sema::Role::kEntry) continue;
    const auto check = [&](Between between) {
      for (const sema::Rule* duty : DutiesBetween(subject, policy, between)) {
        ReportExtension(subject, findings, RuleCode::kT03, *duty);
      }
    };
    check(kReply);
    for (const Between& other : kOthers) check(other);
    for (const sema::Rule* rule : subject.RulesOf(policy)) LookForSecond(subject, findings, *rule);
    for (const ast::Rule& tree : subject.Policy(policy).tree->rules) LookAtText(findings, tree);
  }
}

}  // namespace

extern const Rule kT03{.policies = Look};

}  // namespace zhun::lint
