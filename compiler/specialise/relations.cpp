// Relations between what the case says and what the entry or the policy says.
#include <algorithm>
#include <bit>

#include "compiler/specialise/partial_evaluation.h"
#include "runtime/values/calendar_length.h"
#include "runtime/values/region.h"

namespace zhun::specialise {
namespace {

using residual::Instruction;
using residual::Op;
using residual::Shape;
using values::Value;
using vocabulary::Base;

constexpr std::uint64_t kWordBits = 64;
constexpr std::size_t kMostSetWords = 4;

Instruction Make(Op op, std::uint16_t left, std::uint16_t right = 0) {
  Instruction instruction;
  instruction.op = op;
  instruction.left = left;
  instruction.right = right;
  return instruction;
}

Symbol TruthSymbol(Emission& emission, const Instruction& instruction) {
  return Symbol::Of(Symbol::Kind::kTruth, emission.NewTruth(instruction));
}

/// Unknown, or a list with an unknown element: every relation on it is unknown.
bool IsOpen(const Value& value) {
  if (value.state == values::State::kNone) return false;
  const auto known = [](const Value& each) { return each.IsKnown(); };
  return !value.IsKnown() || !std::ranges::all_of(ElementsOf(value), known);
}

bool IsCase(const Symbol& symbol) {
  return symbol.kind == Symbol::Kind::kPath || symbol.kind == Symbol::Kind::kMember ||
         symbol.kind == Symbol::Kind::kFact;
}

/// Texts of members of lists have no codes.
bool HasCodes(const Symbol& symbol) { return symbol.type.base != Base::kText || symbol.kind == Symbol::Kind::kPath; }

/// Whether a value of the symbol's kind and a constant are numbers of one scale.
bool SameScale(const Symbol& symbol, const Value& constant) {
  if (symbol.type.base != constant.kind) return false;
  const bool counted = constant.kind == Base::kQuantity;
  return constant.kind != Base::kLength && (!counted || symbol.unit == constant.unit);
}

bool AllComparable(const Symbol& symbol, std::span<const Value> constants) {
  return std::ranges::all_of(constants, [&](const Value& each) { return each.IsKnown() && SameScale(symbol, each); });
}

/// Codes of constants as the symbol's slot has them, ascending.
std::vector<std::uint64_t> CodesOf(Emission& emission, const Symbol& symbol, Shape shape,
                                   std::span<const Value> constants) {
  std::vector<std::uint64_t> codes;
  for (const Value& each : constants) {
    if (each.kind != Base::kText) {
      codes.push_back(static_cast<std::uint64_t>(each.number));
    } else {
      Tables& tables = emission.Shared();
      codes.push_back(tables.CodeOf(tables.DomainOf(emission.BoundSlotOf(symbol, shape)), each.Text()));
    }
  }
  std::ranges::sort(codes, {}, [](std::uint64_t code) { return static_cast<std::int64_t>(code); });
  codes.erase(std::ranges::unique(codes).begin(), codes.end());
  return codes;
}

/// Whether the fact is one of the constants.
Symbol OneOf(Emission& emission, const Symbol& symbol, std::span<const Value> constants) {
  const bool text = symbol.type.base == Base::kText;
  const std::optional<std::uint16_t> slot = emission.ValueOf(symbol);
  if (!slot) return {};
  const std::vector<std::uint64_t> codes = CodesOf(emission, symbol, text ? Shape::kText : Shape::kNumber, constants);
  Instruction instruction = Make(Op::kAmong, *slot);
  if (codes.size() == 1) {
    instruction.op = Op::kEqual;
    instruction.constant = emission.NewConstant({false, codes});
  } else if (std::ranges::all_of(codes, [](std::uint64_t code) { return code < kMostSetWords * kWordBits; })) {
    std::vector<std::uint64_t> words(!codes.empty() && codes.back() >= kWordBits ? kMostSetWords : 1);
    for (const std::uint64_t code : codes) words[code / kWordBits] |= std::uint64_t{1} << code % kWordBits;
    instruction.op = Op::kOneOf;
    instruction.extra = static_cast<std::uint32_t>(words.size());
    instruction.constant = emission.NewConstant({false, words});
  } else {
    instruction.constant = emission.NewConstant({true, codes});
  }
  return TruthSymbol(emission, instruction);
}

/// A relation of sets; nothing where the constants do not fit into one word.
std::optional<Symbol> SetRelation(Emission& emission, Op op, const Symbol& list, std::span<const Value> constants) {
  const bool set = list.type.base == Base::kEnum || list.type.base == Base::kText;
  if (!set || list.kind != Symbol::Kind::kPath) return std::nullopt;
  std::uint64_t word = 0;
  for (const std::uint64_t code : CodesOf(emission, list, Shape::kBits, constants)) {
    if (code >= residual::kOtherBit) return std::nullopt;
    word |= std::uint64_t{1} << code;
  }
  Instruction instruction = Make(op, emission.SlotOf(list, Shape::kBits));
  instruction.constant = emission.NewConstant({false, {word}});
  return TruthSymbol(emission, instruction);
}

Symbol Generic(Emission& emission, program::Op op, const Symbol& left, const Symbol& right) {
  const std::optional<std::uint16_t> first = emission.ValueOf(left);
  const std::optional<std::uint16_t> second = first ? emission.ValueOf(right) : std::nullopt;
  if (!second) return {};
  Instruction instruction = Make(op == program::Op::kAttached ? Op::kAttached : Op::kRelation, *first, *second);
  instruction.extra = static_cast<std::uint32_t>(op);
  return TruthSymbol(emission, instruction);
}

Symbol Order(Emission& emission, Op op, const Symbol& symbol, const Value& constant) {
  const std::optional<std::uint16_t> slot = emission.ValueOf(symbol);
  if (!slot) return {};
  Instruction instruction = Make(op, *slot);
  instruction.constant = emission.NewConstant({false, {static_cast<std::uint64_t>(constant.number)}});
  return TruthSymbol(emission, instruction);
}

bool IsOrderedKind(Base kind) {
  return kind == Base::kNumber || kind == Base::kQuantity || kind == Base::kEnum || kind == Base::kDate ||
         kind == Base::kInstant;
}

/// The lowest and the highest code of what lies in a region; see values::RegionWithin.
void AddRegion(std::int64_t region, std::vector<std::uint64_t>& pairs) {
  const std::int64_t step = region == values::kWholeCountry ? 1000000
                            : region % 10000 == 0           ? 10000
                            : region % 100 == 0             ? 100
                                                            : 1;
  const std::int64_t lowest = region == values::kWholeCountry ? 0 : region;
  pairs.push_back(static_cast<std::uint64_t>(lowest));
  pairs.push_back(static_cast<std::uint64_t>(lowest + step - 1));
}

Symbol Inside(Emission& emission, const Symbol& symbol, std::span<const Value> regions) {
  std::vector<std::uint64_t> pairs;
  for (const Value& region : regions) AddRegion(region.number, pairs);
  const std::optional<std::uint16_t> slot = emission.ValueOf(symbol);
  if (!slot) return {};
  const bool one = regions.size() == 1;
  Instruction instruction = Make(one ? Op::kBetween : Op::kInside, *slot);
  instruction.constant = emission.NewConstant({!one, pairs});
  return TruthSymbol(emission, instruction);
}

/// The case on the left, what is known on the right.
std::optional<Symbol> Known(Emission& emission, program::Op op, const Symbol& symbol, const Value& constant) {
  const std::span<const Value> constants = ElementsOf(constant);
  const bool list = symbol.IsList(), constant_list = values::IsList(constant);
  if (op == program::Op::kWithin) {
    const bool regions =
        std::ranges::all_of(constants, [](const Value& each) { return each.IsKnown() && each.kind == Base::kRegion; });
    if (list || !regions || symbol.type.base != Base::kRegion) return std::nullopt;
    return Inside(emission, symbol, constants);
  }
  if (!HasCodes(symbol) || !AllComparable(symbol, constants)) return std::nullopt;
  switch (op) {
    case program::Op::kEqual:
      if (list || constant_list) return std::nullopt;
      return OneOf(emission, symbol, constants);
    case program::Op::kIn:
      if (list) return SetRelation(emission, Op::kSubset, symbol, constants);
      return OneOf(emission, symbol, constants);
    case program::Op::kContains:
      if (list) return SetRelation(emission, Op::kSuperset, symbol, constants);
      if (!constant_list) return OneOf(emission, symbol, constants);
      return std::nullopt;
    case program::Op::kMeets:
      if (list) return SetRelation(emission, Op::kMeets, symbol, constants);
      return OneOf(emission, symbol, constants);
    case program::Op::kGreater:
    case program::Op::kLess:
      if (list || constant_list || !IsOrderedKind(symbol.type.base)) return std::nullopt;
      return Order(emission, op == program::Op::kGreater ? Op::kAbove : Op::kBelow, symbol, constant);
    default: return std::nullopt;
  }
}

/// The relation read from the other side; kConstant where there is none.
program::Op Turned(program::Op op) {
  switch (op) {
    case program::Op::kEqual:
    case program::Op::kMeets: return op;
    case program::Op::kIn: return program::Op::kContains;
    case program::Op::kContains: return program::Op::kIn;
    case program::Op::kGreater: return program::Op::kLess;
    case program::Op::kLess: return program::Op::kGreater;
    default: return program::Op::kConstant;
  }
}

}  // namespace

Symbol RelatePeriod(Emission& emission, const vocabulary::Vocabulary& vocabulary, program::Op op, const Symbol& period,
                    const Symbol& length) {
  if (period.kind != Symbol::Kind::kPath || !length.IsStatic() || !length.value.IsKnown() ||
      length.value.kind != Base::kLength || values::IsList(length.value))
    return {};
  const values::LengthUnit unit = values::LengthUnitOf(vocabulary, length.value);
  const vocabulary::Record& record = vocabulary.records[period.type.of];
  if (unit == values::LengthUnit::kUncountable || period.slot.depth >= std::size(period.slot.fields)) return {};
  const auto day = [&](std::string_view key) {
    const std::uint16_t field = vocabulary::FindKey(record, key);
    if (field > 0xFE || record.attributes[field].type.base != Base::kDate) return std::uint16_t{0xFFFF};
    Symbol symbol = period;
    symbol.slot.fields[symbol.slot.depth++] = static_cast<std::uint8_t>(field);
    symbol.type = record.attributes[field].type;
    return emission.SlotOf(symbol, Shape::kNumber);
  };
  Instruction instruction = Make(op == program::Op::kLonger ? Op::kLonger : Op::kShorter, day("from"), day("to"));
  if (instruction.left == 0xFFFF || instruction.right == 0xFFFF) return {};
  instruction.constant = emission.NewConstant({false, {static_cast<std::uint64_t>(length.value.number)}});
  instruction.extra = static_cast<std::uint32_t>(unit);
  return TruthSymbol(emission, instruction);
}

Symbol Relate(Emission& emission, const vocabulary::Vocabulary& vocabulary, const program::Node& node,
              const Symbol& left, const Symbol& right) {
  for (const Symbol* symbol : {&left, &right}) {
    if (symbol->IsStatic() && IsOpen(symbol->value)) return Symbol::Static(Value::In(values::State::kUncertain));
  }
  if (node.op == program::Op::kLonger || node.op == program::Op::kShorter)
    return RelatePeriod(emission, vocabulary, node.op, left, right);
  if (IsCase(left) && right.IsStatic() && right.value.IsKnown()) {
    if (const auto symbol = Known(emission, node.op, left, right.value)) return *symbol;
  }
  if (IsCase(right) && left.IsStatic() && left.value.IsKnown() && Turned(node.op) != program::Op::kConstant) {
    if (const auto symbol = Known(emission, Turned(node.op), right, left.value)) return *symbol;
  }
  return Generic(emission, node.op, left, right);
}

}  // namespace zhun::specialise
