#include "compiler/specialise/partial_evaluation.h"

#include <algorithm>

#include "runtime/vm/unknown.h"

namespace zhun::specialise {
namespace {

using decision::Applicable;
using program::kNoNode;
using residual::Class;
using residual::Slot;
using values::State;
using values::Truth;
using values::Value;
using vocabulary::Base;

constexpr std::size_t kMostConditions = 64;

}  // namespace

PartialEvaluation::PartialEvaluation(const program::Bundle& bundle, const Dependence& dependence,
                                     vm::Evaluation& evaluation, Tables& tables)
    : bundle_(bundle),
      program_(bundle.program),
      vocabulary_(bundle.vocabulary),
      dependence_(dependence),
      evaluation_(evaluation),
      tables_(tables),
      outcomes_(bundle.vocabulary),
      known_(bundle.program.nodes.size()),
      depth_of_(bundle.program.nodes.size()) {}

Draft PartialEvaluation::Run(values::Document& entry, const Applicable& applicable) {
  Begin(entry, applicable);
  Draft& draft = emission_->Written();
  draft.policies = {};
  for (const std::uint32_t policy : applicable.policies) draft.policies.push_back(program_.policies[policy].first_rule);
  draft.general = evaluation_.Overflowed() || entry_items_.size() > residual::kMostItems ||
                  conditions_.size() > kMostConditions || draft.policies.size() >= 0xFF;
  for (const std::uint32_t rule : applicable.rules) WriteRule(rule, applicable);
  bool base = false;
  for (std::uint32_t i = 0; i < program_.policies.size() && !base; ++i) {
    base = program_.policies[i].base;
    if (base) FindSums(program_.policies[i].nodes, false);
    if (base) FindSums(program_.policies[i].item_nodes, true);
  }
  for (const std::uint32_t policy : applicable.policies) {
    FindSums(program_.policies[policy].nodes, false);
    FindSums(program_.policies[policy].item_nodes, true);
  }
  Draft done = emission_->Take();
  FoldNegations(done);
  PlaceRules(done);
  return done;
}

/// The evaluator runs with the entry known and everything else open.
void PartialEvaluation::Begin(values::Document& entry, const Applicable& applicable) {
  emission_.emplace(tables_);
  std::fill(known_.begin(), known_.end(), std::nullopt);
  std::fill(depth_of_.begin(), depth_of_.end(), 0);
  members_.assign(program_.levels, std::nullopt);
  items_.assign(program_.levels, std::nullopt);
  conditions_ = values::OtherConditions(vocabulary_, entry);
  aligned_ = applicable.inert.empty();
  const std::uint16_t items = vocabulary::FindKey(vocabulary_.records[entry.Root().type], "items");
  const Value& list = entry.Root().fields[items];
  entry_items_.clear();
  if (list.IsKnown()) entry_items_.assign(list.list->elements.begin(), list.list->elements.end());
  const std::uint16_t type = vocabulary::FindRecord(vocabulary_, "item");
  const vocabulary::Record& item = vocabulary_.records[type];
  no_such_item_fields_.assign(item.attributes.size(), Value());
  no_such_item_fields_[vocabulary::FindKey(item, "name")] = Value::In(State::kUncertain);
  no_such_item_fields_[vocabulary::FindKey(item, "listed")] = Value::Of(Truth::kFalse);
  no_such_item_record_ = {type, no_such_item_fields_};
  no_such_item_ = Value::OfRecord(&no_such_item_record_);

  vm::Inputs inputs;
  inputs.roots.resize(vocabulary_.roots.size());
  for (const std::string_view open : {"application", "context", "today"})
    inputs.roots[vocabulary::FindRoot(vocabulary_, open)] = Value::In(State::kUncertain);
  inputs.roots[vocabulary::FindRoot(vocabulary_, "entry")] = entry.RootValue();
  inputs.findings.assign(program_.findings.size(), Value::In(State::kUncertain));
  SupplyComputed(entry, applicable, false);
  evaluation_.Begin(inputs);
  RunStatically(applicable);
  const auto conditional = [&](std::uint32_t policy) { return program_.policies[policy].applies != kNoNode; };
  if (std::ranges::none_of(applicable.policies, conditional)) return;
  SupplyComputed(entry, applicable, true);
  evaluation_.Begin(inputs);
  RunStatically(applicable);
}

/// As decision/decide.cpp does it: 适用 is judged as if its policy stated no condition; `conditional`: after that.
void PartialEvaluation::SupplyComputed(values::Document& entry, const Applicable& applicable, bool conditional) {
  for (const values::Record* condition : conditions_) {
    const std::uint16_t no = vocabulary::FindKey(vocabulary_.records[condition->type], "no");
    const Value& number = condition->fields[no];
    Truth governed = Truth::kFalse;
    for (const decision::Governed& by : applicable.governed) {
      if (!number.IsKnown() || by.number != number.Text()) continue;
      const program::NodeIndex applies = program_.policies[by.policy].applies;
      if (applies == kNoNode) governed = Truth::kTrue;
      if (applies != kNoNode && conditional) governed = values::Or(governed, evaluation_.TruthOf(applies));
    }
    values::SetCondition(vocabulary_, entry, *condition, governed, Value::In(State::kUncertain));
  }
}

void PartialEvaluation::RunStatically(const Applicable& applicable) { decision::RunBase(evaluation_, applicable); }

/// A sum that leaves its range is a fault of the whole case, wherever it stands.
void PartialEvaluation::FindSums(program::Segment segment, bool inside) {
  for (NodeIndex i = segment.begin; i < segment.end; ++i) {
    const Node& node = program_.nodes[i];
    const bool quantifier = node.op == Op::kAny || node.op == Op::kEvery;
    if (quantifier) FindSums({node.block_begin, node.block_end}, true);
    if (node.op != Op::kAdd && node.op != Op::kSubtract) continue;
    if (inside) {
      emission_->Written().general = true;
    } else {
      Eval(i);
    }
  }
}

Class PartialEvaluation::ClassOf(const program::Rule& rule) const {
  if (rule.per_item) return Class::kItem;
  const bool asks = rule.kind == program::RuleKind::kElement || rule.kind == program::RuleKind::kPaper;
  if (asks) return Class::kSupplement;
  if (rule.outcome == outcomes_.out_of_scope) return Class::kOutOfScope;
  if (rule.outcome == outcomes_.not_requestable) return Class::kNotRequestable;
  if (rule.outcome == outcomes_.refuse_by_law) return Class::kRefuseByLaw;
  if (rule.outcome == outcomes_.refer) return Class::kRefer;
  return rule.outcome == outcomes_.refuse ? Class::kRefuse : Class::kOther;
}

void PartialEvaluation::WriteRule(std::uint32_t index, const Applicable& applicable) {
  const program::Rule& rule = program_.rules[index];
  const vocabulary::Enumeration& stages = vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, "stage")];
  if (rule.stage != vocabulary::FindCode(stages, "application")) return;
  if (rule.kind == program::RuleKind::kDuty || rule.kind == program::RuleKind::kPower) return;
  residual::Rule written;
  written.rule = index;
  written.effect = ClassOf(rule);
  const auto policy = std::ranges::find(applicable.policies, rule.policy);
  if (policy != applicable.policies.end()) {
    written.policy = static_cast<std::uint8_t>(policy - applicable.policies.begin());
    written.rule -= program_.policies[rule.policy].first_rule;
  }
  const bool asks = written.effect == Class::kSupplement;
  const bool odd = asks && rule.outcome != vocabulary::kNone && rule.outcome != outcomes_.supplement;
  emission_->Written().general |= odd;  // an element that fires would count as another outcome too
  if (rule.per_item) {
    LookAtItems(program_.policies[rule.policy].item_nodes, 0);
    const Symbol fires = Eval(rule.fires);
    if (!fires.IsStatic() || vm::TruthOf(fires.value) != Truth::kFalse) {
      written.truth = emission_->ItemsOf(fires);
      emission_->Written().rules.push_back(written);
    }
    items_[0].reset();
    return;
  }
  if (rule.kind == program::RuleKind::kElement) NoteItemsElement(rule);
  written.truth = emission_->TruthOf(Eval(rule.fires));
  if (written.truth != residual::kFalseRegister) emission_->Written().rules.push_back(written);
}

