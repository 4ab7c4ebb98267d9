// The order of outcomes, read from the contract.
#include "tests/oracle/verdict.h"

#include <algorithm>
#include <set>

namespace zhun::oracle {
namespace {

using ast::RuleKind;
using sema::Rule;
using vocabulary::Base;

struct Wanted {
  State state = State::kAbsent;
  bool certain = false;
};

class Judge {
 public:
  Judge(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, const Case& each)
      : model_(model),
        vocabulary_(vocabulary),
        case_(each),
        naive_(model, vocabulary, each),
        outcomes_(vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "outcome")]),
        stages_(vocabulary.enumerations[vocabulary::FindEnumeration(vocabulary, "stage")]) {}

  std::string Run() {
    Select();
    FindItems();
    for (const Rule* rule : rules_) {
      if (rule->stage != vocabulary::FindCode(stages_, "application")) continue;
      if (rule->kind != RuleKind::kDuty && rule->kind != RuleKind::kPower)
        rule->per_item ? JudgeItems(*rule) : JudgeRule(*rule);
    }
    const std::string outcome = Outcome();
    Report(outcome);
    ReportDuties(outcome == "refuse_by_law" ? "refuse" : outcome);
    std::string text = "decision " + (outcome == "refuse_by_law" ? "refuse" : outcome) + "\n";
    for (const std::string& line : lines_) text += line + "\n";
    return text;
  }

 private:
  Value Part(const Value& record, std::string_view key) const {
    if (!record.IsKnown()) return record;
    return record.record->fields[vocabulary::FindKey(vocabulary_.records[record.record->type], key)];
  }

  /// Published by the entry, for this policy or for none in particular.
  bool Published(const std::string& number, const sema::Policy& policy) const {
    const Value others = Part(Part(case_.entry.RootValue(), "conditions"), "others");
    if (!others.IsKnown()) return false;
    for (const Value& condition : others.list->elements) {
      const std::string owner = TextOf(vocabulary_, condition, "policy");
      if (TextOf(vocabulary_, condition, "no") == number) return owner.empty() || owner == policy.code;
    }
    return false;
  }

  bool HasEarlierVersion(const sema::Policy& policy) const {
    for (const sema::Policy& other : model_.policies) {
      if (other.role == policy.role && other.code == policy.code && other.effective_from < policy.effective_from)
        return true;
    }
    return false;
  }

  /// An entry policy applies iff it is about this entry and in force on the day of receipt; a rule of it whose version or
  /// published condition is not the entry's is inert. Base policies hold until they expire, the first version of one also
  /// before its first day.
  void Select() {
    const base::Date received = base::ShanghaiDate(Part(case_.application.RootValue(), "received_at").number);
    for (const Rule& rule : model_.rules) {
      const sema::Policy& policy = model_.policies[rule.policy];
      const bool base = policy.role == sema::Role::kBase;
      if (policy.effective_to && *policy.effective_to < received) continue;
      if (base && received < policy.effective_from && HasEarlierVersion(policy)) continue;
      if (!base &&
          (received < policy.effective_from || policy.entry_id != TextOf(vocabulary_, case_.entry.RootValue(), "id")))
        continue;
      bool inert = !base && policy.entry_version != TextOf(vocabulary_, case_.entry.RootValue(), "version");
      for (const sema::Citation& basis : rule.basis) {
        inert = inert || (basis.kind == sema::Citation::Kind::kCatalogue && !Published(basis.number, policy));
      }
      if (inert) {
        naive_.aligned = false;
        continue;
      }
      rules_.push_back(&rule);
      for (const sema::Citation& basis : rule.basis) {
        if (basis.kind == sema::Citation::Kind::kCatalogue && !policy.applies.IsValid())
          naive_.governed.push_back(basis.number);
      }
    }
    GovernByPoliciesThatApply();
  }

  /// 适用 is judged before its policy states anything; then the conditions it cites are stated, or left to officials.
  void GovernByPoliciesThatApply() {
    std::vector<std::string> governed;
    for (const Rule* rule : rules_) {
      const sema::ExprId applies = model_.policies[rule->policy].applies;
      if (!applies.IsValid() || naive_.Judge(applies, {}) != Truth::kTrue) continue;
      for (const sema::Citation& basis : rule->basis) {
        if (basis.kind == sema::Citation::Kind::kCatalogue) governed.push_back(basis.number);
      }
    }
    naive_.governed.insert(naive_.governed.end(), governed.begin(), governed.end());
  }

