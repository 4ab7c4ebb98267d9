#include "runtime/decision/judgement.h"

#include <algorithm>

namespace zhun::decision {
namespace {

using program::Rule;
using program::RuleKind;
using values::State;
using vm::Fact;
using vm::Formula;
using vm::Truth;
using vocabulary::Supplier;

class CaseJudge {
 public:
  CaseJudge(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, const Applicable& applicable,
            const Requested& requested)
      : evaluation_(evaluation),
        vocabulary_(vocabulary),
        applicable_(applicable),
        requested_(requested),
        outcomes_(vocabulary) {
    const std::uint16_t stages = vocabulary::FindEnumeration(vocabulary, "stage");
    stage_ = vocabulary::FindCode(vocabulary.enumerations[stages], "application");
  }

  Judgement Run() {
    RunBase(evaluation_, applicable_);
    for (std::uint32_t index : applicable_.rules) {
      const Rule& rule = RuleAt(index);
      if (rule.stage != stage_ || rule.kind == RuleKind::kDuty || rule.kind == RuleKind::kPower || rule.per_item)
        continue;
      JudgeRule(index);
    }
    if (requested_.known && !ItemsAreDoubtful()) {
      JudgeItems();
    } else {
      JudgeCandidates();
    }
    judgement_.nothing_left = !judgement_.items.empty() &&
                              std::all_of(judgement_.cut.begin(), judgement_.cut.end(), [](bool cut) { return cut; });
    Order();
    judgement_.outcome = Outcome();
    return std::move(judgement_);
  }

 private:
  const Rule& RuleAt(std::uint32_t index) const { return evaluation_.Code().rules[index]; }

  void JudgeRule(std::uint32_t index) {
    const Rule& rule = RuleAt(index);
    const Truth fires = evaluation_.TruthOf(rule.fires);
    if (fires == Truth::kFalse) return;
    if (fires == Truth::kTrue) judgement_.fired.push_back({index, {}});
    if (rule.kind == RuleKind::kElement) {
      WantElement(index, fires);
    } else if (rule.kind == RuleKind::kPaper) {
      WantPapers(index);
    } else if (fires == Truth::kUnknown) {
      WantFacts(index, vm::ExplainUnknown(evaluation_, vocabulary_, rule.fires));
    }
  }

  bool IsPerItem(std::uint32_t rule) const { return RuleAt(rule).per_item && RuleAt(rule).stage == stage_; }

  void RunItem(const values::Value& item) {
    for (const program::Policy& policy : evaluation_.Code().policies) {
      if (!policy.base) continue;
      evaluation_.RunFor(policy.item_nodes, 0, item);
      break;
    }
    for (std::uint32_t policy : applicable_.policies) {
      evaluation_.RunFor(evaluation_.Code().policies[policy].item_nodes, 0, item);
    }
  }

  /// Per-item rules: a rule that fires cuts the item.
  void JudgeItems() {
    judgement_.items = requested_.items;
    judgement_.cut.resize(judgement_.items.size());
    for (std::uint32_t item = 0; item < judgement_.items.size(); ++item) {
      RunItem(judgement_.items[item]);
      for (std::uint32_t index : applicable_.rules) {
        if (IsPerItem(index)) JudgeItem(index, item);
      }
    }
  }

  /// An element that is or may be defective has no value.
  bool ItemsAreDoubtful() const {
    for (std::uint32_t index : applicable_.rules) {
      const Rule& rule = RuleAt(index);
      if (rule.kind != RuleKind::kElement ||
          vm::PathOf(evaluation_, vocabulary_, rule.subject, {}) != "application.items")
        continue;
      if (!evaluation_.At(rule.subject).IsKnown()) return true;
    }
    return false;
  }