/// Per-item rules wait for the items to be sound.
void PartialEvaluation::NoteItemsElement(const program::Rule& rule) {
  const Symbol subject = Eval(rule.subject);
  if (!IsItems(subject)) return;
  const std::uint16_t slot = emission_->SlotOf(subject, residual::Shape::kItems);
  std::uint16_t& noted = emission_->Written().items_slot;
  emission_->Written().general |= noted != 0xFFFF && noted != slot;
  noted = slot;
}

bool PartialEvaluation::IsItems(const Symbol& symbol) const {
  if (symbol.kind != Symbol::Kind::kPath || symbol.slot.source != Slot::Source::kApplication || symbol.slot.depth != 1)
    return false;
  const vocabulary::Root& root = vocabulary_.roots[vocabulary::FindRoot(vocabulary_, "application")];
  return vocabulary_.records[root.type.of].attributes[symbol.slot.fields[0]].form == vocabulary::Form::kItemName;
}

void PartialEvaluation::Forget(program::Segment segment) {
  for (NodeIndex i = segment.begin; i < segment.end; ++i) known_[i].reset();
}

/// Runs a block for every item of the entry, and for one that the entry does not have.
void PartialEvaluation::LookAtItems(program::Segment segment, std::uint32_t level) {
  Forget(segment);
  if (!items_[level]) items_[level].emplace();
  ItemBlock block;
  block.segment = segment;
  block.truths.resize(segment.end - segment.begin);
  const auto look = [&](const Value& item, int bit) {
    evaluation_.RunFor(segment, level, item);
    for (NodeIndex i = segment.begin; i < segment.end; ++i) {
      const Truth truth = vm::TruthOf(evaluation_.At(i));
      const bool decided = program_.nodes[i].kind == Base::kBool && !program_.nodes[i].list;
      if (decided && truth == Truth::kTrue) block.truths[i - segment.begin].holds |= std::uint64_t{1} << bit;
      if (decided && truth == Truth::kFalse) block.truths[i - segment.begin].fails |= std::uint64_t{1} << bit;
    }
  };
  for (std::size_t i = 0; i < entry_items_.size() && i < residual::kMostItems; ++i)
    look(entry_items_[i], static_cast<int>(i));
  look(no_such_item_, residual::kOtherBit);
  look(Value::In(State::kUncertain), residual::kUnsaidBit);
  items_[level] = std::move(block);
}

}  // namespace zhun::specialise
