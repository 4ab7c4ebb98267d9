#include "runtime/decision/decide.h"

#include <algorithm>

#include "runtime/decision/applicable.h"
#include "runtime/decision/duties.h"
#include "runtime/decision/judgement.h"
#include "runtime/decision/members.h"
#include "runtime/decision/report.h"

namespace zhun::decision {
namespace {

using values::State;
using values::Value;
using vocabulary::Base;

/// Fills in what the engine itself knows: which published conditions rules of policies that apply govern, what officials
/// found of the others, and whether every loaded rule matches the entry.
void SupplyComputed(const program::Bundle& bundle, const Applicable& applicable, const std::vector<bool>& applies,
                    const Case& each) {
  for (const values::Record* condition : values::OtherConditions(bundle.vocabulary, each.entry)) {
    const std::string number = TextAt(bundle.vocabulary, *condition, {"no"});
    const bool governed = std::ranges::any_of(
        applicable.governed, [&](const Governed& by) { return by.number == number && applies[by.policy]; });
    const Value* found = each.application.Answers().Find("condition_" + number);
    values::SetCondition(bundle.vocabulary, each.entry, *condition,
                         governed ? values::Truth::kTrue : values::Truth::kFalse, found == nullptr ? Value() : *found);
  }
  const Value aligned = applicable.inert.empty() ? Value::Of(values::Truth::kTrue) : Value();
  values::SetAligned(bundle.vocabulary, each.context, aligned);
}

vm::Inputs InputsOf(const program::Bundle& bundle, const Case& each) {
  vm::Inputs inputs;
  inputs.roots.resize(bundle.vocabulary.roots.size());
  const auto set = [&](std::string_view key, const Value& value) {
    inputs.roots[vocabulary::FindRoot(bundle.vocabulary, key)] = value;
  };
  set("application", each.application.RootValue());
  set("entry", each.entry.RootValue());
  set("context", each.context.RootValue());
  set("today", Value::Of(Base::kDate, each.as_of.days));
  for (const program::Finding& finding : bundle.program.findings) {
    const Value* answer = each.application.Answers().Find(finding.code);
    inputs.findings.push_back(answer == nullptr ? Value() : *answer);
  }
  return inputs;
}

/// Makes the case ready. A condition cited by a policy whose 适用 does not hold, or is not known to, is left to an official
/// like one that no rule states; 适用 itself is judged as if the policy stated nothing.
void Prepare(const program::Bundle& bundle, const Applicable& applicable, const Case& each,
             vm::Evaluation& evaluation) {
  std::vector<bool> applies(bundle.program.policies.size());
  bool conditional = false;
  for (std::size_t i = 0; i < applies.size(); ++i) {
    applies[i] = bundle.program.policies[i].applies == program::kNoNode;
    conditional = conditional || (!applies[i] && std::ranges::count(applicable.policies, i) > 0);
  }
  SupplyComputed(bundle, applicable, applies, each);
  evaluation.Begin(InputsOf(bundle, each));
  if (!conditional) return;
  RunBase(evaluation, applicable);
  for (const std::uint32_t policy : applicable.policies) {
    applies[policy] = evaluation.TruthOf(bundle.program.policies[policy].applies) == values::Truth::kTrue;
  }
  SupplyComputed(bundle, applicable, applies, each);
  evaluation.Begin(InputsOf(bundle, each));
}

std::vector<Value> ElementsOf(const Value& list) {
  if (!list.IsKnown() || !values::IsList(list)) return {Value::In(State::kUncertain)};
  return {list.list->elements.begin(), list.list->elements.end()};
}

/// A defective element has no value: one item that the entry does not have, and nothing is cut yet.
Requested RequestedItems(const vocabulary::Vocabulary& vocabulary, const values::Document& entry,
                         const values::Document& application) {
  const std::uint16_t listed =
      vocabulary::FindKey(vocabulary.records[vocabulary::FindRecord(vocabulary, "item")], "listed");
  const auto is_listed = [&](const Value& item) {
    return item.IsKnown() ? vm::TruthOf(item.record->fields[listed]) : values::Truth::kUnknown;
  };
  const auto fit = [&](const Value& item) { return is_listed(item) == values::Truth::kTrue; };
  const auto unfit = [&](const Value& item) { return is_listed(item) == values::Truth::kFalse; };
  Requested requested;
  const Value items = MemberAt(vocabulary, application.Root(), {"items"});
  requested.items = ElementsOf(items);
  requested.at_fault = !items.IsKnown() || std::any_of(requested.items.begin(), requested.items.end(), unfit);
  requested.known = std::all_of(requested.items.begin(), requested.items.end(), fit);
  requested.candidates = ElementsOf(MemberAt(vocabulary, entry.Root(), {"items"}));
  return requested;
}

Terms TermsOf(const vocabulary::Vocabulary& vocabulary, const Case& each, const Decision& decision) {
  const auto member = [&](std::string_view key) { return MemberAt(vocabulary, each.application.Root(), {key}); };
  Terms terms;
  terms.applicant = member("applicant");
  terms.purpose = member("purpose");
  terms.regions = member("regions");
  terms.mode = member("mode");
  terms.returns = member("returns");
  terms.period = member("period");
  terms.third_parties = member("third_parties");
  terms.processors = member("processors");
  for (const Item& item : decision.items) {
    if (item.granted) terms.items.push_back(item.name);
  }
  return terms;
}

Receipt ReceiptOf(const program::Bundle& bundle, const Case& each) {
  Receipt receipt;
  receipt.as_of = each.as_of;
  receipt.received_on = ReceivedOn(bundle.vocabulary, each.application);
  receipt.policies = bundle.digests.policies;
  receipt.law = bundle.digests.law;
  receipt.calendar = bundle.digests.calendar;
  receipt.entry = each.entry.Digest();
  receipt.application = each.application.Digest();
  for (const program::Reading& reading : bundle.program.readings) {
    const vocabulary::Reading& row = bundle.vocabulary.readings[reading.reading];
    receipt.readings.emplace_back(row.key, row.values[reading.value].code);
  }
  return receipt;
}

void Title(const vocabulary::Vocabulary& vocabulary, const Case& each, const Outcomes& outcomes, std::uint16_t outcome,
           Decision& decision) {
  const vocabulary::Enumerator& member =
      vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "outcome")].members[outcome];
  decision.decision = outcome == outcomes.refuse_by_law ? "refuse" : member.code;
  decision.label = member.label;
  const auto name = [&](const values::Document& document, std::initializer_list<std::string_view> keys) {
    const std::string text = TextAt(vocabulary, document.Root(), keys);
    return base::Words{text, text};
  };
  decision.entry_id = TextAt(vocabulary, each.entry.Root(), {"id"});
  decision.entry_version = TextAt(vocabulary, each.entry.Root(), {"version"});
  decision.application_id = TextAt(vocabulary, each.application.Root(), {"id"});
  decision.entry_title = name(each.entry, {"title"});
  decision.applicant_name = name(each.application, {"applicant", "name"});
  decision.provider_name = name(each.entry, {"provider", "name"});
}

