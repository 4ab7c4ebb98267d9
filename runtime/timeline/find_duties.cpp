// Duties with and without time limits, powers, and what was not done in time.
#include <algorithm>

#include "runtime/decision/bases.h"
#include "runtime/decision/duties.h"
#include "runtime/decision/speech.h"
#include "runtime/decision/value_words.h"
#include "runtime/timeline/pursuit.h"

namespace zhun::timeline {

using program::Rule;
using program::RuleKind;
using values::Value;
using vm::Truth;
using vocabulary::Base;

void Timeline::Pursuit::FindDuties() {
  const std::size_t all = chronicle_.All().size();
  BeginAt(all, question_.as_of.day, Value(), conclusion_);
  use::RunLater(tools_.evaluation, applicable_.policies);
  if (!question_.brief) NoteStates(all);
  FindDeadlines();
  // A duty that goes with an outcome arises where the case had it, whatever came later.
  for (const Happening& each : chronicle_.All()) {
    const std::string& concludes = Words().events[each.event].concludes;
    if (concludes.empty() || each.derived) continue;
    const std::uint16_t outcome =
        vocabulary::FindCode(Words().enumerations[vocabulary::FindEnumeration(Words(), "outcome")], concludes);
    if (outcome == conclusion_) continue;
    tools_.evaluation.SetRoot(vocabulary::FindRoot(Words(), "outcome"), Value::Of(Base::kEnum, outcome));
    use::RunLater(tools_.evaluation, applicable_.policies);
    for (const std::uint32_t rule : applicable_.rules) {
      const bool found = std::ranges::find(deadline_rules_, rule) != deadline_rules_.end();
      if (RuleAt(rule).outcome == outcome && RuleAt(rule).kind == RuleKind::kDuty && !found &&
          tools_.evaluation.TruthOf(RuleAt(rule).fires) == Truth::kTrue)
        AddDuty(rule, true);
    }
  }
  for (std::size_t i = 0; i < result_.deadlines.size(); ++i) {
    Deadline& deadline = result_.deadlines[i];
    if (question_.brief) {
      Name(deadline_rules_[i], deadline);
    } else {
      Describe(deadline_rules_[i], deadline);
      deadline.unit_name = decision::InProse(Words().units[vocabulary::FindUnit(Words(), deadline.unit)].name);
    }
  }
}

/// What comes with a decision binds nobody before there is one.
bool Timeline::Pursuit::HasBegun(const Rule& rule) const {
  return rule.stage != tools_.application_stage || result_.conclusion_recorded ||
         chronicle_.Last(tools_.shape.replied) != nullptr;
}

void Timeline::Pursuit::FindDeadlines() {
  for (const std::uint32_t index : applicable_.rules) {
    const Rule& rule = RuleAt(index);
    if (rule.kind != RuleKind::kDuty) continue;
    const Truth arises = tools_.evaluation.TruthOf(rule.fires);
    if (arises == Truth::kFalse) continue;
    if (rule.limit) {
      AddDuty(index, arises == Truth::kTrue);
    } else if (!question_.brief && arises == Truth::kTrue && rule.stage != tools_.use_stage && HasBegun(rule)) {
      AddObligation(index, nullptr);
    }
  }
}

void Timeline::Pursuit::AddDuty(std::uint32_t index, bool certain) {
  const Rule& rule = RuleAt(index);
  const std::size_t first = result_.deadlines.size();
  const DeadlineFinder finder(Bundle(), tools_.shape, chronicle_, tools_.readings, CalendarRegion(), question_.as_of);
  const auto meets = [&](const Rule& each, const Happening& event) {
    if (each.met_if == program::kNoNode) return Truth::kTrue;
    const auto known = met_.find({each.code, event.record});
    return known == met_.end() ? Truth::kUnknown : known->second;
  };
  if (!rule.limit) return AddObligation(index, nullptr);
  finder.Find(rule, tools_.evaluation.At(rule.limit->length), certain, meets, result_.deadlines);
  deadline_rules_.resize(result_.deadlines.size(), index);
  for (std::size_t i = first; i < result_.deadlines.size() && !certain; ++i)
    result_.deadlines[i].when = rule.guard_words;
}

void Timeline::Pursuit::AddObligation(std::uint32_t index, const Happening* since) {
  Obligation& obligation = result_.obligations.emplace_back();
  Describe(index, obligation);
  if (since != nullptr) obligation.since = chronicle_.Seen(*since);
  for (const Happening& each : chronicle_.All()) {
    if (each.event != RuleAt(index).met_by || (since != nullptr && each.at < since->at)) continue;
    const auto known = met_.find({RuleAt(index).code, each.record});
    if (known != met_.end() && known->second == Truth::kFalse) continue;
    obligation.met = true;
    obligation.met_on = each.day;
    break;
  }
}

void Timeline::Pursuit::AddOverdueBreaches() {
  for (const Deadline& deadline : result_.deadlines) {
    if (deadline.status != Status::kOverdue) continue;
    Breach breach;
    static_cast<RuleSeen&>(breach) = deadline;
    breach.on = base::AddDays(*deadline.due, 1);
    const std::string late = std::to_string(deadline.days_late);
    breach.text = deadline.met_on ? base::Words{"逾期" + late + "日才履行：" + deadline.text.zh,
                                                "done " + late + " days late: " + deadline.text.en}
                                  : base::Words{"已逾期" + late + "日，尚未履行：" + deadline.text.zh,
                                                late + " days overdue: " + deadline.text.en};
    result_.breaches.push_back(std::move(breach));
  }
  std::ranges::stable_sort(result_.breaches, {}, &Breach::on);
}

/// Powers are judged with what is overdue in view.
void Timeline::Pursuit::FindPowers() {
  const std::size_t all = chronicle_.All().size();
  std::vector<std::string> overdue;
  for (const Deadline& deadline : result_.deadlines) {
    if (deadline.status == Status::kOverdue) overdue.push_back(deadline.id);
  }
  BeginAt(all, question_.as_of.day, Value(), conclusion_);
  tools_.evaluation.SetRoot(vocabulary::FindRoot(Words(), "case_file"),
                            Value::OfRecord(chronicle_.FileBefore(all, overdue)));
  use::RunLater(tools_.evaluation, applicable_.policies);
  for (const std::uint32_t index : applicable_.rules) {
    const Rule& rule = RuleAt(index);
    const bool in_force = decision::InForce(Bundle().program.policies[rule.policy], question_.as_of.day);
    const Truth open = tools_.evaluation.TruthOf(rule.fires);
    if (rule.kind != RuleKind::kPower || !in_force || open == Truth::kFalse) continue;
    Power power;
    Describe(index, power);
    power.open = open == Truth::kTrue;
    if (!power.open) AddPreconditions(rule, power);
    if (power.open || !power.preconditions.empty()) result_.powers.push_back(std::move(power));
  }
}

void Timeline::Pursuit::AddPreconditions(const Rule& rule, Power& power) {
  const vm::Formula formula = vm::ExplainUnknown(tools_.evaluation, Words(), rule.fires);
  const std::vector<vm::Need> needs = vm::Needs(formula);
  for (std::size_t i = 0; i < formula.facts.size(); ++i) {
    if (!needs[i].matters) continue;
    const vm::Fact& fact = formula.facts[i];
    power.preconditions.push_back(decision::QuestionAbout(Words(), fact));
    power.paths.push_back(fact.finding.empty() ? fact.path : "application.findings." + fact.finding);
  }
}

void Timeline::Pursuit::Name(std::uint32_t index, RuleSeen& seen) const {
  const Rule& rule = RuleAt(index);
  seen.id = rule.code;
  seen.name = decision::InProse({rule.name, rule.code});
  const vocabulary::Enumeration& actors = Words().enumerations[vocabulary::FindEnumeration(Words(), "actor")];
  for (const std::uint16_t bearer : rule.bearers) seen.actors.push_back(actors.members[bearer].code);
}

void Timeline::Pursuit::Describe(std::uint32_t index, RuleSeen& seen) {
  const Rule& rule = RuleAt(index);
  const decision::BasisPrinter bases(Bundle(), tools_.evaluation, tools_.provisions);
  Name(index, seen);
  seen.text = decision::DutyWords(rule);
  seen.basis = bases.Print(rule.basis, rule.policy);
  seen.sanction = bases.Print(rule.sanction, rule.policy);
}

}  // namespace zhun::timeline
