#include "runtime/vm/evaluation.h"

#include <algorithm>

#include "runtime/values/operations.h"

namespace zhun::vm {

using program::Node;
using program::Op;
using values::State;
using vocabulary::Base;

Truth TruthOf(const Value& value) {
  if (value.state == State::kNone) return Truth::kFalse;
  if (!value.IsKnown()) return Truth::kUnknown;
  return value.number != 0 ? Truth::kTrue : Truth::kFalse;
}

bool LacksADay(const Value& value) {
  if (!value.IsKnown() || value.kind != Base::kRecord || values::IsList(value)) return false;
  return std::any_of(value.record->fields.begin(), value.record->fields.end(),
                     [](const Value& day) { return !day.IsKnown(); });
}

Evaluation::Evaluation(const program::Program& program, const vocabulary::Vocabulary& vocabulary)
    : program_(program),
      vocabulary_(vocabulary),
      values_(program.nodes.size()),
      members_(program.levels) {
  list_of_.resize(program.nodes.size(), 0);
  for (NodeIndex i = 0; i < program.nodes.size(); ++i) {
    if (program.nodes[i].op != Op::kList) continue;
    list_of_[i] = static_cast<std::uint32_t>(list_elements_.size());
    list_elements_.emplace_back(program.nodes[i].operand_count);
  }
  lists_.resize(list_elements_.size());
}

void Evaluation::Begin(const Inputs& inputs) {
  roots_ = inputs.roots;
  roots_.resize(vocabulary_.roots.size());
  findings_ = inputs.findings;
  findings_.resize(program_.findings.size());
  overflows_.clear();
}

void Evaluation::Run(program::Segment segment) {
  for (NodeIndex i = segment.begin; i < segment.end; ++i) values_[i] = Compute(i);
}

void Evaluation::RunFor(program::Segment segment, std::uint32_t level, const Value& member) {
  members_[level] = member;
  Run(segment);
}

Truth Evaluation::TruthOf(NodeIndex node) const { return node == kNoNode ? Truth::kTrue : vm::TruthOf(values_[node]); }

Value Evaluation::Compute(NodeIndex index) {
  const Node& node = program_.nodes[index];
  switch (node.op) {
    case Op::kConstant: return ComputeConstant(node);
    case Op::kList: return ComputeList(index, node);
    case Op::kRoot: return roots_[node.ref];
    case Op::kField: return ComputeField(node);
    case Op::kIt: return members_[node.ref];
    case Op::kFinding: return findings_[node.ref];
    case Op::kSound: return ComputeSound(node);
    case Op::kAny:
    case Op::kEvery: return ComputeQuantifier(node);
    case Op::kAdd:
    case Op::kSubtract: return ComputeSum(index, node);
    case Op::kIf: {
      const Truth condition = vm::TruthOf(Operand(node, 0));
      if (condition == Truth::kUnknown) return Value::In(State::kUncertain);
      return Operand(node, condition == Truth::kTrue ? 1 : 2);
    }
    default: return ComputeCondition(node);
  }
}

Value Evaluation::ComputeConstant(const Node& node) const {
  if (node.kind == Base::kText) return Value::OfText(program_.texts[node.text]);
  Value value = Value::Of(node.kind, node.number);
  if (node.kind == Base::kLength || node.kind == Base::kQuantity) value.unit = node.unit;
  return value;
}

/// A list written out is unknown as a whole where one of its members is. Members that are lists are put in one by one.
Value Evaluation::ComputeList(NodeIndex index, const Node& node) {
  std::vector<Value>& elements = list_elements_[list_of_[index]];
  elements.clear();
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    const Value& operand = Operand(node, i);
    if (operand.state == State::kNone) continue;
    if (!operand.IsKnown()) return Value::In(State::kUncertain);
    if (values::IsList(operand)) {
      elements.insert(elements.end(), operand.list->elements.begin(), operand.list->elements.end());
    } else {
      elements.push_back(operand);
    }
  }
  values::List& list = lists_[list_of_[index]];
  list.elements = elements;
  return values::ListOf(node.kind, &list);
}