/// The rules whose sums left their range.
base::Words WhereItOverflowed(const vm::Evaluation& evaluation, const Applicable& applicable) {
  base::Words names;
  for (std::uint32_t index : applicable.rules) {
    const program::Rule& rule = evaluation.Code().rules[index];
    if (!evaluation.OverflowIn(rule)) continue;
    names.zh += (names.zh.empty() ? "" : "、") + ("「" + rule.name + "」");
    names.en += (names.en.empty() ? "" : ", ") + rule.code;
  }
  if (names.zh.empty()) return {};
  return {"超出范围的是规则" + names.zh + "里的加减。", "The sum stands in rule " + names.en + "."};
}

}  // namespace

std::optional<Decision> Decider::Decide(const Case& each, diagnostics::Sink& sink) {
  const vocabulary::Vocabulary& vocabulary = bundle_.vocabulary;
  const Applicable applicable =
      SelectPolicies(bundle_.program, policies_, vocabulary, each.entry, ReceivedOn(vocabulary, each.application));
  const Requested requested = RequestedItems(vocabulary, each.entry, each.application);
  Prepare(bundle_, applicable, each, evaluation_);
  const Judgement judgement = Judge(evaluation_, vocabulary, applicable, requested);
  const Outcomes outcomes(vocabulary);
  provisions_.Begin(each.as_of);
  const BasisPrinter bases(bundle_, evaluation_, provisions_);
  Decision decision;
  Title(vocabulary, each, outcomes, judgement.outcome, decision);
  Report report(bundle_, evaluation_, bases, judgement);
  report.Write(applicable, decision);
  const std::uint16_t outcome = judgement.outcome == outcomes.refuse_by_law ? outcomes.refuse : judgement.outcome;
  evaluation_.SetRoot(vocabulary::FindRoot(vocabulary, "outcome"), Value::Of(Base::kEnum, outcome));
  RunBase(evaluation_, applicable);
  report.WriteGrounds(applicable, decision);
  DutyList(bundle_, evaluation_, bases, each.as_of).Write(applicable, decision);
  if (outcome == outcomes.grant || outcome == outcomes.partial_grant) {
    decision.terms = TermsOf(vocabulary, each, decision);
    decision.terms->conditions = report.UseConditions(applicable);
  }
  decision.receipt = ReceiptOf(bundle_, each);
  if (!evaluation_.Overflowed()) return decision;
  sink.ReportIn(diagnostics::Code::kOverflow, decision.application_id, "").help =
      WhereItOverflowed(evaluation_, applicable);
  return std::nullopt;
}

std::vector<std::string> FindingCodes(const program::Bundle& bundle) {
  std::vector<std::string> codes;
  for (const program::Finding& finding : bundle.program.findings) codes.push_back(finding.code);
  return codes;
}

}  // namespace zhun::decision