  /// While it is not known which items are asked for, nothing is cut; but what a per-item rule would want to know from the
  /// applicant about any of them belongs in the one notice.
  void JudgeCandidates() {
    for (const values::Value& candidate : requested_.candidates) {
      RunItem(candidate);
      for (std::uint32_t index : applicable_.rules) {
        const Truth fires = IsPerItem(index) ? evaluation_.TruthOf(RuleAt(index).fires) : Truth::kFalse;
        if (fires != Truth::kFalse && requested_.at_fault) WantItems(index);
        if (fires == Truth::kUnknown) WantForCandidate(index);
      }
    }
  }

  /// The element rule speaks for the items where there is one.
  void WantItems(std::uint32_t index) {
    const Fact items = ItemsFact();
    for (const Wanted& wanted : judgement_.wanted) {
      if (wanted.fact.path == items.path) return;
    }
    Want(items, false, index, Formula());
  }

  Fact ItemsFact() const {
    const vocabulary::Root& root = vocabulary_.roots[vocabulary::FindRoot(vocabulary_, "application")];
    const values::Value application = evaluation_.RootAt(vocabulary::FindRoot(vocabulary_, "application"));
    Fact fact;
    fact.path = "application.items";
    fact.state = application.record->fields[vocabulary::FindKey(vocabulary_.records[root.type.of], "items")].state;
    if (fact.state == State::kKnown) fact.state = State::kDefective;  // a name the entry does not have
    fact.label = LabelOf(fact.path);
    return fact;
  }

  void WantForCandidate(std::uint32_t index) {
    Formula formula = vm::ExplainUnknown(evaluation_, vocabulary_, RuleAt(index).fires);
    const std::vector<vm::Need> needs = vm::Needs(formula);
    const std::size_t count = formula.facts.size();
    formula.facts.push_back(ItemsFact());  // what every fact here hangs on
    for (std::size_t i = 0; i < count; ++i) {
      const Fact& fact = formula.facts[i];
      if (needs[i].matters && fact.finding.empty() && fact.supplier == Supplier::kApplicant)
        Want(fact, false, index, formula);
    }
  }

  void JudgeItem(std::uint32_t index, std::uint32_t item) {
    const Truth fires = evaluation_.TruthOf(RuleAt(index).fires);
    if (fires == Truth::kUnknown) WantFacts(index, vm::ExplainUnknown(evaluation_, vocabulary_, RuleAt(index).fires));
    if (fires != Truth::kTrue) return;
    judgement_.cut[item] = true;
    for (Fired& fired : judgement_.fired) {
      if (fired.rule == index) {
        fired.items.push_back(item);
        return;
      }
    }
    judgement_.fired.push_back({index, {item}});
  }

  /// An element that may be missing is listed itself; what its guard hangs on is not asked for on its account, since
  /// handing in the element settles the rule either way.
  void WantElement(std::uint32_t index, Truth fires) {
    const Rule& rule = RuleAt(index);
    const values::Value& subject = evaluation_.At(rule.subject);
    const bool certain = fires == Truth::kTrue;
    if (subject.state == State::kUncertain && evaluation_.TruthOf(rule.check) != Truth::kFalse) {
      WantFacts(index, vm::ExplainUnknown(evaluation_, vocabulary_, rule.fires));
      return;
    }
    const std::string path = vm::PathOf(evaluation_, vocabulary_, rule.subject, {});
    Fact fact;
    fact.path = path;
    fact.state = subject.state == State::kUncertain ? State::kDefective : subject.state;
    fact.label = LabelOf(path);
    Want(fact, certain, index, certain ? Formula() : vm::ExplainUnknown(evaluation_, vocabulary_, rule.guard));
  }

  base::Words LabelOf(const std::string& path) const {
    const vocabulary::Root& root = vocabulary_.roots[vocabulary::FindRoot(vocabulary_, "application")];
    const vocabulary::Record& record = vocabulary_.records[root.type.of];
    const std::uint16_t attribute = vocabulary::FindKey(record, path.substr(path.find('.') + 1));
    if (attribute == vocabulary::kNone) return {path, path};
    const vocabulary::Attribute& found = record.attributes[attribute];
    return found.label.zh.empty() ? found.name : found.label;
  }

