#include <algorithm>

#include "compiler/lint/reasoning/reasoning.h"
#include "compiler/reason/paths.h"

namespace zhun::lint {
namespace {

using reason::Answer;
using reason::Goal;

std::string Named(const GraphRule& rule) { return "「" + rule.source->name + "」"; }

/// Two duties that run from the same event to the same fulfilment.
bool SameTask(const sema::Rule& one, const sema::Rule& other) {
  return one.limit && other.limit && one.limit->event == other.limit->event && one.met_by == other.met_by &&
         one.met_by != vocabulary::kNone && one.bearers == other.bearers && one.outcome == other.outcome;
}

class ConflictingRules {
 public:
  ConflictingRules(const PolicySubject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        reasoning_(subject) {}

  void Look() {
    for (const std::uint32_t policy : subject_.wanted) {
      const std::vector<const GraphRule*> own = reasoning_.RulesOf(policy);
      for (std::size_t i = 0; i < own.size(); ++i) {
        for (std::size_t j = i + 1; j < own.size(); ++j) Compare(*own[i], *own[j]);
      }
    }
  }

 private:
  void Compare(const GraphRule& one, const GraphRule& other) {
    if (one.source->stage != other.source->stage || one.source->per_item != other.source->per_item) return;
    if (one.IsMerits() && other.IsMerits()) CompareMerits(one, other);
    if (SameTask(*one.source, *other.source)) CompareDuties(one, other);
    const bool forbids = one.source->modality == sema::Modality::kShallNot;
    const bool either = forbids != (other.source->modality == sema::Modality::kShallNot);
    if (either && !one.source->text.zh.empty() && one.source->text == other.source->text) CompareModality(one, other);
  }

  bool CanHold(const GraphRule& rule, std::vector<Goal> goals) const {
    return reasoning_.CanHold(std::move(goals), rule.source->per_item) != Answer::kUnsatisfiable;
  }

  /// The case that both rules speak of.
  std::vector<Goal> Overlap(const GraphRule& one, const GraphRule& other) const {
    std::vector<Goal> goals;
    for (const GraphRule* rule : {&one, &other}) {
      if (rule->lowered->guard != ir::kNoNode)
        goals.push_back(Reasoning::True(rule->lowered->guard, rule->source->per_item));
    }
    return goals;
  }

  void CompareMerits(const GraphRule& one, const GraphRule& other) {
    const bool meet = std::ranges::any_of(one.reads, [&](ir::NodeId path) { return other.reads.contains(path); });
    if (!meet || !CanHold(one, Overlap(one, other))) return;
    if (Exclude(one, other)) {
      ReportExclusion(one, other);
    } else if (one.source->outcome != other.source->outcome) {
      CompareOutcomes(one, other);
    } else {
      CompareListed(one, other);
      CompareListed(other, one);
    }
  }

  /// Whether nothing that both apply to can satisfy both, though each alone can be satisfied there.
  bool Exclude(const GraphRule& one, const GraphRule& other) const {
    const bool per_item = one.source->per_item;
    const auto with = [&](std::initializer_list<const GraphRule*> met) {
      std::vector<Goal> goals = Overlap(one, other);
      for (const GraphRule* rule : met) goals.push_back(Reasoning::NotTrue(rule->lowered->fires, per_item));
      return CanHold(one, goals);
    };
    return with({&one}) && with({&other}) && !with({&one, &other});
  }

  void ReportExclusion(const GraphRule& one, const GraphRule& other) {
    const std::string message = Named(one) + "与" + Named(other) + "不能同时满足：两条都适用的申请总被不同意。";
    std::vector<Goal> goals = Overlap(one, other);
    goals.push_back(Reasoning::True(other.lowered->fires, other.source->per_item));
    Report(
        other, one, goals, {other.source->code},
        {message, Named(one) + " and " + Named(other) + " cannot both be met: what both apply to is always refused."});
  }

  /// The same case with two outcomes.
  void CompareOutcomes(const GraphRule& one, const GraphRule& other) {
    const bool per_item = one.source->per_item;
    const Goal first = Reasoning::True(one.lowered->fires, per_item),
               second = Reasoning::True(other.lowered->fires, per_item);
    const bool same = !CanHold(one, {first, Reasoning::NotTrue(other.lowered->fires, per_item)}) &&
                      !CanHold(one, {second, Reasoning::NotTrue(one.lowered->fires, per_item)});
    if (!same) return;
    Report(other, one, {first, second}, {one.source->code, other.source->code},
           {Named(one) + "与" + Named(other) + "条件相同而后果不同。",
            Named(one) + " and " + Named(other) + " have the same condition and different outcomes."});
  }

  /// A value that one rule names as allowed and the other always refuses, without an exception between them.
  void CompareListed(const GraphRule& lists, const GraphRule& refuses) {
    if (lists.source->kind != ast::RuleKind::kRequire || refuses.source->kind != ast::RuleKind::kProhibit) return;
    for (const auto& [path, value] : ListedBy(lists)) {
      const ir::NodeId is = reasoning_.Equal(path, value);
      std::vector<Goal> goals = Overlap(lists, refuses);
      goals.push_back(Reasoning::True(is, lists.source->per_item));
      if (!CanHold(lists, goals)) continue;
      std::vector<Goal> allowed = goals;
      allowed.push_back(Reasoning::NotTrue(refuses.lowered->fires, refuses.source->per_item));
      if (CanHold(lists, allowed)) continue;
      const base::Words word = WordOf(value);
      Report(refuses, lists, goals, {refuses.source->code},
             {Named(lists) + "列明可以的“" + word.zh + "”，" + Named(refuses) + "一律不同意，又没有写成例外。",
              Named(lists) + " allows “" + word.en + "”, " + Named(refuses) +
                  " always refuses it, and no exception says so."});
      return;
    }
  }

  /// Values that the requirement itself lists: 须 path 属于 a、b.
  std::vector<std::pair<ir::NodeId, ir::NodeId>> ListedBy(const GraphRule& rule) const {
    std::vector<std::pair<ir::NodeId, ir::NodeId>> listed;
    const ir::Graph& graph = reasoning_.Graph();
    ir::NodeId must = rule.lowered->bad;
    if (graph[must].op == ir::Op::kNot) must = graph[must].operands[0];
    if (graph[must].op != ir::Op::kIn || graph[graph[must].operands[0]].type.list) return listed;
    const ir::Node& list = graph[graph[must].operands[1]];
    if (list.op != ir::Op::kList) return listed;
    for (const ir::NodeId value : list.operands) {
      if (graph[value].op == ir::Op::kConstant) listed.emplace_back(graph[must].operands[0], value);
    }
    return listed;
  }

  base::Words WordOf(ir::NodeId constant) const {
    const ir::Node& node = reasoning_.Graph()[constant];
    if (node.type.base != vocabulary::Base::kEnum) {
      const std::string text = node.type.base == vocabulary::Base::kText ? node.text : std::to_string(node.number);
      return {text, text};
    }
    return subject_.library.vocabulary.enumerations[node.type.of].members[node.number].name;
  }

  void CompareDuties(const GraphRule& one, const GraphRule& other) {
    const bool same = one.lowered->limit->length == other.lowered->limit->length &&
                      one.source->limit->at_least == other.source->limit->at_least;
    const std::vector<Goal> overlap = Overlap(one, other);
    if (same || !CanHold(one, overlap)) return;
    Report(other, one, overlap, {one.source->code, other.source->code},
           {Named(one) + "与" + Named(other) + "对同一件事规定了不同的期限，而且会同时适用。",
            Named(one) + " and " + Named(other) + " set different time limits for the same thing and apply together."});
  }

  void CompareModality(const GraphRule& one, const GraphRule& other) {
    const std::vector<Goal> overlap = Overlap(one, other);
    if (!CanHold(one, overlap)) return;
    Report(other, one, overlap, {one.source->code, other.source->code},
           {Named(one) + "与" + Named(other) + "一条要求、一条禁止同一件事，而且会同时适用。",
            Named(one) + " and " + Named(other) + " demand and forbid the same thing and apply together."});
  }

  void Report(const GraphRule& at, const GraphRule& with, const std::vector<Goal>& goals,
              const std::set<std::string>& firing, const base::Words& message) {
    const Shown shown = reasoning_.Show(goals, at, firing, {});
    if (shown.answer != Answer::kSatisfied) {
      findings_.Undecided(RuleCode::kP13, at.source->span,
                          {message.zh + "没有找到能复现的申请", message.en + " No application shows it."});
      return;
    }
    Finding& found =
        findings_.Report(RuleCode::kP13, at.source->span, message, at.source->code + " against " + with.source->code);
    found.witness = shown.witness;
    found.labels.push_back({with.source->span, {"另一条规则", "the other rule"}});
    found.help = {"合并成一条，或者把其中一条写成另一条的例外，并写明依据",
                  "make one rule of both, or make one an exception to the other, with its basis"};
  }

  const PolicySubject& subject_;
  Findings& findings_;
  Reasoning reasoning_;
};

void Look(const PolicySubject& subject, Findings& findings) {
  if (subject.compiled) ConflictingRules(subject, findings).Look();
}

}  // namespace

extern const Rule kP13{.policies = Look};

}  // namespace zhun::lint