Value Evaluation::ComputeField(const Node& node) {
  const Value& record = Operand(node, 0);
  if (record.state == State::kNone) return Value::In(State::kNone);
  if (!record.IsKnown() || record.kind != Base::kRecord || values::IsList(record)) return Value::In(State::kUncertain);
  if (node.ref >= record.record->fields.size()) return Value::In(State::kUncertain);
  return record.record->fields[node.ref];
}

Truth Evaluation::Junction(const Node& node, Truth absorbing) const {
  Truth result = absorbing == Truth::kFalse ? Truth::kTrue : Truth::kFalse;
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    const Truth operand = vm::TruthOf(Operand(node, i));
    if (operand == absorbing) return absorbing;
    if (operand == Truth::kUnknown) result = Truth::kUnknown;
  }
  return result;
}

Value Evaluation::ComputeCondition(const Node& node) {
  switch (node.op) {
    case Op::kAnd: return Value::Of(Junction(node, Truth::kFalse));
    case Op::kOr: return Value::Of(Junction(node, Truth::kTrue));
    case Op::kNot: return Value::Of(values::Not(vm::TruthOf(Operand(node, 0))));
    case Op::kMissing: {
      const State state = Operand(node, 0).state;
      if (state == State::kUncertain) return Value::In(State::kUncertain);
      return Value::Of(state == State::kKnown || state == State::kNone ? Truth::kFalse : Truth::kTrue);
    }
    case Op::kEmpty: return Value::Of(values::IsEmpty(Operand(node, 0)));
    default: return ComputeRelation(node);
  }
}

Value Evaluation::ComputeRelation(const Node& node) {
  const Value& left = Operand(node, 0);
  const Value& right = Operand(node, 1);
  switch (node.op) {
    case Op::kEqual: return Value::Of(values::Equal(left, right));
    case Op::kGreater: return Value::Of(values::Greater(vocabulary_, left, right));
    case Op::kLess: return Value::Of(values::Less(vocabulary_, left, right));
    case Op::kWithin: return Value::Of(values::Within(left, right));
    case Op::kIn: return Value::Of(values::In(left, right));
    case Op::kContains: return Value::Of(values::Contains(left, right));
    case Op::kMeets: return Value::Of(values::Meets(left, right));
    case Op::kLonger: return Value::Of(values::Longer(vocabulary_, left, right));
    case Op::kShorter: return Value::Of(values::Shorter(vocabulary_, left, right));
    case Op::kAttached: return Value::Of(values::Attached(vocabulary_, left, right));
    default: return Value::In(State::kUncertain);
  }
}

Value Evaluation::ComputeQuantifier(const Node& node) {
  const Value list = Operand(node, 0);
  if (list.state == State::kNone) return Value::Of(node.op == Op::kEvery ? Truth::kTrue : Truth::kFalse);
  const Truth absorbing = node.op == Op::kAny ? Truth::kTrue : Truth::kFalse;
  if (!list.IsKnown() || !values::IsList(list)) {
    // What does not speak of the member decides all the same: 任一 … （A 且 其 …） is false where A is.
    RunFor({node.block_begin, node.block_end}, node.ref, Value::In(State::kUncertain));
    const bool never = vm::TruthOf(values_[OperandOf(node, 1)]) == values::Not(absorbing);
    return never ? Value::Of(values::Not(absorbing)) : Value::In(State::kUncertain);
  }
  Truth result = values::Not(absorbing);
  for (const Value& member : list.list->elements) {
    RunFor({node.block_begin, node.block_end}, node.ref, member);
    const Truth body = vm::TruthOf(values_[OperandOf(node, 1)]);
    if (body == absorbing) return Value::Of(absorbing);
    if (body == Truth::kUnknown) result = Truth::kUnknown;
  }
  return Value::Of(result);
}