  void WantPapers(std::uint32_t index) {
    const Rule& rule = RuleAt(index);
    const values::Value names = evaluation_.At(rule.subject);
    if (!names.IsKnown() || names.kind != vocabulary::Base::kText) {
      WantFacts(index, vm::ExplainUnknown(evaluation_, vocabulary_, rule.fires));
      return;
    }
    const bool fires = evaluation_.TruthOf(rule.fires) == Truth::kTrue;
    const Formula guard = fires ? Formula() : vm::ExplainUnknown(evaluation_, vocabulary_, rule.fires);
    // Whether it is attached may itself not be known yet; nothing else is open then.
    const bool certain = fires || (evaluation_.TruthOf(rule.bad) == Truth::kUnknown && guard.atoms.size() == 1);
    const std::span<const values::Value> list = values::IsList(names) ? names.list->elements : std::span(&names, 1);
    for (const values::Value& name : list) {
      const State state = PaperState(std::string(name.Text()));
      if (state == State::kKnown) continue;
      Fact fact;
      fact.path = "application.materials[" + std::string(name.Text()) + "]";
      fact.state = state;
      fact.label = {std::string(name.Text()), std::string(name.Text())};
      Want(fact, certain, index, guard);
    }
  }

  /// kKnown: attached; kPending: the papers, or this one, are still being checked; kAbsent: not there.
  State PaperState(const std::string& name) {
    const vocabulary::Root& root = vocabulary_.roots[vocabulary::FindRoot(vocabulary_, "application")];
    const std::uint16_t field = vocabulary::FindKey(vocabulary_.records[root.type.of], "materials");
    const values::Value materials =
        evaluation_.RootAt(vocabulary::FindRoot(vocabulary_, "application")).record->fields[field];
    if (!materials.IsKnown()) return materials.state == State::kPending ? State::kPending : State::kAbsent;
    const std::uint16_t key =
        vocabulary::FindKey(vocabulary_.records[vocabulary::FindRecord(vocabulary_, "material")], "name");
    bool pending = false;
    for (const values::Value& material : materials.list->elements) {
      if (!material.IsKnown()) {
        pending = true;
      } else if (material.record->fields[key].IsKnown() && material.record->fields[key].Text() == name) {
        return State::kKnown;
      }
    }
    return pending ? State::kPending : State::kAbsent;
  }

  /// What an unknown merits rule lacks: what the applicant can supply is wanted, the rest leaves the rule open.
  void WantFacts(std::uint32_t index, const Formula& formula) {
    const std::vector<vm::Need> needs = vm::Needs(formula);
    for (std::uint32_t i = 0; i < formula.facts.size(); ++i) {
      const Fact& fact = formula.facts[i];
      if (!needs[i].matters) continue;
      if (fact.finding.empty() && fact.supplier == Supplier::kApplicant) {
        Want(fact, needs[i].certain, index, formula);
      } else {
        LeaveOpen(index, fact);
      }
    }
    if (vm::IsOpenWithoutFacts(formula)) OpenFor(index);
  }

  /// A per-item rule may be open for several items, for want of the same fact or of others.
  void LeaveOpen(std::uint32_t rule, const Fact& fact) {
    std::vector<Fact>& facts = OpenFor(rule).facts;
    const auto same = [&](const Fact& known) { return known.SameAs(fact); };
    if (std::none_of(facts.begin(), facts.end(), same)) facts.push_back(fact);
  }

  Open& OpenFor(std::uint32_t rule) {
    const auto same = [&](const Open& open) { return open.rule == rule; };
    const auto open = std::find_if(judgement_.open.begin(), judgement_.open.end(), same);
    return open != judgement_.open.end() ? *open : *judgement_.open.insert(open, {rule, {}});
  }