  void FindItems() {
    const vocabulary::Record& application = vocabulary_.records[vocabulary::FindRecord(vocabulary_, "application")];
    const Value items = naive_.Element(vocabulary::FindKey(application, "items"));
    const Value raw = Part(case_.application.RootValue(), "items");
    items_known_ = items.IsKnown();
    for (const Value& item : items_known_ ? items.list->elements : std::span<const Value>()) {
      items_known_ = items_known_ && item.IsKnown() && TruthOf(Part(item, "listed")) == Truth::kTrue;
    }
    const Value offered = Part(case_.entry.RootValue(), "items");
    const Value& from = items_known_ ? items : offered;
    for (std::size_t i = 0; from.IsKnown() && i < from.list->elements.size(); ++i) {
      const Value& item = from.list->elements[i];
      items_.push_back({item, "entry.items[" + NameOf(vocabulary_, item, i) + "]", std::nullopt});
    }
    items_state_ = raw.IsKnown() ? State::kDefective : raw.state;
    items_at_fault_ = !raw.IsKnown();
    for (const Value& item : raw.IsKnown() ? raw.list->elements : std::span<const Value>()) {
      items_at_fault_ = items_at_fault_ || (item.IsKnown() && TruthOf(Part(item, "listed")) == Truth::kFalse);
    }
    const Fact lacking{"application.items", State::kAbsent, false, items_at_fault_};
    if (!items_known_ && !offered.IsKnown()) items_.push_back({Value::In(State::kUncertain), "?", Facts{lacking}});
    cut_.resize(items_known_ ? items_.size() : 0);
  }

  void Want(const Fact& fact, bool certain) {
    Wanted& wanted = wanted_.try_emplace(fact.path, Wanted{fact.state, false}).first->second;
    if (fact.state == State::kDefective) wanted.state = State::kDefective;
    wanted.certain = wanted.certain || certain;
  }

  void WantAll(const Rule& rule, const std::vector<Need>& needs) {
    for (const Need& need : needs) {
      if (need.fact.applicant) {
        Want(need.fact, need.certain);
      } else {
        open_.insert(rule.code);
        if (need.fact.finding) findings_.insert(need.fact.path);
      }
    }
  }

  void JudgeRule(const Rule& rule) {
    const Members members;
    if (rule.kind == RuleKind::kElement) return JudgeElement(rule);
    const Truth fires = naive_.Fires(rule, members);
    if (fires == Truth::kFalse) return;
    if (rule.kind == RuleKind::kPaper) return JudgePaper(rule);
    if (fires == Truth::kTrue) fired_.push_back(&rule);
    if (fires == Truth::kUnknown) WantAll(rule, naive_.NeedsOf(rule, members));
  }

  void JudgeElement(const Rule& rule) {
    const std::uint32_t attribute = naive_.ElementOf(rule);
    const Truth fires = naive_.ElementFires(rule);
    if (fires == Truth::kFalse) return;
    const Value value = naive_.Element(attribute);
    if (value.state == State::kUncertain && naive_.ElementMust(rule) != Truth::kFalse)
      return WantAll(rule, naive_.ElementNeeds(rule));
    Want({naive_.ElementMember(attribute).path, value.state == State::kUncertain ? State::kDefective : value.state,
          false, true},
         fires == Truth::kTrue);
  }

  void JudgePaper(const Rule& rule) {
    const Members members;
    const Value names = naive_.PaperNames(rule, members);
    if (!names.IsKnown()) return WantAll(rule, naive_.NeedsOf(rule, members));
    const bool certain = Both(naive_.Guard(rule, members), Negated(naive_.Excepted(rule, members))) == Truth::kTrue;
    const Value materials = Part(case_.application.RootValue(), "materials");
    for (const Value& name : values::IsList(names) ? names.list->elements : std::span(&names, 1)) {
      bool attached = false;
      for (const Value& material : materials.IsKnown() ? materials.list->elements : std::span<const Value>()) {
        attached = attached || TextOf(vocabulary_, material, "name") == name.Text();
      }
      const State state = materials.state == State::kPending ? State::kPending : State::kAbsent;
      if (!attached) Want({"application.materials[" + std::string(name.Text()) + "]", state, false, true}, certain);
    }
  }

