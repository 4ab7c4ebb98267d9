// Instructions that set facts and truths by item.
#include <optional>

#include "runtime/machine/asking.h"
#include "runtime/machine/machine.h"
#include "runtime/values/operations.h"

namespace zhun::machine {
namespace {

using facts::Fact;
using residual::Instruction;
using residual::Op;
using values::State;
using values::Value;
using vocabulary::Base;

Value InState(State state, const Value& like) {
  Value value = like;
  value.state = state;
  return value;
}

}  // namespace

void Machine::SetFact(const Instruction& instruction) {
  switch (instruction.op) {
    case Op::kSound: {
      Fact& target = slots_[instruction.target] = slots_[instruction.left];
      const Truth check = truths_[instruction.right];
      if (check == kTrue || (!target.value.IsKnown() && target.value.state != State::kNone)) return;
      target.value = InState(check == kFalse ? State::kDefective : State::kUncertain, target.value);
      return;
    }
    case Op::kAdd:
    case Op::kSubtract: {
      const Value& left = slots_[instruction.left].value;
      const Value& right = slots_[instruction.right].value;
      Fact& target = slots_[instruction.target];
      target.value = Value::In(State::kUncertain);
      if (!left.IsKnown() || !right.IsKnown()) return;
      const std::optional<Value> sum = instruction.op == Op::kAdd ? values::Add(vocabulary_, left, right)
                                                                  : values::Subtract(vocabulary_, left, right);
      overflowed_ = overflowed_ || !sum;
      if (sum) target = {*sum, sum->number};
      return;
    }
    case Op::kMember: return LoadMember(instruction);
    case Op::kNumbers:
    case Op::kTexts: return LoadList(instruction);
    default: return LoadConstant(instruction);
  }
}

void Machine::LoadConstant(const Instruction& instruction) {
  Fact& target = slots_[instruction.target];
  const std::uint64_t word = constants_[instruction.constant];
  if (instruction.op == Op::kText) {
    target = {Value::OfText(residual_.Text(word)), residual::kNoCode};
    return;
  }
  target.code = static_cast<std::int64_t>(word);
  target.value = Value::Of(static_cast<Base>(instruction.extra & 0xFF), target.code);
  target.value.unit = static_cast<std::uint16_t>(instruction.extra >> 8);
}

void Machine::LoadList(const Instruction& instruction) {
  const std::uint64_t word = constants_[instruction.constant];
  const std::uint64_t* words = residual_.constants.data() + (word >> 32);
  const auto count = static_cast<std::uint32_t>(word);
  const bool texts = instruction.op == Op::kTexts;
  const Base kind = texts ? Base::kText : static_cast<Base>(instruction.extra & 0xFF);
  std::vector<Value>& elements = elements_[instruction.target];
  elements.clear();
  for (std::uint32_t i = 0; i < count; ++i) {
    Value value =
        texts ? Value::OfText(residual_.Text(words[i])) : Value::Of(kind, static_cast<std::int64_t>(words[i]));
    if (!texts) value.unit = static_cast<std::uint16_t>(instruction.extra >> 8);
    elements.push_back(value);
  }
  values::List& list = lists_[instruction.target];
  list.elements = elements;
  Fact& target = slots_[instruction.target];
  target.value = values::ListOf(kind, &list);
  target.value.size = count;
}

/// A field of the member, through records inside it.
void Machine::LoadMember(const Instruction& instruction) {
  Value value = members_[instruction.left];
  for (std::uint32_t path = instruction.extra; (path & 0xFF) != 0xFF; path >>= 8) {
    const std::uint32_t field = path & 0xFF;
    if (value.state == State::kNone) {
      value = Value::In(State::kNone);
      break;
    }
    const bool record = value.IsKnown() && value.kind == Base::kRecord && !values::IsList(value);
    if (!record || field >= value.record->fields.size()) {
      value = Value::In(State::kUncertain);
      break;
    }
    value = value.record->fields[field];
  }
  if (values::IsList(value)) value.size = static_cast<std::uint32_t>(value.list->elements.size());
  const bool counted = value.IsKnown() && !values::IsList(value) && value.kind <= Base::kRegion;
  slots_[instruction.target] = {value, counted && value.kind != Base::kText ? value.number : residual::kNoCode};
}

void Machine::SetItems(const Instruction& instruction) {
  ItemTruths& target = items_[instruction.target];
  switch (instruction.op) {
    case Op::kItemTruths: target = {constants_[instruction.constant], constants_[instruction.constant + 1]}; return;
    case Op::kForItems: {
      const Truth truth = truths_[instruction.left];
      target = {truth == kTrue ? ~std::uint64_t{0} : 0, truth == kFalse ? ~std::uint64_t{0} : 0};
      return;
    }
    case Op::kNotItems: {
      const ItemTruths operand = items_[instruction.left];
      target = {operand.fails, operand.holds};
      return;
    }
    default: break;
  }
  const ItemTruths left = items_[instruction.left], right = items_[instruction.right];
  if (instruction.op == Op::kAndItems) {
    target = {left.holds & right.holds, left.fails | right.fails};
  } else {
    target = {left.holds | right.holds, left.fails & right.fails};
  }
}

}  // namespace zhun::machine
