// Each event is judged by the case as it was just before it.
#include <algorithm>

#include "runtime/decision/members.h"
#include "runtime/timeline/pursuit.h"
#include "runtime/use/papers.h"
#include "runtime/use/purposes.h"

namespace zhun::timeline {

using decision::MemberAt;
using program::Rule;
using program::RuleKind;
using values::Value;
using vm::Truth;
using vocabulary::Base;

namespace {

bool IsRequirement(const Rule& rule) {
  return !rule.per_item && (rule.kind == RuleKind::kRequire || rule.kind == RuleKind::kProhibit);
}


}  // namespace

void Timeline::Pursuit::WalkEvents() {
  for (std::size_t i = 0; i < chronicle_.All().size(); ++i) {
    const Happening& happening = chronicle_.All()[i];
    const bool counts = tools_.moves_clocks[happening.event] || !tools_.conditional[happening.event].empty();
    if (question_.brief && !counts) continue;
    JudgeEvent(i);
    if (!question_.brief) NoteStates(i);
  }
}

void Timeline::Pursuit::JudgeEvent(std::size_t index) {
  Happening& happening = chronicle_.All()[index];
  BeginAt(index, happening.day, Value::OfRecord(happening.record), computed_ ? computed_ : conclusion_);
  const Value use = happening.record->fields[tools_.shape.use];
  const bool used = happening.event == tools_.shape.used && use.IsKnown() && !happening.derived;
  if (used) {
    tools_.evaluation.SetRoot(vocabulary::FindRoot(Words(), "use"), use);
    use::SupplyPurposes(Words(), paper_.events, *use.record, arena_);
    if (const values::Record* grant = Grant())
      tools_.evaluation.SetRoot(vocabulary::FindRoot(Words(), "grant"), Value::OfRecord(grant));
  }
  use::RunLater(tools_.evaluation, applicable_.policies);
  if (happening.derived) return;
  for (const std::uint32_t rule : applicable_.rules) {
    const Rule& each = RuleAt(rule);
    if (IsRequirement(each) && tools_.event_stages[each.stage] &&
        decision::InForce(Bundle().program.policies[each.policy], happening.day)) {
      if (tools_.evaluation.TruthOf(each.fires) == Truth::kTrue) happening.broke_a_rule = true;
      if (!question_.brief) Judge(rule, happening);
    }
  }
  NoteMet(happening);
  if (used && !question_.brief) JudgeUse(happening);
}

void Timeline::Pursuit::JudgeUse(const Happening& happening) {
  for (const std::uint32_t rule : applicable_.rules) {
    const Rule& each = RuleAt(rule);
    if (each.stage != tools_.use_stage || !decision::InForce(Bundle().program.policies[each.policy], happening.day)) continue;
    if (IsRequirement(each)) Judge(rule, happening);
    const bool arises =
        each.kind == RuleKind::kDuty && !each.limit && tools_.evaluation.TruthOf(each.fires) == Truth::kTrue;
    if (arises) AddObligation(rule, &happening);
  }
}

void Timeline::Pursuit::Judge(std::uint32_t index, const Happening& happening) {
  const Rule& rule = RuleAt(index);
  const Truth fires = tools_.evaluation.TruthOf(rule.fires);
  if (fires == Truth::kFalse) return;
  const bool broken =
      fires == Truth::kTrue &&
      rule.outcome !=
          vocabulary::FindCode(Words().enumerations[vocabulary::FindEnumeration(Words(), "outcome")], "refer");
  const auto open = broken ? std::nullopt
                    : fires == Truth::kTrue
                        ? std::optional(use::FiredReason(tools_.evaluation, Bundle(), tools_.provisions, rule))
                        : use::OpenReason(tools_.evaluation, Bundle(), tools_.provisions, rule);
  if (!broken && !open) return;
  const use::Reason reason = broken ? use::FiredReason(tools_.evaluation, Bundle(), tools_.provisions, rule) : *open;
  const auto fill = [&](RuleSeen& seen) {
    Name(index, seen);
    seen.text = reason.text;
    seen.basis = reason.basis;
    seen.sanction = reason.sanction;
    const Value actor = happening.record->fields[tools_.shape.actor];
    const vocabulary::EnumIndex actors = vocabulary::FindEnumeration(Words(), "actor");
    if (actor.IsKnown())
      seen.actors = {Words().enumerations[actors].members[static_cast<std::size_t>(actor.number)].code};
  };
  if (broken) {
    Breach& breach = result_.breaches.emplace_back();
    fill(breach);
    breach.event = chronicle_.Seen(happening);
    breach.on = happening.day;
    breach.facts = reason.facts;
  } else {
    Doubt& doubt = result_.doubts.emplace_back();
    fill(doubt);
    doubt.event = chronicle_.Seen(happening);
    doubt.facts = reason.facts;
  }
}

void Timeline::Pursuit::NoteMet(const Happening& happening) {
  for (const std::uint32_t index : tools_.conditional[happening.event]) {
    met_[{RuleAt(index).code, happening.record}] = tools_.evaluation.TruthOf(RuleAt(index).met_if);
  }
}

/// States as they were before happening `events`, which is what the one before it made of them.
void Timeline::Pursuit::NoteStates(std::size_t events) {
  if (result_.states.empty()) {
    for (const program::CaseState& each : Bundle().program.states) {
      const vocabulary::Enumeration& states = Words().enumerations[each.enumeration];
      State& state = result_.states.emplace_back();
      state.matter = states.key.substr(0, states.key.rfind('_'));
      state.name = states.name;
    }
  }
  for (std::size_t i = 0; i < result_.states.size(); ++i) {
    State& state = result_.states[i];
    const program::CaseState& each = Bundle().program.states[i];
    const Value& value = tools_.evaluation.At(each.value);
    state.code.clear();
    state.label = {"不明", "not known"};
    if (value.IsKnown()) {
      const vocabulary::Enumerator& member =
          Words().enumerations[each.enumeration].members[static_cast<std::size_t>(value.number)];
      state.code = member.code;
      state.label = member.label.zh.empty() ? member.name : member.label;
    }
    if (events == 0) continue;
    const Happening& made = chronicle_.All()[events - 1];
    if (state.history.empty() || state.history.back().code != state.code)
      state.history.push_back({made.at, Words().events[made.event].key, state.code, state.label});
  }
}

/// What was granted, for the uses of the case: the terms of the computed grant, or else what was applied for.
const values::Record* Timeline::Pursuit::Grant() {
  if (grant_ != nullptr || !paper_.application) return grant_;
  const vocabulary::RecordIndex type = vocabulary::FindRecord(Words(), "grant");
  const vocabulary::Record& shape = Words().records[type];
  const std::span<Value> fields = arena_.Make<Value>(shape.attributes.size());
  const auto set = [&](std::string_view key, const Value& value) { fields[vocabulary::FindKey(shape, key)] = value; };
  const auto copy = [&](std::string_view key) { set(key, MemberAt(Words(), paper_.application->Root(), {key})); };
  for (const std::string_view key :
       {"applicant", "purpose", "regions", "mode", "returns", "period", "third_parties", "processors"})
    copy(key);
  if (!fields[vocabulary::FindKey(shape, "returns")].IsKnown())
    set("returns", Value::In(values::State::kNone));  // no form was laid down
  std::vector<Value> items;
  if (decision_ && decision_->terms) {
    for (const std::string& item : decision_->terms->items) items.push_back(Value::OfText(arena_.Keep(item)));
  } else if (const Value asked = MemberAt(Words(), paper_.application->Root(), {"items"}); asked.IsKnown()) {
    for (const Value& item : asked.list->elements) {
      if (item.IsKnown()) items.push_back(MemberAt(Words(), *item.record, {"name"}));
    }
  }
  const std::span<Value> kept = arena_.Make<Value>(items.size());
  std::ranges::copy(items, kept.begin());
  values::List* list = arena_.Make<values::List>(1).data();
  list->elements = kept;
  set("items", values::ListOf(Base::kText, list));
  set("entry", MemberAt(Words(), paper_.entry.Root(), {"id"}));
  set("purposes", use::PurposesIn(fields[vocabulary::FindKey(shape, "purpose")], arena_));
  if (conclusion_) set("decision", Value::Of(Base::kEnum, *conclusion_));
  values::Record* grant = arena_.Make<values::Record>(1).data();
  grant->type = type;
  grant->fields = fields;
  return grant_ = grant;
}

}  // namespace zhun::timeline