  void JudgeItems(const Rule& rule) {
    if (!items_known_) return JudgeCandidates(rule);
    bool fires_at_all = false;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      const Members members{{rule.binder, items_[i]}};
      const Truth fires = naive_.Fires(rule, members);
      if (fires == Truth::kUnknown) WantAll(rule, naive_.NeedsOf(rule, members));
      if (fires != Truth::kTrue) continue;
      cut_[i] = true;
      fires_at_all = true;
    }
    if (fires_at_all) fired_.push_back(&rule);
  }

  /// While the items are not known, any item of the entry may be asked for.
  void JudgeCandidates(const Rule& rule) {
    bool may_fire = false;
    for (const Member& item : items_) may_fire = may_fire || naive_.Fires(rule, {{rule.binder, item}}) != Truth::kFalse;
    if (may_fire && items_at_fault_) Want({"application.items", items_state_, false, true}, false);
    for (const Need& need : naive_.NeedsOfAnyItem(rule, items_)) {
      if (need.fact.applicant)
        Want({need.fact.path, need.fact.path == "application.items" ? items_state_ : need.fact.state, false, true},
             false);
    }
  }

  bool HasFired(std::string_view outcome) const {
    return std::any_of(fired_.begin(), fired_.end(), [&](const Rule* rule) {
      return !rule->per_item && outcomes_.members[rule->outcome].code == outcome;
    });
  }
  bool AnyCut() const { return std::find(cut_.begin(), cut_.end(), true) != cut_.end(); }
  bool NothingLeft() const { return !cut_.empty() && std::find(cut_.begin(), cut_.end(), false) == cut_.end(); }

  std::string Outcome() const {
    for (const char* first : {"out_of_scope", "not_requestable", "refuse_by_law", "refer"}) {
      if (HasFired(first)) return first;
    }
    if (!wanted_.empty()) return "supplement";
    if (HasFired("refuse") || NothingLeft()) return "refuse";
    if (!open_.empty()) return "refer";
    return AnyCut() ? "partial_grant" : "grant";
  }

  void Say(const std::string& line) { lines_.insert(line); }

  std::string EffectOf(const Rule& rule, const std::string& outcome) const {
    const std::string merits = outcome == "supplement" ? "notice" : "refuse";
    if (rule.per_item) return NothingLeft() ? merits : "partial_grant";
    const std::string& own = outcomes_.members[rule.outcome].code;
    if (own == "refuse") return merits;
    return own == "refuse_by_law" ? "refuse" : own;
  }

  void Report(const std::string& outcome) {
    for (const Rule* rule : fired_) Say("reason " + rule->code + " " + EffectOf(*rule, outcome));
    const bool supplement = outcome == "supplement";
    if (supplement || outcome == "refer") {
      for (const std::string& code : open_) Say("reason " + code + " refer");
      for (const std::string& code : findings_) Say("finding " + code);
    }
    for (const auto& [path, wanted] : wanted_) {
      const std::string state = wanted.state == State::kDefective ? "defective"
                                : wanted.state == State::kPending ? "pending"
                                                                  : "absent";
      if (supplement) Say("missing " + path + " " + state + (wanted.certain ? "" : " when"));
    }
    const bool granted = outcome == "grant" || outcome == "partial_grant";
    if (!granted && outcome != "refuse" && outcome != "refuse_by_law") return;
    for (std::size_t i = 0; i < cut_.size(); ++i) {
      Say("item " + TextOf(vocabulary_, items_[i].value, "name") + (granted && !cut_[i] ? " grant" : " refuse"));
    }
  }

  void ReportDuties(const std::string& outcome) {
    naive_.outcome = Value::Of(Base::kEnum, vocabulary::FindCode(outcomes_, outcome));
    for (const Rule* rule : rules_) {
      if (rule->kind != RuleKind::kDuty || rule->stage != vocabulary::FindCode(stages_, "application")) continue;
      const Truth fires = naive_.Fires(*rule, {});
      if (fires != Truth::kFalse) Say("duty " + rule->code + (fires == Truth::kTrue ? "" : " when"));
      if (rule->outcome != vocabulary::kNone && fires == Truth::kTrue) Say("reason " + rule->code + " " + outcome);
    }
  }

  const sema::Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
  const Case& case_;
  Naive naive_;
  const vocabulary::Enumeration& outcomes_;
  const vocabulary::Enumeration& stages_;
  std::vector<const Rule*> rules_;
  std::vector<Member> items_;  ///< requested, or while that is not known, on offer
  bool items_known_ = false;
  State items_state_ = State::kAbsent;
  bool items_at_fault_ = false;  ///< the applicant can cure them
  std::vector<bool> cut_;
  std::vector<const Rule*> fired_;
  std::map<std::string, Wanted> wanted_;
  std::set<std::string> open_;
  std::set<std::string> findings_;
  std::multiset<std::string> lines_;
};

}  // namespace

std::string NaiveVerdict(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, const Case& each) {
  return Judge(model, vocabulary, each).Run();
}

}  // namespace zhun::oracle
