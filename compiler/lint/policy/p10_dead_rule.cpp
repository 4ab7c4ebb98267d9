#include "compiler/lint/reasoning/reasoning.h"

namespace zhun::lint {
namespace {

using diagnostics::Severity;
using reason::Answer;
using reason::Goal;

/// The clause of a rule's tree that a finding points at, or the rule's name.
base::Span PlaceIn(const PolicySubject& subject, const GraphRule& rule, ast::ClauseKind kind) {
  const ast::Rule* tree = subject.TreeOf(*rule.source);
  const ast::Clause* clause = tree == nullptr ? nullptr : ClauseOf(tree->clauses, kind);
  return clause == nullptr ? rule.source->span : clause->span;
}

class DeadRules {
 public:
  DeadRules(const PolicySubject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        reasoning_(subject) {}

  void Look() {
    for (const std::uint32_t policy : subject_.wanted) {
      for (const GraphRule* rule : reasoning_.RulesOf(policy)) Look(*rule);
      LookAtDefinitions(policy);
    }
  }

 private:
  /// From the outside in: a condition that never holds makes all that follows meaningless.
  void Look(const GraphRule& rule) {
    if (rule.source->kind == ast::RuleKind::kElement) return;
    if (NeverApplies(rule) || !rule.IsMerits()) return;
    if (NeverFires(rule)) return;
    AlwaysFires(rule);
    LookAtExceptions(rule, rule.source->exceptions);
  }

  std::vector<Goal> Applying(const GraphRule& rule) const {
    if (rule.lowered->guard == ir::kNoNode) return {};
    return {Reasoning::True(rule.lowered->guard, rule.source->per_item)};
  }

  Answer CanHold(const GraphRule& rule, std::vector<Goal> goals) const {
    return reasoning_.CanHold(std::move(goals), rule.source->per_item);
  }

  /// A sound case, in which the rule is silent.
  std::string SilentCase(const GraphRule& rule, std::vector<Goal> goals) const {
    return reasoning_.Show(std::move(goals), rule, {}, {rule.source->code}).witness;
  }

  bool NeverApplies(const GraphRule& rule) {
    const ast::ClauseKind when = ast::ClauseKind::kWhen;
    if (CanHold(rule, Applying(rule)) != Answer::kUnsatisfiable) return false;
    Finding& found = findings_.Report(
        RuleCode::kP10, PlaceIn(subject_, rule, when),
        {"「" + rule.source->name + "」的适用条件自相矛盾，永远不会成立。",
         "The conditions under which 「" + rule.source->name + "」 applies contradict each other and never hold."},
        rule.source->code + " never applies");
    found.witness = SilentCase(rule, {});
    found.help = {"逐个核对“当”里的判断；值的范围没有交集的，只能满足其中一个",
                  "compare the parts of when one by one: ranges without a common value cannot hold together"};
    return true;
  }

  bool NeverFires(const GraphRule& rule) {
    const bool per_item = rule.source->per_item;
    std::vector<Goal> bad = Applying(rule);
    bad.push_back(Reasoning::True(rule.lowered->bad, per_item));
    const bool prohibits = rule.source->kind == ast::RuleKind::kProhibit;
    if (CanHold(rule, bad) == Answer::kUnsatisfiable) {
      ReportIdle(rule, prohibits);
      return true;
    }
    if (CanHold(rule, {Reasoning::True(rule.lowered->fires, per_item)}) != Answer::kUnsatisfiable) return false;
    Finding& found = findings_.Report(
        RuleCode::kP10, rule.source->span,
        {"例外把「" + rule.source->name + "」的全部情形都除外了，规则不再起作用。",
         "The exceptions take away every case of 「" + rule.source->name + "」; the rule does nothing."},
        rule.source->code + " excepted");
    found.witness = SilentCase(rule, bad);
    return true;
  }

  void ReportIdle(const GraphRule& rule, bool prohibits) {
    const std::string& name = rule.source->name;
    const base::Words contradictory{"「" + name + "」禁止的情形自相矛盾，永远不会出现。",
                                    "What 「" + name + "」 prohibits contradicts itself and never occurs."};
    const base::Words idle{"「" + name + "」的要求总是满足，规则不起作用。",
                           "What 「" + name + "」 requires always holds; the rule does nothing."};
    Finding& found = findings_.Report(
        RuleCode::kP10, PlaceIn(subject_, rule, prohibits ? ast::ClauseKind::kWhen : ast::ClauseKind::kMust),
        prohibits ? contradictory : idle, rule.source->code + " idle");
    if (!prohibits) found.level = Severity::kWarning;
    found.witness = SilentCase(rule, Applying(rule));
  }

  void AlwaysFires(const GraphRule& rule) {
    const bool per_item = rule.source->per_item;
    std::vector<Goal> met = Applying(rule);
    met.push_back(Reasoning::NotTrue(rule.lowered->bad, per_item));
    if (CanHold(rule, met) != Answer::kUnsatisfiable) return;
    const Shown shown =
        reasoning_.Show({Reasoning::True(rule.lowered->fires, per_item)}, rule, {rule.source->code}, {});
    const std::string& name = rule.source->name;
    if (shown.answer == Answer::kUnsettled) {
      findings_.Undecided(RuleCode::kP10, rule.source->span,
                          {"「" + name + "」看来总不满足，但没有找到能复现的申请",
                           "「" + name + "」 seems never to be met, but no application shows it"});
      return;
    }
    const bool prohibits = rule.source->kind == ast::RuleKind::kProhibit;
    const base::Words never{"「" + name + "」的要求永远不能满足，凡适用的申请都不予同意。",
                            "What 「" + name + "」 requires can never be met: whatever it applies to is refused."};
    const base::Words always{"「" + name + "」禁止的情形总是成立，凡适用的申请都不予同意。",
                             "What 「" + name + "」 prohibits always holds: whatever it applies to is refused."};
    findings_
        .Report(RuleCode::kP10, PlaceIn(subject_, rule, prohibits ? ast::ClauseKind::kWhen : ast::ClauseKind::kMust),
                prohibits ? always : never, rule.source->code + " always")
        .witness = shown.witness;
  }

  void LookAtExceptions(const GraphRule& rule, const std::vector<sema::Exception>& exceptions) {
    const bool per_item = rule.source->per_item;
    for (const sema::Exception& exception : exceptions) {
      if (!exception.when.IsValid()) continue;
      std::vector<Goal> goals = Applying(rule);
      goals.push_back(Reasoning::True(rule.lowered->bad, per_item));
      goals.push_back(Reasoning::True(reasoning_.Lower(exception.when, rule.source), per_item));
      if (CanHold(rule, goals) != Answer::kUnsatisfiable) continue;
      Finding& found =
          findings_.Report(RuleCode::kP10, exception.span,
                           {"例外「" + exception.name + "」的情形不在「" + rule.source->name + "」之内，永远用不上。",
                            "The case of exception 「" + exception.name + "」 lies outside 「" + rule.source->name +
                                "」; it is never used."},
                           rule.source->code + " exception " + exception.name);
      found.level = Severity::kWarning;
      found.witness =
          reasoning_.Show({Reasoning::True(rule.lowered->fires, per_item)}, rule, {rule.source->code}, {}).witness;
    }
  }

  void LookAtDefinitions(std::uint32_t policy) {
    for (const sema::Definition& definition : subject_.Model().definitions) {
      const bool own = definition.policy == policy && !definition.derived && definition.type == sema::kCondition;
      if (!own) continue;
      const ir::NodeId node = reasoning_.Lower(definition.value, nullptr);
      const bool never = reasoning_.CanHold({Reasoning::True(node, false)}, false) == Answer::kUnsatisfiable;
      const bool always = reasoning_.CanHold({Reasoning::NotTrue(node, false)}, false) == Answer::kUnsatisfiable;
      if (!never && !always) continue;
      const std::string word = never ? "永远不成立" : "总是成立", english = never ? "never holds" : "always holds";
      findings_
          .Report(RuleCode::kP10, definition.span,
                  {"定义「" + definition.name + "」" + word + "。",
                   "The definition 「" + definition.name + "」 " + english + "."},
                  "definition " + definition.name)
          .level = Severity::kWarning;
    }
  }

  const PolicySubject& subject_;
  Findings& findings_;
  Reasoning reasoning_;
};

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.compiled) DeadRules(subject, findings).Look();
}

}  // namespace

extern const Rule kP10{.policies = Look};

}  // namespace zhun::lint
