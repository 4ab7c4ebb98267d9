#include <algorithm>

#include "compiler/lint/reasoning/reasoning.h"

namespace zhun::lint {
namespace {

using reason::Answer;

bool Comparable(const GraphRule& one, const GraphRule& other) {
  const bool same = one.source->stage == other.source->stage && one.source->per_item == other.source->per_item &&
                    one.source->outcome == other.source->outcome;
  if (!same || !one.IsMerits() || !other.IsMerits()) return false;
  return std::ranges::any_of(one.reads, [&](ir::NodeId path) { return other.reads.contains(path); });
}

bool SameProvision(const sema::Citation& one, const sema::Citation& other) {
  return one.kind == other.kind && one.provision == other.provision && one.number == other.number;
}

/// Base rules that rest on different provisions give the applicant different grounds, though one covers the other.
bool ShareABasis(const GraphRule& one, const GraphRule& other) {
  return std::ranges::any_of(one.source->basis, [&](const sema::Citation& basis) {
    return std::ranges::any_of(other.source->basis,
                               [&](const sema::Citation& each) { return SameProvision(basis, each); });
  });
}

class SubsumedRules {
 public:
  SubsumedRules(const PolicySubject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        reasoning_(subject) {}

  void Look() {
    for (const std::uint32_t policy : subject_.wanted) {
      const std::vector<const GraphRule*> own = reasoning_.RulesOf(policy);
      for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i]->IsMerits() && !ByOneOf(*own[i], i, own)) ByTheBase(*own[i]);
      }
    }
  }

 private:
  bool IsRepetition(const GraphRule& rule, const GraphRule& other) const {
    return subject_.Policy(rule.policy).role == sema::Role::kEntry || ShareABasis(rule, other);
  }

  /// Whether whatever one rule refuses the other refuses as well, and there is something.
  bool Implies(const GraphRule& narrow, const GraphRule& wide) const {
    const bool per_item = narrow.source->per_item;
    const reason::Goal fires = Reasoning::True(narrow.lowered->fires, per_item);
    if (reasoning_.CanHold({fires, Reasoning::NotTrue(wide.lowered->fires, per_item)}, per_item) !=
        Answer::kUnsatisfiable) {
      return false;
    }
    return reasoning_.CanHold({fires}, per_item) != Answer::kUnsatisfiable;
  }

  /// Of two rules that say the same the later one is the repetition.
  bool ByOneOf(const GraphRule& rule, std::size_t index, const std::vector<const GraphRule*>& own) {
    for (std::size_t j = 0; j < own.size(); ++j) {
      if (j == index || !Comparable(rule, *own[j]) || !IsRepetition(rule, *own[j]) || !Implies(rule, *own[j])) continue;
      if (j > index && Implies(*own[j], rule)) continue;
      Report(rule, *own[j], j < index && Implies(*own[j], rule));
      return true;
    }
    return false;
  }

  void ByTheBase(const GraphRule& rule) {
    if (subject_.Policy(rule.policy).role == sema::Role::kBase) return;
    for (const GraphRule* other : reasoning_.BaseRules()) {
      if (!Comparable(rule, *other) || !Implies(rule, *other)) continue;
      Report(rule, *other, false);
      return;
    }
  }

  void Report(const GraphRule& rule, const GraphRule& wide, bool equal) {
    const Shown shown = reasoning_.Show({Reasoning::True(rule.lowered->fires, rule.source->per_item)}, rule,
                                        {rule.source->code, wide.source->code}, {});
    const std::string &name = rule.source->name, &other = wide.source->name;
    if (shown.answer == Answer::kUnsettled) {
      findings_.Undecided(RuleCode::kP15, rule.source->span,
                          {"「" + name + "」看来已包含在「" + other + "」之内，但没有找到能复现的申请",
                           "「" + name + "」 seems to be contained in 「" + other + "」, but no application shows it"});
      return;
    }
    const bool base = subject_.Policy(wide.policy).role == sema::Role::kBase;
    const base::Words again = {"「" + name + "」与「" + other + "」说的是同一件事。",
                               "「" + name + "」 says the same as 「" + other + "」."};
    const base::Words part = {
        "「" + name + "」不同意的，「" + other + "」也都不同意，这条规则是多余的。",
        "Whatever 「" + name + "」 refuses, 「" + other + "」 refuses as well; the rule is superfluous."};
    Finding& found = findings_.Report(RuleCode::kP15, rule.source->span, equal ? again : part,
                                      rule.source->code + " in " + wide.source->code);
    found.witness = shown.witness;
    found.labels.push_back({wide.source->span, {"另一条规则", "the other rule"}});
    if (base && subject_.Policy(rule.policy).role == sema::Role::kEntry) {
      found.help = {"基础策略已经规定，目录条目的策略不必再写",
                    "the base policies say so already; the policy of an entry need not repeat it"};
    }
  }

  const PolicySubject& subject_;
  Findings& findings_;
  Reasoning reasoning_;
};

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.compiled) SubsumedRules(subject, findings).Look();
}

}  // namespace

extern const Rule kP15{.policies = Look};

}  // namespace zhun::lint
