#include "runtime/machine/machine.h"

#include <algorithm>

#include "runtime/machine/asking.h"
#include "runtime/program/program.h"
#include "runtime/values/calendar_length.h"
#include "runtime/values/operations.h"

namespace zhun::machine {
namespace {

using facts::Fact;
using residual::Class;
using residual::Instruction;
using residual::Op;
using values::State;
using values::Value;
using vocabulary::Base;

/// The set that a list stands for; none has no members.
template <class Test>
std::uint8_t AskSet(const Fact& fact, Test test) {
  if (fact.value.state == State::kKnown) return Of(test(static_cast<std::uint64_t>(fact.code)));
  return fact.value.state == State::kNone ? Of(test(0)) : kUnknown;
}

std::uint8_t Emptiness(const Value& value) {
  if (value.state == State::kNone) return kTrue;
  if (value.state != State::kKnown) return kUnknown;
  return Of((values::IsList(value) || value.kind == Base::kText) && value.size == 0);
}

std::uint8_t Absence(State state) {
  if (state == State::kUncertain) return kUnknown;
  return Of(state != State::kKnown && state != State::kNone);
}

}  // namespace

bool EndsBy(std::int64_t from, std::int64_t last, std::int64_t length, std::uint32_t unit) {
  const auto known_unit = static_cast<values::LengthUnit>(unit);
  if (known_unit == values::LengthUnit::kDay) return from + std::clamp(length, -kLongest, kLongest) <= last;
  const auto end = values::Shift({static_cast<std::int32_t>(from)}, length, known_unit);
  return end ? end->days <= last : length <= 0;  // beyond every day there is
}

Machine::Machine(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary)
    : residual_(residual),
      vocabulary_(vocabulary),
      room_(residual.slots.size()),
      ready_(residual.codes.size()),
      members_(residual::kMostLevels) {
  std::size_t truths = residual::kFirstRegister, items = 0;
  for (const residual::Code& code : residual.codes) {
    truths = std::max<std::size_t>(truths, code.truth_count);
    room_ = std::max<std::size_t>(room_, code.fact_count);
    items = std::max<std::size_t>(items, code.item_count);
  }
  truths_.resize(truths + sizeof(std::uint64_t));  // rules' truths are read eight at a time
  truths_[residual::kFalseRegister] = kFalse;
  truths_[residual::kUnknownRegister] = kUnknown;
  truths_[residual::kTrueRegister] = kTrue;
  items_.resize(items);
  elements_.resize(room_);
  lists_.resize(room_);
}

Outcome Machine::Decide(facts::Facts& facts) {
  entry_ = &residual_.entries[facts.entry];
  const residual::Period* period = residual::PeriodFor(residual_, *entry_, facts.received);
  code_ = nullptr;
  if (period == nullptr || period->code == residual::Period::kGeneral) return Outcome::kUnsettled;
  code_ = &residual_.codes[period->code];
  constants_ = residual_.constants.data() + period->constants;
  slots_ = facts.facts.data();
  overflowed_ = false;
  Ready& ready = ready_[period->code];
  if (ready.steps.empty()) [[unlikely]]
    ready = MakeReady(residual_, *code_, Execute(nullptr));
  Execute(ready.steps.data());
  return Conclude(ready);
}

void Machine::Run(const Instruction* instruction, const Instruction* end) {
  // Locals: a truth is a byte, and writing one could, for all the compiler knows, change any member.
  Truth* const truths = truths_.data();
  const Fact* const slots = slots_;
  const std::uint64_t* const constants = constants_;
  while (instruction != end) {
    const Instruction& each = *instruction++;
    Truth truth = kUnknown;
    switch (each.op) {
      case Op::kAnd: truth = std::min(truths[each.left], truths[each.right]); break;
      case Op::kOr: truth = std::max(truths[each.left], truths[each.right]); break;
      case Op::kNot: truth = static_cast<Truth>(kTrue - truths[each.left]); break;
      case Op::kChoose:
        truth = truths[each.left] == kUnknown ? kUnknown : truths[truths[each.left] == kTrue ? each.right : each.extra];
        break;
      case Op::kHolds: truth = Ask(slots[each.left], false, [](std::int64_t code) { return code != 0; }); break;
      case Op::kEqual: {
        const auto word = static_cast<std::int64_t>(constants[each.constant]);
        truth = Ask(slots[each.left], false, [word](std::int64_t code) { return code == word; });
        break;
      }
      case Op::kOneOf: {
        const std::uint64_t* words = constants + each.constant;
        truth = Ask(slots[each.left], false, [&](std::int64_t code) { return IsOneOf(code, words, each.extra); });
        break;
      }
      case Op::kSubset: {
        const std::uint64_t word = constants[each.constant];
        truth = Ask(slots[each.left], false,
                    [word](std::int64_t code) { return (static_cast<std::uint64_t>(code) & ~word) == 0; });
        break;
      }
      case Op::kBetween: {
        const std::uint64_t* words = constants + each.constant;
        truth =
            Order(slots[each.left], false, [words](std::int64_t code) { return IsBetween(code, words[0], words[1]); });
        break;
      }
      case Op::kAnyItemOf:
        truth = AnyItem(slots[each.left], constants[each.constant], constants[each.constant + 1]);
        break;
      case Op::kEveryItemOf:
        truth = static_cast<Truth>(kTrue -
                                   AnyItem(slots[each.left], constants[each.constant + 1], constants[each.constant]));
        break;
      case Op::kBelow: {
        const auto word = static_cast<std::int64_t>(constants[each.constant]);
        truth = Order(slots[each.left], false, [word](std::int64_t code) { return code < word; });
        break;
      }
      case Op::kAbove: {
        const auto word = static_cast<std::int64_t>(constants[each.constant]);
        truth = Order(slots[each.left], false, [word](std::int64_t code) { return code > word; });
        break;
      }
      case Op::kEmpty: truth = Emptiness(slots[each.left].value); break;
      case Op::kMissing: truth = Absence(slots[each.left].value.state); break;
      case Op::kAny:
      case Op::kEvery:
        truth = Quantify(each);
        instruction += each.extra;
        break;
      case Op::kSound:
      case Op::kAdd:
      case Op::kSubtract:
      case Op::kNumber:
      case Op::kText:
      case Op::kNumbers:
      case Op::kTexts:
      case Op::kMember: SetFact(each); continue;
      case Op::kItemTruths:
      case Op::kForItems:
      case Op::kAndItems:
      case Op::kOrItems:
      case Op::kNotItems: SetItems(each); continue;
      default: truth = TruthOf(each); break;
    }
    truths[each.target] = each.negated != 0 ? static_cast<Truth>(kTrue - truth) : truth;
  }
}

/// The truths that are asked for less often.
Machine::Truth Machine::TruthOf(const Instruction& instruction) {
  const Fact& left = slots_[instruction.left];
  switch (instruction.op) {
    case Op::kSuperset: {
      const std::uint64_t word = constants_[instruction.constant];
      return AskSet(left, [word](std::uint64_t set) { return (word & ~set) == 0; });
    }
    case Op::kMeets: {
      const std::uint64_t word = constants_[instruction.constant];
      return AskSet(left, [word](std::uint64_t set) { return (word & set) != 0; });
    }
    case Op::kAmong: return Among(instruction);
    case Op::kInside: return Inside(instruction);
    case Op::kLonger:
    case Op::kShorter: return LongerOrShorter(instruction);
    case Op::kRelation: return Relate(instruction);
    case Op::kAttached: return Of(values::Attached(vocabulary_, left.value, slots_[instruction.right].value));
    case Op::kAnyItem:
    case Op::kEveryItem: return OfItems(instruction);
    default: return kUnknown;
  }
}

Machine::Truth Machine::Among(const Instruction& instruction) const {
  const std::uint64_t word = constants_[instruction.constant];
  const std::uint64_t* first = residual_.constants.data() + (word >> 32);
  const std::uint64_t* last = first + static_cast<std::uint32_t>(word);
  return Ask(slots_[instruction.left], false, [&](std::int64_t code) {
    return std::binary_search(first, last, static_cast<std::uint64_t>(code), [](std::uint64_t a, std::uint64_t b) {
      return static_cast<std::int64_t>(a) < static_cast<std::int64_t>(b);
    });
  });
}

Machine::Truth Machine::Inside(const Instruction& instruction) const {
  const std::uint64_t word = constants_[instruction.constant];
  const std::uint64_t* pairs = residual_.constants.data() + (word >> 32);
  const auto count = static_cast<std::uint32_t>(word);
  return Order(slots_[instruction.left], false, [&](std::int64_t code) {
    bool inside = false;
    for (std::uint32_t i = 0; i < count; ++i) {
      inside |= IsBetween(code, pairs[2 * i], pairs[2 * i + 1]);
    }
    return inside;
  });
}

Machine::Truth Machine::LongerOrShorter(const Instruction& instruction) const {
  const Fact& from = slots_[instruction.left];
  const Fact& to = slots_[instruction.right];
  if (!from.value.IsKnown() || !to.value.IsKnown()) return kUnknown;
  const auto length = static_cast<std::int64_t>(constants_[instruction.constant]);
  const bool longer = instruction.op == Op::kLonger;
  return Of(EndsBy(from.code, to.code + (longer ? 0 : 1), length, instruction.extra) == longer);
}

Machine::Truth Machine::Relate(const Instruction& instruction) const {
  const Value& left = slots_[instruction.left].value;
  const Value& right = slots_[instruction.right].value;
  switch (static_cast<program::Op>(instruction.extra)) {
    case program::Op::kEqual: return Of(values::Equal(left, right));
    case program::Op::kGreater: return Of(values::Greater(vocabulary_, left, right));
    case program::Op::kLess: return Of(values::Less(vocabulary_, left, right));
    case program::Op::kWithin: return Of(values::Within(left, right));
    case program::Op::kIn: return Of(values::In(left, right));
    case program::Op::kContains: return Of(values::Contains(left, right));
    case program::Op::kMeets: return Of(values::Meets(left, right));
    default: return kUnknown;
  }
}

Machine::Truth Machine::OfItems(const Instruction& instruction) const {
  const ItemTruths& truths = items_[instruction.right];
  const Fact& items = slots_[instruction.left];
  if (instruction.op == Op::kAnyItem) return AnyItem(items, truths.holds, truths.fails);
  return static_cast<Truth>(kTrue - AnyItem(items, truths.fails, truths.holds));
}

/// As vm::Evaluation does it: what does not speak of the member decides although the list is unknown.
Machine::Truth Machine::Quantify(const Instruction& instruction) {
  const Instruction* begin = &instruction + 1;
  const Value list = slots_[instruction.left].value;
  const bool any = instruction.op == Op::kAny;
  const Truth absorbing = Of(any), neutral = Of(!any);
  if (list.state == State::kNone) return neutral;
  Value& member = members_[instruction.constant];
  if (!list.IsKnown() || !values::IsList(list)) {
    member = Value::In(State::kUncertain);
    Run(begin, begin + instruction.extra);
    return truths_[instruction.right] == neutral ? neutral : kUnknown;
  }
  Truth result = neutral;
  for (const Value& each : list.list->elements) {
    member = each;
    Run(begin, begin + instruction.extra);
    const Truth body = truths_[instruction.right];
    if (body == absorbing) return absorbing;
    if (body == kUnknown) result = kUnknown;
  }
  return result;
}

}  // namespace zhun::machine
