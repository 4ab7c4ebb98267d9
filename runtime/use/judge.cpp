#include <algorithm>

#include "runtime/decision/bases.h"
#include "runtime/decision/seen.h"
#include "runtime/decision/speech.h"
#include "runtime/use/use.h"
#include "runtime/vm/unknown.h"

namespace zhun::use {
namespace {

using program::Rule;
using program::RuleKind;
using vm::Truth;

std::uint16_t MemberOf(const vocabulary::Vocabulary& vocabulary, std::string_view enumeration, std::string_view code) {
  return vocabulary::FindCode(vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, enumeration)], code);
}

bool IsUseRule(const Rule& rule, std::uint16_t use) {
  return rule.stage == use && !rule.per_item && (rule.kind == RuleKind::kRequire || rule.kind == RuleKind::kProhibit);
}

bool Has(const std::vector<std::string>& codes, const std::string& code) {
  return std::ranges::find(codes, code) != codes.end();
}

std::string PathOfFact(const vm::Fact& fact) { return fact.finding.empty() ? fact.path : "findings." + fact.finding; }

}  // namespace

const vocabulary::Enumerator& NameOf(const vocabulary::Vocabulary& vocabulary, Verdict verdict) {
  return vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "use_answer")]
      .members[static_cast<std::size_t>(verdict)];
}

Rules SelectRules(const program::Bundle& bundle, const decision::PolicyIndex& index, const std::string& entry,
                  base::Date received, base::Date used, const std::optional<std::vector<std::string>>& listed) {
  const program::Program& program = bundle.program;
  const std::uint16_t use = MemberOf(bundle.vocabulary, "stage", "use");
  Rules chosen;
  for (const std::uint32_t rule : index.BaseRules()) {
    if (IsUseRule(program.rules[rule], use) && decision::InForce(program.policies[program.rules[rule].policy], used))
      chosen.rules.push_back(rule);
  }
  for (const std::uint32_t policy : index.PoliciesOf(entry)) {
    const program::Policy& owner = program.policies[policy];
    if (!decision::InForce(owner, received)) continue;
    chosen.policies.push_back(policy);
    for (std::uint32_t rule = owner.first_rule; rule < owner.first_rule + owner.rule_count; ++rule) {
      if (IsUseRule(program.rules[rule], use) && (!listed || Has(*listed, program.rules[rule].code)))
        chosen.rules.push_back(rule);
    }
  }
  return chosen;
}

void RunLater(vm::Evaluation& evaluation, const std::vector<std::uint32_t>& policies) {
  const std::vector<program::Policy>& all = evaluation.Code().policies;
  const auto base = std::ranges::find(all, true, &program::Policy::base);  // one segment serves all base policies
  if (base != all.end()) {
    evaluation.Run(base->nodes);
    evaluation.Run(base->later_nodes);
  }
  for (const std::uint32_t policy : policies) {
    evaluation.Run(all[policy].nodes);
    evaluation.Run(all[policy].later_nodes);
  }
}

Reason FiredReason(vm::Evaluation& evaluation, const program::Bundle& bundle, decision::Provisions& provisions,
                   const Rule& rule) {
  const decision::BasisPrinter bases(bundle, evaluation, provisions);
  Reason reason;
  reason.rule = rule.code;
  reason.effect = rule.outcome == MemberOf(bundle.vocabulary, "outcome", "refer") ? "refer" : "refuse";
  reason.text = decision::ReasonText(evaluation, rule);
  reason.basis = bases.Print(rule.basis, rule.policy);
  reason.facts = decision::FactsSeen(evaluation, bundle.vocabulary, rule.bad, "");
  reason.sanction = bases.Print(rule.sanction, rule.policy);
  return reason;
}

std::optional<Reason> OpenReason(vm::Evaluation& evaluation, const program::Bundle& bundle,
                                 decision::Provisions& provisions, const Rule& rule) {
  const vm::Formula formula = vm::ExplainUnknown(evaluation, bundle.vocabulary, rule.fires);
  const std::vector<vm::Need> needs = vm::Needs(formula);
  const decision::BasisPrinter bases(bundle, evaluation, provisions);
  Reason reason;
  for (std::size_t i = 0; i < formula.facts.size(); ++i) {
    if (!needs[i].matters) continue;
    const vm::Fact& fact = formula.facts[i];
    const base::Words question = decision::QuestionAbout(bundle.vocabulary, fact);
    reason.text.zh += (reason.text.zh.empty() ? "" : "；") + question.zh;
    reason.text.en += (reason.text.en.empty() ? "" : "; ") + question.en;
    reason.facts.push_back({PathOfFact(fact), fact.label, {"不明", "unknown"}, {"", ""}});
  }
  if (reason.facts.empty()) {
    if (!vm::IsOpenWithoutFacts(formula)) return std::nullopt;
    reason.text = {"已有的事实不能判定是否符合「" + rule.name + "」，须由人工判断",
                   "The facts at hand do not settle " + rule.code + "; an official has to judge it"};
  }
  reason.rule = rule.code;
  reason.effect = "refer";
  reason.basis = bases.Print(rule.basis, rule.policy);
  reason.sanction = bases.Print(rule.sanction, rule.policy);
  return reason;
}

Answer Judge(vm::Evaluation& evaluation, const program::Bundle& bundle, decision::Provisions& provisions,
             const Rules& rules) {
  Answer answer;
  for (const std::uint32_t index : rules.rules) {
    const Rule& rule = bundle.program.rules[index];
    const Truth fires = evaluation.TruthOf(rule.fires);
    if (fires == Truth::kFalse) continue;
    if (fires == Truth::kTrue) {
      answer.reasons.push_back(FiredReason(evaluation, bundle, provisions, rule));
    } else if (auto open = OpenReason(evaluation, bundle, provisions, rule)) {
      answer.reasons.push_back(std::move(*open));
    }
  }
  const auto denies = [](const Reason& reason) { return reason.effect == "refuse"; };
  if (std::ranges::any_of(answer.reasons, denies)) {
    answer.verdict = Verdict::kDeny;
  } else if (!answer.reasons.empty()) {
    answer.verdict = Verdict::kRefer;
  }
  return answer;
}

}  // namespace zhun::use
