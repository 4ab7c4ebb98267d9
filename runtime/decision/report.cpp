#include "runtime/decision/report.h"

#include <algorithm>

#include "runtime/decision/duties.h"
#include "runtime/decision/members.h"
#include "runtime/decision/seen.h"
#include "runtime/decision/speech.h"

namespace zhun::decision {
namespace {

using program::Rule;
using values::State;
using vm::Fact;
using vocabulary::Supplier;

/// 提供部门应当…: a duty as the ground of an outcome.
base::Words WithBearers(const vocabulary::Vocabulary& vocabulary, const Rule& rule) {
  base::Words who;
  for (std::uint16_t bearer : rule.bearers) {
    const base::Words name = ActorName(vocabulary, static_cast<Supplier>(bearer));
    who.zh += (who.zh.empty() ? "" : "、") + name.zh;
    who.en += (who.en.empty() ? "the " : " and the ") + name.en;
  }
  const base::Words duty = DutyWords(rule);
  return {who.zh + duty.zh, who.en + " " + duty.en};
}

std::string StateCode(State state) {
  if (state == State::kDefective) return "defective";
  return state == State::kPending ? "pending" : "absent";
}

}  // namespace

void Report::Write(const Applicable& applicable, Decision& decision) {
  for (const Fired& fired : judgement_.fired) {
    const Rule& rule = RuleAt(fired.rule);
    const bool asks = rule.kind == program::RuleKind::kElement || rule.kind == program::RuleKind::kPaper;
    if (!asks) decision.reasons.push_back(FiredReason(fired));  // elements and papers speak in the missing list
  }
  if (judgement_.outcome == outcomes_.supplement) WriteMissing(decision);
  if (judgement_.outcome == outcomes_.supplement || judgement_.outcome == outcomes_.refer)
    WriteOpen(applicable, decision);
  WriteItems(decision);
}

/// A rule of the merits that fires while papers lack is a notice: nobody is to collect papers for nothing.
std::string Report::EffectOf(const Fired& fired) const {
  const Rule& rule = RuleAt(fired.rule);
  const vocabulary::Enumeration& outcomes =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "outcome")];
  const bool merits = rule.per_item ? judgement_.nothing_left : rule.outcome == outcomes_.refuse;
  if (merits) return judgement_.outcome == outcomes_.supplement ? "notice" : "refuse";
  if (rule.per_item) return "partial_grant";
  if (rule.outcome == outcomes_.refuse_by_law) return "refuse";
  return outcomes.members[rule.outcome].code;
}

Reason Report::FiredReason(const Fired& fired) {
  const Rule& rule = RuleAt(fired.rule);
  Reason reason;
  reason.rule = rule.code;
  reason.effect = EffectOf(fired);
  reason.text = ReasonText(evaluation_, rule);
  reason.basis = bases_.Print(rule.basis, rule.policy);
  for (std::uint32_t item : fired.items)
    reason.items.push_back(TextAt(bundle_.vocabulary, *judgement_.items[item].record, {"name"}));
  reason.facts = rule.per_item ? ItemFacts(fired) : FactsSeen(evaluation_, bundle_.vocabulary, rule.bad, "");
  return reason;
}

/// The conditions of a per-item rule are evaluated anew for each item it cuts.
std::vector<FactSeen> Report::ItemFacts(const Fired& fired) {
  const Rule& rule = RuleAt(fired.rule);
  const program::Policy& policy = bundle_.program.policies[rule.policy];
  std::vector<FactSeen> facts;
  for (std::uint32_t item : fired.items) {
    evaluation_.RunFor(policy.item_nodes, 0, judgement_.items[item]);
    const std::string path =
        "entry.items[" + TextAt(bundle_.vocabulary, *judgement_.items[item].record, {"name"}) + "]";
    for (FactSeen& fact : FactsSeen(evaluation_, bundle_.vocabulary, rule.bad, path)) facts.push_back(std::move(fact));
  }
  return facts;
}

