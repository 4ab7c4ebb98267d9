#include "compiler/lint/reasoning/reasoning.h"

#include <algorithm>
#include <map>

#include "compiler/reason/paths.h"

namespace zhun::lint {
namespace {

using reason::Answer;
using reason::Goal;

/// Where a per-item rule speaks of its item: member 1, which the solver makes for it.
reason::Members MembersOf(bool per_item) { return {per_item ? 1u : 0u, 0, 0, 0}; }

void CollectPaths(const ir::Graph& graph, ir::NodeId id, std::set<ir::NodeId>& paths) {
  const ir::NodeId node = reason::Bare(graph, id);
  if (graph[node].op == ir::Op::kField) {
    paths.insert(node);
    return;
  }
  if (graph[node].op == ir::Op::kFinding) paths.insert(node);
  for (const ir::NodeId operand : graph[node].operands) CollectPaths(graph, operand, paths);
}

using Sources = std::map<std::pair<std::uint32_t, std::string>, const sema::Rule*>;

/// Rules of the model by policy and code.
Sources SourcesIn(const sema::Model& model) {
  Sources sources;
  for (const sema::Rule& rule : model.rules) sources.emplace(std::pair(rule.policy, rule.code), &rule);
  return sources;
}

void CollectConditions(const sema::Citations& basis, std::set<std::string>& numbers) {
  for (const sema::Citation& citation : basis) {
    if (citation.kind == sema::Citation::Kind::kCatalogue) numbers.insert(citation.number);
  }
}

/// Numbers of the published conditions that a policy's rules rest on.
std::vector<std::string> ConditionsOf(const PolicySubject& subject, std::uint32_t policy) {
  std::set<std::string> numbers;
  for (const sema::Rule* rule : subject.RulesOf(policy)) CollectConditions(rule->basis, numbers);
  for (const sema::Finding* finding : subject.FindingsOf(policy)) CollectConditions(finding->basis, numbers);
  return {numbers.begin(), numbers.end()};
}

/// The day on which the policy is in force: the day of the review if it can be, else the policy's first.
base::Date DayFor(const sema::Policy& policy, base::Date as_of) {
  const bool over = policy.effective_to && *policy.effective_to < as_of;
  return policy.effective_from <= as_of && !over ? as_of : policy.effective_from;
}

}  // namespace

bool GraphRule::IsMerits() const {
  return source->kind == ast::RuleKind::kRequire || source->kind == ast::RuleKind::kProhibit;
}

Reasoning::Reasoning(const PolicySubject& subject)
    : subject_(subject),
      graph_(subject.compilation.module.graph),
      lowering_(subject.Model(), subject.library.vocabulary, graph_, unheard_),
      replay_(subject.library, subject.compilation.program) {
  const Sources sources = SourcesIn(subject.Model());
  for (const program::Rule& lowered : subject.compilation.module.rules) {
    const auto source = sources.find({lowered.policy, lowered.code});
    if (source == sources.end()) continue;
    GraphRule rule{source->second, &lowered, lowered.policy, {}};
    if (lowered.bad != ir::kNoNode) CollectPaths(graph_, lowered.bad, rule.reads);
    rules_.push_back(std::move(rule));
  }
  by_policy_.resize(subject.Model().policies.size());
  for (const GraphRule& rule : rules_) {
    by_policy_[rule.policy].push_back(&rule);
    if (subject.Policy(rule.policy).role == sema::Role::kBase) base_.push_back(&rule);
  }
}

ir::NodeId Reasoning::ItemList() const {
  for (ir::NodeId id = 0; id < graph_.Size(); ++id) {
    const vocabulary::Attribute* attribute = reason::AttributeOf(graph_, subject_.library.vocabulary, id);
    const bool named = attribute != nullptr && attribute->form == vocabulary::Form::kItemName;
    if (named && graph_[id].op == ir::Op::kField) return id;
  }
  return ir::kNoNode;
}

Answer Reasoning::CanHold(std::vector<Goal> goals, bool per_item) const {
  const auto any = [](const reason::State&) { return true; };
  return reason::Solve(graph_, subject_.library.vocabulary, std::move(goals), any, per_item ? ItemList() : ir::kNoNode);
}

Shown Reasoning::Show(std::vector<Goal> goals, const GraphRule& about, const std::set<std::string>& firing,
                      const std::set<std::string>& silent) const {
  const std::string published = PublishedEntry(about.policy);
  const reason::Occasion occasion = OccasionOf(about.policy, published);
  const auto& stages =
      subject_.library.vocabulary.enumerations[vocabulary::FindEnumeration(subject_.library.vocabulary, "stage")];
  const bool replayable = stages.members[about.source->stage].code == "application";
  Shown shown;
  const auto accept = [&](const reason::State& state) {
    if (!replayable) return !state.uses_opaque;
    const reason::Witness witness = reason::MakeWitness(occasion, state);
    const auto replayed = replay_.Decide(witness.entry, witness.application, witness.as_of);
    const auto fires = [&](const std::string& code) {
      return replayed->fired.contains(code) || replayed->due.contains(code);
    };
    if (!replayed || !std::ranges::all_of(firing, fires) || std::ranges::any_of(silent, fires)) return false;
    shown.witness = witness.AsJson();
    return true;
  };
  shown.answer = reason::Solve(graph_, subject_.library.vocabulary, std::move(goals), accept,
                               about.source->per_item ? ItemList() : ir::kNoNode);
  return shown;
}

std::string Reasoning::PublishedEntry(std::uint32_t policy) const {
  const auto opened = subject_.EntryOf(subject_.Policy(policy));
  return std::string(opened ? subject_.Sources().TextOf(opened->entry->span) : std::string_view());
}

std::string Reasoning::ShowOn(std::uint32_t policy, base::Date day) const {
  const std::string published = PublishedEntry(policy);
  reason::Occasion occasion = OccasionOf(policy, published);
  occasion.day = day;
  const reason::Witness witness = reason::MakeWitness(occasion, reason::State());
  const auto replayed = replay_.Decide(witness.entry, witness.application, day);
  const auto fires = [&](const GraphRule* rule) { return replayed->fired.contains(rule->source->code); };
  if (!replayed || std::ranges::any_of(RulesOf(policy), fires)) return "";
  return witness.AsJson();
}

reason::Occasion Reasoning::OccasionOf(std::uint32_t policy, const std::string& published) const {
  return {subject_.library,
          subject_.compilation.module,
          graph_,
          policy,
          ConditionsOf(subject_, policy),
          published,
          DayFor(subject_.Policy(policy), subject_.background.as_of)};
}

ir::NodeId Reasoning::Lower(sema::ExprId expr, const sema::Rule* rule) {
  const bool per_item = rule != nullptr && rule->per_item;
  if (per_item) {
    const auto item = vocabulary::FindRecord(subject_.library.vocabulary, "item");
    lowering_.BindMember(rule->binder, 0, {vocabulary::Base::kRecord, item, false});
  }
  return lowering_.Lower(expr, per_item ? 1 : 0);
}

Goal Reasoning::True(ir::NodeId node, bool per_item) { return {node, true, MembersOf(per_item), false}; }
Goal Reasoning::False(ir::NodeId node, bool per_item) { return {node, false, MembersOf(per_item), false}; }
Goal Reasoning::NotTrue(ir::NodeId node, bool per_item) { return {node, false, MembersOf(per_item), true}; }

}  // namespace zhun::lint