  void Want(const Fact& fact, bool certain, std::uint32_t rule, const Formula& formula) {
    Wanted* wanted = nullptr;
    for (Wanted& each : judgement_.wanted) {
      if (each.fact.path == fact.path) wanted = &each;
    }
    if (wanted == nullptr) {
      judgement_.wanted.push_back({fact, false, {}, {}});
      wanted = &judgement_.wanted.back();
    }
    if (fact.state == State::kDefective) wanted->fact.state = State::kDefective;
    wanted->certain = wanted->certain || certain;
    if (wanted->rules.empty() || wanted->rules.back() != rule) wanted->rules.push_back(rule);
    for (const Fact& other : formula.facts) {
      if (other.SameAs(fact)) continue;
      const auto& known = wanted->hangs_on;
      if (std::find(known.begin(), known.end(), other.label) == known.end()) wanted->hangs_on.push_back(other.label);
    }
  }

  /// Per-item rules came last; everything is to stand in the order of the rules.
  void Order() {
    const auto position = [&](std::uint32_t rule) {
      return std::find(applicable_.rules.begin(), applicable_.rules.end(), rule) - applicable_.rules.begin();
    };
    std::stable_sort(judgement_.fired.begin(), judgement_.fired.end(),
                     [&](const Fired& a, const Fired& b) { return position(a.rule) < position(b.rule); });
    std::stable_sort(judgement_.wanted.begin(), judgement_.wanted.end(),
                     [&](const Wanted& a, const Wanted& b) { return position(a.rules[0]) < position(b.rules[0]); });
    std::stable_sort(judgement_.open.begin(), judgement_.open.end(),
                     [&](const Open& a, const Open& b) { return position(a.rule) < position(b.rule); });
  }

  bool HasFired(std::uint16_t outcome) const {
    for (const Fired& fired : judgement_.fired) {
      if (fired.items.empty() && RuleAt(fired.rule).outcome == outcome) return true;
    }
    return false;
  }

  std::uint16_t Outcome() const {
    for (std::uint16_t first :
         {outcomes_.out_of_scope, outcomes_.not_requestable, outcomes_.refuse_by_law, outcomes_.refer}) {
      if (HasFired(first)) return first;
    }
    if (!judgement_.wanted.empty()) return outcomes_.supplement;
    if (HasFired(outcomes_.refuse) || judgement_.nothing_left) return outcomes_.refuse;
    if (!judgement_.open.empty()) return outcomes_.refer;
    const bool cut = std::find(judgement_.cut.begin(), judgement_.cut.end(), true) != judgement_.cut.end();
    return cut ? outcomes_.partial_grant : outcomes_.grant;
  }

  vm::Evaluation& evaluation_;
  const vocabulary::Vocabulary& vocabulary_;
  const Applicable& applicable_;
  const Requested& requested_;
  Outcomes outcomes_;
  std::uint16_t stage_ = 0;
  Judgement judgement_;
};

}  // namespace

void RunBase(vm::Evaluation& evaluation, const Applicable& applicable) {
  for (const program::Policy& policy : evaluation.Code().policies) {
    if (!policy.base) continue;
    evaluation.Run(policy.nodes);  // one segment serves all base policies
    break;
  }
  for (std::uint32_t policy : applicable.policies) evaluation.Run(evaluation.Code().policies[policy].nodes);
}

Outcomes::Outcomes(const vocabulary::Vocabulary& vocabulary) {
  const vocabulary::Enumeration& outcomes = vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "outcome")];
  const auto find = [&](std::string_view code) { return vocabulary::FindCode(outcomes, code); };
  out_of_scope = find("out_of_scope");
  not_requestable = find("not_requestable");
  refuse_by_law = find("refuse_by_law");
  refer = find("refer");
  supplement = find("supplement");
  refuse = find("refuse");
  partial_grant = find("partial_grant");
  grant = find("grant");
}

Judgement Judge(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, const Applicable& applicable,
                const Requested& requested) {
  return CaseJudge(evaluation, vocabulary, applicable, requested).Run();
}

}  // namespace zhun::decision