/// An element that is there but fails its check is defective; so is one whose check cannot be made because a part of
/// the element itself lacks. Where something else is unknown, the element's value is uncertain.
Value Evaluation::ComputeSound(const Node& node) {
  const Value raw = Operand(node, 0);
  if (!raw.IsKnown() && raw.state != State::kNone) return raw;
  switch (vm::TruthOf(Operand(node, 1))) {
    case Truth::kTrue: return raw;
    case Truth::kFalse: return Value::In(State::kDefective);
    case Truth::kUnknown: break;
  }
  return Value::In(ReadsUnsuppliedMember(OperandOf(node, 1), node.ref) ? State::kDefective : State::kUncertain);
}

bool Evaluation::IsApplication(NodeIndex index) const {
  const Node& node = program_.nodes[index];
  return node.op == Op::kRoot && vocabulary_.roots[node.ref].key == "application";
}

/// 其 不超过 1年 of the element itself, one of whose days was not handed in.
bool Evaluation::IsOwnPeriodWithoutDays(const Node& relation, std::uint32_t attribute) const {
  if (relation.op != Op::kLonger && relation.op != Op::kShorter) return false;
  const Node& period = program_.nodes[OperandOf(relation, 0)];
  return period.op == Op::kField && period.ref == attribute && IsApplication(OperandOf(period, 0)) &&
         LacksADay(Operand(relation, 0));
}

/// Whether an unknown below `index` is a member of the application's attribute that was not supplied.
bool Evaluation::ReadsUnsuppliedMember(NodeIndex index, std::uint32_t attribute) {
  const Node& node = program_.nodes[index];
  const Value& value = values_[index];
  if (value.IsKnown() || value.state == State::kNone) return false;
  if (IsOwnPeriodWithoutDays(node, attribute)) return true;
  if (node.op == Op::kField && value.state != State::kUncertain) {
    for (NodeIndex at = index; program_.nodes[at].op == Op::kField; at = OperandOf(program_.nodes[at], 0)) {
      const Node& record = program_.nodes[OperandOf(program_.nodes[at], 0)];
      if (record.op == Op::kRoot)
        return IsApplication(OperandOf(program_.nodes[at], 0)) && program_.nodes[at].ref == attribute;
      if (record.op == Op::kIt) return true;  // a member of a list of the element: see below
    }
  }
  if (node.op == Op::kAny || node.op == Op::kEvery) {
    const NodeIndex list = OperandOf(node, 0);
    const Node& source = program_.nodes[list];
    const bool own = source.op == Op::kField && source.ref == attribute && IsApplication(OperandOf(source, 0));
    if (!values_[list].IsKnown() || !own) return ReadsUnsuppliedMember(list, attribute);
    const std::span<const Value> members = values_[list].list->elements;
    for (const Value& member : members) {
      RunFor({node.block_begin, node.block_end}, node.ref, member);
      if (ReadsUnsuppliedMember(OperandOf(node, 1), attribute)) return true;
    }
    return false;
  }
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    if (ReadsUnsuppliedMember(OperandOf(node, i), attribute)) return true;
  }
  return false;
}

Value Evaluation::ComputeSum(NodeIndex index, const Node& node) {
  const Value& left = Operand(node, 0);
  const Value& right = Operand(node, 1);
  if (!left.IsKnown() || !right.IsKnown()) return Value::In(State::kUncertain);
  const std::optional<Value> sum =
      node.op == Op::kAdd ? values::Add(vocabulary_, left, right) : values::Subtract(vocabulary_, left, right);
  if (sum) return *sum;
  if (std::find(overflows_.begin(), overflows_.end(), index) == overflows_.end()) overflows_.push_back(index);
  return Value::In(State::kUncertain);
}

bool Evaluation::OverflowIn(const program::Rule& rule) const {
  return ReadsOverflow(rule.guard) || ReadsOverflow(rule.fires) || (rule.limit && ReadsOverflow(rule.limit->length));
}

bool Evaluation::ReadsOverflow(NodeIndex index) const {
  if (index == kNoNode) return false;
  if (std::find(overflows_.begin(), overflows_.end(), index) != overflows_.end()) return true;
  const Node& node = program_.nodes[index];
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    if (ReadsOverflow(OperandOf(node, i))) return true;
  }
  return false;
}

}  // namespace zhun::vm