void Report::WriteOpen(const Applicable& applicable, Decision& decision) {
  for (const Open& open : judgement_.open) {
    decision.reasons.push_back(OpenReason(applicable, open));
    for (const Fact& fact : open.facts) {
      const auto same = [&](const Finding& finding) { return finding.id == fact.finding; };
      if (fact.finding.empty() || std::any_of(decision.findings.begin(), decision.findings.end(), same)) continue;
      Finding finding{fact.finding, ActorCode(bundle_.vocabulary, fact.supplier), fact.question, {}};
      if (fact.finding_index != program::kNoNode) {
        const program::Finding& asked = bundle_.program.findings[fact.finding_index];
        finding.basis = bases_.Print(asked.basis, asked.policy);
      } else {
        finding.basis = bases_.Print(RuleAt(open.rule).basis, RuleAt(open.rule).policy);
      }
      decision.findings.push_back(std::move(finding));
    }
  }
}

/// What has to be settled about one fact, and by whom.
base::Words Report::Question(const Applicable& applicable, const Fact& fact) const {
  if (!fact.finding.empty() || fact.path != "entry.version" || applicable.inert.empty())
    return QuestionAbout(bundle_.vocabulary, fact);
  base::Words words;
  for (const Inert& inert : applicable.inert) {
    const base::Words each = InertWords(inert);
    if (words.zh.find(each.zh) != std::string::npos)
      continue;  // another version concerns all rules of the policy alike
    words.zh += (words.zh.empty() ? "" : "；") + each.zh;
    words.en += (words.en.empty() ? "" : "; ") + each.en;
  }
  return words;
}

/// Why a rule has no say: a refusal must never rest on a condition that nobody published.
base::Words Report::InertWords(const Inert& inert) const {
  const Rule& rule = RuleAt(inert.rule);
  const program::Policy& policy = bundle_.program.policies[rule.policy];
  if (inert.number.empty()) {
    return {"策略「" + policy.name + "」是为目录版本“" + policy.entry_version + "”写的，与条目的版本不同",
            "Policy " + policy.code + " is written for entry version " + policy.entry_version +
                ", which is not the entry's"};
  }
  return {"策略「" + policy.name + "」的规则「" + rule.name + "」以目录条件第" + inert.number +
              "项为依据，条目没有列明这一项",
          "Rule " + rule.code + " of policy " + policy.code + " rests on published condition " + inert.number +
              ", which the entry does not have"};
}

Reason Report::OpenReason(const Applicable& applicable, const Open& open) const {
  const Rule& rule = RuleAt(open.rule);
  Reason reason;
  reason.rule = rule.code;
  reason.effect = "refer";
  reason.basis = bases_.Print(rule.basis, rule.policy);
  if (open.facts.empty()) {
    reason.text = {"已有的事实不能判定是否符合「" + rule.name + "」，须由人工判断",
                   "The facts at hand do not settle " + rule.code + "; an official has to judge it"};
  }
  for (const Fact& fact : open.facts) {
    const base::Words question = Question(applicable, fact);
    reason.text.zh += (reason.text.zh.empty() ? "" : "；") + question.zh;
    reason.text.en += (reason.text.en.empty() ? "" : "; ") + question.en;
    const std::string path = fact.finding.empty() ? fact.path : "application.findings." + fact.finding;
    reason.facts.push_back({path, fact.label, {"不明", "unknown"}, {"", ""}});
  }
  return reason;
}

/// What is an element or a paper is asked for as such; rules that only read it add nothing to its basis.
std::vector<std::uint32_t> Report::WhoAsk(const Wanted& wanted) const {
  std::vector<std::uint32_t> asking;
  for (std::uint32_t rule : wanted.rules) {
    const program::RuleKind kind = RuleAt(rule).kind;
    if (kind == program::RuleKind::kElement || kind == program::RuleKind::kPaper) asking.push_back(rule);
  }
  return asking.empty() ? wanted.rules : asking;
}

