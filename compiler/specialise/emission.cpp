#include "compiler/specialise/emission.h"

#include <algorithm>

namespace zhun::specialise {

using residual::Instruction;
using residual::Op;
using residual::Shape;
using values::State;
using values::Truth;
using values::Value;
using vocabulary::Base;

namespace {

Truth TruthOfValue(const Value& value) {
  if (value.state == State::kNone) return Truth::kFalse;
  if (!value.IsKnown()) return Truth::kUnknown;
  return value.number != 0 ? Truth::kTrue : Truth::kFalse;
}

std::uint16_t RegisterOf(Truth truth) {
  switch (truth) {
    case Truth::kFalse: return residual::kFalseRegister;
    case Truth::kUnknown: return residual::kUnknownRegister;
    case Truth::kTrue: return residual::kTrueRegister;
  }
  return residual::kUnknownRegister;
}

std::uint32_t KindAndUnit(const Value& value) {
  return static_cast<std::uint32_t>(value.kind) | static_cast<std::uint32_t>(value.unit) << 8;
}

Instruction Make(Op op, std::uint16_t left = 0, std::uint16_t right = 0) {
  Instruction instruction;
  instruction.op = op;
  instruction.left = left;
  instruction.right = right;
  return instruction;
}

}  // namespace

std::uint16_t Emission::NewTruth(Instruction instruction) {
  instruction.target = static_cast<std::uint16_t>(draft_.truth_count++);
  depth_of_.push_back(depth_);
  Append(instruction);
  return instruction.target;
}

std::uint16_t Emission::NewItems(Instruction instruction) {
  instruction.target = static_cast<std::uint16_t>(draft_.item_count++);
  Append(instruction);
  return instruction.target;
}

std::uint16_t Emission::NewFact(Instruction instruction) {
  instruction.target = static_cast<std::uint16_t>(kFirstDerived + draft_.derived_count++);
  Append(instruction);
  return instruction.target;
}

std::uint32_t Emission::NewConstant(Constant constant) {
  draft_.constants.push_back(std::move(constant));
  return static_cast<std::uint32_t>(draft_.constants.size() - 1);
}

std::uint16_t Emission::TruthOf(const Symbol& symbol) {
  switch (symbol.kind) {
    case Symbol::Kind::kStatic: return RegisterOf(TruthOfValue(symbol.value));
    case Symbol::Kind::kTruth: return symbol.index;
    case Symbol::Kind::kFact:
    case Symbol::Kind::kPath:
    case Symbol::Kind::kMember:
      if (symbol.type.base == Base::kBool && !symbol.type.list) {
        if (const auto slot = ValueOf(symbol)) return NewTruth(Make(Op::kHolds, *slot));
      }
      break;
    case Symbol::Kind::kItems:
    case Symbol::Kind::kUnknown: break;
  }
  draft_.exact = false;
  return residual::kUnknownRegister;
}

std::uint16_t Emission::ItemsOf(const Symbol& symbol) {
  if (symbol.kind == Symbol::Kind::kItems) return symbol.index;
  return NewItems(Make(Op::kForItems, TruthOf(symbol)));
}

std::uint16_t Emission::BoundSlotOf(const Symbol& symbol, Shape shape) {
  residual::Slot slot = symbol.slot;
  slot.shape = shape;
  return tables_.SlotOf(slot);
}

std::uint16_t Emission::SlotOf(const Symbol& symbol, Shape shape) {
  const std::uint16_t bound = BoundSlotOf(symbol, shape);
  if (symbol.check == Symbol::kNoCheck) return bound;
  const auto found = sound_.find({bound, symbol.check});
  if (found != sound_.end()) return found->second;
  const std::size_t depth = std::exchange(depth_, depth_of_[symbol.check]);
  const std::uint16_t slot = NewFact(Make(Op::kSound, bound, symbol.check));
  depth_ = depth;
  if (depth_of_[symbol.check] == 0) sound_[{bound, symbol.check}] = slot;
  return slot;
}

std::optional<std::uint16_t> Emission::ValueOf(const Symbol& symbol) {
  switch (symbol.kind) {
    case Symbol::Kind::kFact: return symbol.index;
    case Symbol::Kind::kPath:
      if (symbol.type.list) return SlotOf(symbol, Shape::kMembers);
      if (symbol.type.base == Base::kRecord) return std::nullopt;
      return SlotOf(symbol, symbol.type.base == Base::kText ? Shape::kText : Shape::kNumber);
    case Symbol::Kind::kMember: {
      Instruction instruction = Make(Op::kMember, symbol.index);
      instruction.extra = 0xFFFFFFFFu;
      if (symbol.slot.depth > 3) return std::nullopt;
      for (std::uint8_t i = symbol.slot.depth; i-- > 0;)
        instruction.extra = instruction.extra << 8 | symbol.slot.fields[i];
      return NewFact(instruction);
    }
    case Symbol::Kind::kStatic: {
      const Value& value = symbol.value;
      if (!value.IsKnown() || value.kind >= Base::kRecord) return std::nullopt;
      if (values::IsList(value)) return ListOf(value);
      Instruction instruction = Make(value.kind == Base::kText ? Op::kText : Op::kNumber);
      const std::uint64_t word =
          value.kind == Base::kText ? tables_.TextOf(value.Text()) : static_cast<std::uint64_t>(value.number);
      instruction.constant = NewConstant({false, {word}});
      instruction.extra = value.kind == Base::kText ? 0 : KindAndUnit(value);
      return NewFact(instruction);
    }
    case Symbol::Kind::kTruth:
    case Symbol::Kind::kItems:
    case Symbol::Kind::kUnknown: break;
  }
  return std::nullopt;
}

std::optional<std::uint16_t> Emission::ListOf(const Value& value) {
  const bool texts = value.kind == Base::kText;
  Constant constant{true, {}};
  std::uint32_t extra = static_cast<std::uint32_t>(value.kind) | std::uint32_t{vocabulary::kNone} << 8;
  for (const Value& each : value.list->elements) {
    if (!each.IsKnown()) return std::nullopt;
    constant.words.push_back(texts ? tables_.TextOf(each.Text()) : static_cast<std::uint64_t>(each.number));
    if (!texts) extra = KindAndUnit(each);
  }
  Instruction instruction = Make(texts ? Op::kTexts : Op::kNumbers);
  instruction.constant = NewConstant(std::move(constant));
  instruction.extra = texts ? 0 : extra;
  return NewFact(instruction);
}

Symbol Emission::Not(const Symbol& operand) {
  if (operand.IsStatic()) return Symbol::Static(Value::Of(values::Not(TruthOfValue(operand.value))));
  if (operand.kind == Symbol::Kind::kItems)
    return Symbol::Of(Symbol::Kind::kItems, NewItems(Make(Op::kNotItems, operand.index)));
  const std::uint16_t truth = TruthOf(operand);
  if (truth == residual::kUnknownRegister) return Symbol();
  return Symbol::Of(Symbol::Kind::kTruth, NewTruth(Make(Op::kNot, truth)));
}

Symbol Emission::Junction(const Symbol& left, const Symbol& right, values::Truth absorbing) {
  for (const auto& [one, other] : {std::pair(&left, &right), std::pair(&right, &left)}) {
    if (!one->IsStatic()) continue;
    const values::Truth truth = TruthOfValue(one->value);
    if (truth == absorbing) return Symbol::Static(Value::Of(absorbing));
    if (truth == values::Not(absorbing)) return *other;
  }
  const bool conjunction = absorbing == values::Truth::kFalse;
  if (left.kind == Symbol::Kind::kItems || right.kind == Symbol::Kind::kItems) {
    const std::uint16_t first = ItemsOf(left), second = ItemsOf(right);
    return Symbol::Of(Symbol::Kind::kItems, NewItems(Make(conjunction ? Op::kAndItems : Op::kOrItems, first, second)));
  }
  const std::uint16_t first = TruthOf(left), second = TruthOf(right);
  if (first == second) return Symbol::Of(Symbol::Kind::kTruth, first);
  return Symbol::Of(Symbol::Kind::kTruth, NewTruth(Make(conjunction ? Op::kAnd : Op::kOr, first, second)));
}

std::uint16_t Emission::EndLoop(Op op, std::uint16_t list, std::uint16_t body, std::uint16_t level) {
  const std::vector<Instruction> inside = std::move(bodies_.back());
  bodies_.pop_back();
  depth_ = bodies_.size() - 1;
  Instruction instruction = Make(op, list, body);
  instruction.constant = level;
  instruction.extra = static_cast<std::uint32_t>(inside.size());
  const std::uint16_t truth = NewTruth(instruction);
  bodies_[depth_].insert(bodies_[depth_].end(), inside.begin(), inside.end());
  return truth;
}

Draft Emission::Take() {
  draft_.instructions = std::move(bodies_.front());
  return std::move(draft_);
}

}  // namespace zhun::specialise