void Report::WriteMissing(Decision& decision) {
  for (const Wanted& wanted : judgement_.wanted) {
    const std::vector<std::uint32_t> rules = WhoAsk(wanted);
    const Rule& rule = RuleAt(rules.front());
    Missing missing;
    missing.path = wanted.fact.path;
    missing.state = StateCode(wanted.fact.state);
    missing.supplier = ActorCode(bundle_.vocabulary, wanted.fact.supplier);
    missing.label = wanted.fact.label;
    missing.reason = ReasonText(evaluation_, rule);
    for (std::uint32_t each : rules) {
      missing.rules.push_back(RuleAt(each).code);
      for (Basis& basis : bases_.Print(RuleAt(each).basis, RuleAt(each).policy)) {
        const auto number = [](const Basis& any) { return any.condition ? any.condition->number : ""; };
        const auto same = [&](const Basis& known) {
          return known.Citation() == basis.Citation() && number(known) == number(basis);
        };
        if (std::none_of(missing.basis.begin(), missing.basis.end(), same)) missing.basis.push_back(std::move(basis));
      }
    }
    if (!wanted.certain) {
      base::Words hangs;
      for (const base::Words& label : wanted.hangs_on) {
        hangs.zh += (hangs.zh.empty() ? "" : "、") + ("“" + label.zh + "”");
        hangs.en += (hangs.en.empty() ? "" : ", ") + label.en;
      }
      const base::Words& guard = rule.guard_words;
      missing.when = base::Words{"视" + (hangs.zh.empty() ? "其他情况" : hangs.zh) + "而定" +
                                     (guard.zh.empty() ? "" : "；条件是：" + guard.zh),
                                 "depends on " + (hangs.en.empty() ? "what else is unknown" : hangs.en) +
                                     (guard.en.empty() ? "" : "; needed when " + guard.en)};
    }
    decision.missing.push_back(std::move(missing));
  }
}

void Report::WriteItems(Decision& decision) {
  const bool granted = judgement_.outcome == outcomes_.grant || judgement_.outcome == outcomes_.partial_grant;
  const bool refused = judgement_.outcome == outcomes_.refuse || judgement_.outcome == outcomes_.refuse_by_law;
  if (!granted && !refused) return;
  for (std::uint32_t i = 0; i < judgement_.items.size(); ++i) {
    Item item;
    item.name = TextAt(bundle_.vocabulary, *judgement_.items[i].record, {"name"});
    item.granted = granted && !judgement_.cut[i];
    for (const Fired& fired : judgement_.fired) {
      const Rule& rule = RuleAt(fired.rule);
      const bool cuts = std::find(fired.items.begin(), fired.items.end(), i) != fired.items.end();
      const bool refuses =
          !rule.per_item && refused && (rule.outcome == outcomes_.refuse || rule.outcome == outcomes_.refuse_by_law);
      if (!cuts && !refuses) continue;
      for (Basis& basis : bases_.Print(rule.basis, rule.policy)) item.basis.push_back(std::move(basis));
    }
    const auto same = [&](const Item& known) { return known.name == item.name; };
    if (std::none_of(decision.items.begin(), decision.items.end(), same)) decision.items.push_back(std::move(item));
  }
}

void Report::WriteGrounds(const Applicable& applicable, Decision& decision) {
  for (std::uint32_t index : applicable.rules) {
    const Rule& rule = RuleAt(index);
    const bool same = rule.outcome == judgement_.outcome ||
                      (rule.outcome == outcomes_.refuse && judgement_.outcome == outcomes_.refuse_by_law);
    if (rule.kind != program::RuleKind::kDuty || rule.outcome == vocabulary::kNone || !same) continue;
    if (evaluation_.TruthOf(rule.fires) != vm::Truth::kTrue) continue;
    Reason reason;
    reason.rule = rule.code;
    reason.effect = decision.decision;
    reason.text = WithBearers(bundle_.vocabulary, rule);
    reason.basis = bases_.Print(rule.basis, rule.policy);
    decision.reasons.push_back(std::move(reason));
  }
}

std::vector<Reason> Report::UseConditions(const Applicable& applicable) {
  const vocabulary::Enumeration& stages =
      bundle_.vocabulary.enumerations[vocabulary::FindEnumeration(bundle_.vocabulary, "stage")];
  const std::uint16_t use = vocabulary::FindCode(stages, "use");
  for (std::uint32_t policy : applicable.policies) evaluation_.Run(bundle_.program.policies[policy].later_nodes);
  std::vector<Reason> conditions;
  for (std::uint32_t index : applicable.rules) {
    const Rule& rule = RuleAt(index);
    const bool condition = rule.kind == program::RuleKind::kRequire || rule.kind == program::RuleKind::kProhibit;
    if (!condition || rule.stage != use || bundle_.program.policies[rule.policy].base) continue;
    if (rule.guard != program::kNoNode && evaluation_.TruthOf(rule.guard) == vm::Truth::kFalse) continue;
    conditions.push_back({rule.code, "notice", rule.reason, {}, bases_.Print(rule.basis, rule.policy), {}});
  }
  return conditions;
}

}  // namespace zhun::decision
