// What a node comes to: see partial_evaluation.h.
#include <algorithm>

#include "compiler/specialise/partial_evaluation.h"

namespace zhun::specialise {
namespace {

using residual::Instruction;
using residual::Shape;
using residual::Slot;
using values::State;
using values::Truth;
using values::Value;
using vocabulary::Base;
using vocabulary::Form;

Instruction Make(residual::Op op, std::uint16_t left, std::uint16_t right = 0) {
  Instruction instruction;
  instruction.op = op;
  instruction.left = left;
  instruction.right = right;
  return instruction;
}

bool IsSettled(const Value& value) { return value.IsKnown() || value.state == State::kNone; }

Symbol PathOf(Slot::Source source, vocabulary::Type type) {
  Symbol symbol;
  symbol.kind = Symbol::Kind::kPath;
  symbol.slot.source = source;
  symbol.type = type;
  symbol.unit = type.of;
  return symbol;
}

bool Extend(Slot& slot, std::uint32_t field) {
  if (slot.depth >= std::size(slot.fields) || field > 0xFE) return false;
  slot.fields[slot.depth++] = static_cast<std::uint8_t>(field);
  return true;
}

/// How a path is held where only its being there, or being empty, is asked.
Shape NaturalShape(const Symbol& symbol, bool items) {
  if (items) return Shape::kItems;
  if (symbol.type.list) {
    const bool set = symbol.type.base == Base::kEnum || symbol.type.base == Base::kText;
    return set ? Shape::kBits : Shape::kMembers;
  }
  if (symbol.type.base == Base::kRecord) return Shape::kRecord;
  return symbol.type.base == Base::kText ? Shape::kText : Shape::kNumber;
}

}  // namespace

Symbol PartialEvaluation::Eval(NodeIndex index) {
  if (known_[index]) return *known_[index];
  const std::size_t depth = emission_->Depth();
  emission_->SetDepth(depth_of_[index]);
  Symbol symbol = EvalNew(index);
  emission_->SetDepth(depth);
  if (symbol.kind == Symbol::Kind::kUnknown) emission_->Written().exact = false;
  known_[index] = symbol;
  return symbol;
}

Symbol PartialEvaluation::EvalNew(NodeIndex index) {
  if (const std::optional<Symbol> symbol = EvalByItem(index)) return *symbol;
  std::uint32_t open = 0;
  for (std::size_t level = 0; level < members_.size(); ++level) {
    if (members_[level]) open |= 1u << level;
  }
  const Value& value = evaluation_.At(index);
  const bool fixed = !dependence_.IsDynamic(index) && (dependence_.Levels(index) & open) == 0;
  if (fixed || IsSettled(value)) return Symbol::Static(value);
  const Node& node = program_.nodes[index];
  switch (node.op) {
    case Op::kRoot: return EvalRoot(node);
    case Op::kField: return EvalField(index, node);
    case Op::kIt: return members_[node.ref] ? *members_[node.ref] : Symbol();
    case Op::kFinding: {
      Symbol symbol = PathOf(Slot::Source::kFinding, {Base::kBool, vocabulary::kNone, false});
      symbol.slot.number = static_cast<std::uint16_t>(node.ref);
      return node.ref <= 0xFFFF ? symbol : Symbol();
    }
    case Op::kAnd:
    case Op::kOr: return EvalJunction(node);
    case Op::kNot: return emission_->Not(Eval(OperandOf(node, 0)));
    case Op::kIf: return EvalIf(node);
    case Op::kSound: return EvalSound(node);
    case Op::kAdd:
    case Op::kSubtract: return EvalSum(node);
    case Op::kAny:
    case Op::kEvery: return EvalQuantifier(index, node);
    case Op::kConstant:
    case Op::kList: return Symbol();
    default: return EvalRelation(node);
  }
}

Symbol PartialEvaluation::EvalRoot(const Node& node) {
  const vocabulary::Root& root = vocabulary_.roots[node.ref];
  if (root.key == "application") return PathOf(Slot::Source::kApplication, root.type);
  if (root.key == "context") return PathOf(Slot::Source::kContext, root.type);
  return PathOf(Slot::Source::kToday, root.type);
}

Symbol PartialEvaluation::EvalField(NodeIndex index, const Node& node) {
  const Node& of = program_.nodes[OperandOf(node, 0)];
  const vocabulary::Record& record = vocabulary_.records[of.unit];
  const vocabulary::Attribute& attribute = record.attributes[node.ref];
  if (record.key == "context" && attribute.key == "aligned")
    return Symbol::Static(aligned_ ? Value::Of(Truth::kTrue) : Value());
  Symbol symbol = Eval(OperandOf(node, 0));
  if (symbol.IsStatic()) {
    return record.key == "condition" && attribute.key == "met" ? ConditionMet(symbol.value) : Symbol();
  }
  if (symbol.kind != Symbol::Kind::kPath && symbol.kind != Symbol::Kind::kMember) return Symbol();
  if (symbol.kind == Symbol::Kind::kPath && attribute.form == Form::kComputed) return Symbol();
  if (!Extend(symbol.slot, node.ref)) return Symbol();
  symbol.type = attribute.type;
  symbol.unit = program_.nodes[index].unit;
  return symbol;
}

Symbol PartialEvaluation::ConditionMet(const Value& condition) const {
  if (!condition.IsKnown() || condition.kind != Base::kRecord) return Symbol();
  const auto found = std::ranges::find(conditions_, condition.record);
  if (found == conditions_.end()) return Symbol();
  Symbol symbol = PathOf(Slot::Source::kCondition, {Base::kBool, vocabulary::kNone, false});
  symbol.slot.number = static_cast<std::uint16_t>(found - conditions_.begin());
  return symbol;
}

Symbol PartialEvaluation::EvalJunction(const Node& node) {
  const bool conjunction = node.op == Op::kAnd;
  Symbol result = Symbol::Static(Value::Of(conjunction ? Truth::kTrue : Truth::kFalse));
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    const Symbol operand = Eval(OperandOf(node, i));
    result = conjunction ? emission_->And(result, operand) : emission_->Or(result, operand);
  }
  return result;
}

/// Where the condition is open the full evaluation says unknown, even if both branches agree.
Symbol PartialEvaluation::EvalIf(const Node& node) {
  const Symbol condition = Eval(OperandOf(node, 0));
  if (condition.IsStatic()) {
    const Truth truth = vm::TruthOf(condition.value);
    if (truth == Truth::kUnknown) return Symbol::Static(Value::In(State::kUncertain));
    return Eval(OperandOf(node, truth == Truth::kTrue ? 1 : 2));
  }
  const Symbol then = Eval(OperandOf(node, 1)), otherwise = Eval(OperandOf(node, 2));
  const auto by_item = [](const Symbol& symbol) { return symbol.kind == Symbol::Kind::kItems; };
  if (node.kind != Base::kBool || node.list || by_item(condition) || by_item(then) || by_item(otherwise))
    return Symbol();
  Instruction instruction = Make(residual::Op::kChoose, emission_->TruthOf(condition), emission_->TruthOf(then));
  instruction.extra = emission_->TruthOf(otherwise);
  return Symbol::Of(Symbol::Kind::kTruth, emission_->NewTruth(instruction));
}

Symbol PartialEvaluation::EvalSound(const Node& node) {
  Symbol raw = Eval(OperandOf(node, 0));
  const Symbol check = Eval(OperandOf(node, 1));
  if (check.IsStatic() && vm::TruthOf(check.value) == Truth::kTrue) return raw;
  if (raw.kind != Symbol::Kind::kPath || raw.check != Symbol::kNoCheck || check.kind == Symbol::Kind::kItems)
    return Symbol();
  raw.check = emission_->TruthOf(check);
  return raw;
}

Symbol PartialEvaluation::EvalSum(const Node& node) {
  const std::optional<std::uint16_t> left = emission_->ValueOf(Eval(OperandOf(node, 0)));
  const std::optional<std::uint16_t> right = emission_->ValueOf(Eval(OperandOf(node, 1)));
  if (!left || !right) {
    emission_->Written().general = true;  // it might leave its range unseen
    return Symbol();
  }
  Symbol sum = Symbol::Of(
      Symbol::Kind::kFact,
      emission_->NewFact(Make(node.op == Op::kAdd ? residual::Op::kAdd : residual::Op::kSubtract, *left, *right)));
  sum.type = {node.kind, vocabulary::kNone, false};
  sum.unit = node.unit;
  return sum;
}

Symbol PartialEvaluation::EvalRelation(const Node& node) {
  const Symbol left = Eval(OperandOf(node, 0));
  if (node.op == Op::kEmpty || node.op == Op::kMissing) {
    const residual::Op op = node.op == Op::kEmpty ? residual::Op::kEmpty : residual::Op::kMissing;
    std::optional<std::uint16_t> slot;
    if (left.kind == Symbol::Kind::kPath) {
      slot = emission_->SlotOf(left, NaturalShape(left, IsItems(left)));
    } else if (node.op == Op::kEmpty) {
      slot = emission_->ValueOf(left);
    }
    return slot ? Symbol::Of(Symbol::Kind::kTruth, emission_->NewTruth(Make(op, *slot))) : Symbol();
  }
  return Relate(*emission_, vocabulary_, node, left, Eval(OperandOf(node, 1)));
}

Symbol PartialEvaluation::EvalQuantifier(NodeIndex index, const Node& node) {
  if (dependence_.Levels(index) != 0 &&
      std::ranges::any_of(items_, [](const auto& block) { return block.has_value(); }))
    return Symbol();
  const Symbol list = Eval(OperandOf(node, 0));
  if (list.IsStatic()) return list.value.IsKnown() ? OverEntry(node, list.value) : Symbol();
  if (IsItems(list)) return OverItems(node, list);
  const bool members = list.kind == Symbol::Kind::kPath || list.kind == Symbol::Kind::kMember;
  return members && list.IsList() ? OverMembers(node, list) : Symbol();
}

/// A list of the entry is known: its members one by one.
Symbol PartialEvaluation::OverEntry(const Node& node, const Value& list) {
  const program::Segment block{node.block_begin, node.block_end};
  const bool any = node.op == Op::kAny;
  for (NodeIndex i = block.begin; i < block.end; ++i) depth_of_[i] = emission_->Depth();
  Symbol result = Symbol::Static(Value::Of(any ? Truth::kFalse : Truth::kTrue));
  for (const Value& member : ElementsOf(list)) {
    evaluation_.RunFor(block, node.ref, member);
    Forget(block);
    const Symbol body = Eval(OperandOf(node, 1));
    result = any ? emission_->Or(result, body) : emission_->And(result, body);
  }
  Forget(block);
  return result;
}

/// What is asked of an item hangs on the entry alone, or on the case alone: a set of items for every question.
Symbol PartialEvaluation::OverItems(const Node& node, const Symbol& list) {
  const std::optional<ItemBlock> outside = items_[node.ref];
  const std::uint16_t slot = emission_->SlotOf(list, Shape::kItems);
  LookAtItems({node.block_begin, node.block_end}, node.ref);
  for (NodeIndex i = node.block_begin; i < node.block_end; ++i) depth_of_[i] = emission_->Depth();
  const NodeIndex asked = OperandOf(node, 1);
  Instruction instruction = Make(node.op == Op::kAny ? residual::Op::kAnyItem : residual::Op::kEveryItem, slot);
  const bool inside = asked >= node.block_begin && asked < node.block_end;
  if (inside && !dependence_.IsDynamic(asked)) {
    const ByItem truths = items_[node.ref]->truths[asked - node.block_begin];
    instruction.op = node.op == Op::kAny ? residual::Op::kAnyItemOf : residual::Op::kEveryItemOf;
    instruction.constant = emission_->NewConstant({false, {truths.holds, truths.fails}});
  } else {
    instruction.right = emission_->ItemsOf(Eval(asked));
  }
  items_[node.ref] = outside;
  Forget({node.block_begin, node.block_end});
  return Symbol::Of(Symbol::Kind::kTruth, emission_->NewTruth(instruction));
}

std::optional<Symbol> PartialEvaluation::EvalByItem(NodeIndex index) {
  for (const std::optional<ItemBlock>& block : items_) {
    if (!block || index < block->segment.begin || index >= block->segment.end) continue;
    const Node& node = program_.nodes[index];
    if (dependence_.IsDynamic(index)) {
      if (node.op == Op::kAnd || node.op == Op::kOr) return EvalJunction(node);
      if (node.op == Op::kNot) return emission_->Not(Eval(OperandOf(node, 0)));
    }
    if (node.kind != Base::kBool || node.list) return Symbol();
    if (dependence_.IsDynamic(index)) emission_->Written().exact = false;
    const ByItem truths = block->truths[index - block->segment.begin];
    Instruction instruction = Make(residual::Op::kItemTruths, 0);
    instruction.constant = emission_->NewConstant({false, {truths.holds, truths.fails}});
    return Symbol::Of(Symbol::Kind::kItems, emission_->NewItems(instruction));
  }
  return std::nullopt;
}

/// A list of the case is not known yet: a loop. What its body reads from outside is computed before it.
Symbol PartialEvaluation::OverMembers(const Node& node, const Symbol& list) {
  const std::optional<std::uint16_t> slot = emission_->ValueOf(list);
  if (!slot) return Symbol();
  const program::Segment block{node.block_begin, node.block_end};
  EvalOutside(block);
  Forget(block);
  const std::optional<Symbol> outside = members_[node.ref];
  Symbol member = Symbol::Of(Symbol::Kind::kMember, static_cast<std::uint16_t>(node.ref));
  member.type = {list.type.base, list.type.of, false};
  member.unit = list.unit;
  members_[node.ref] = member;
  emission_->BeginLoop();
  for (NodeIndex i = block.begin; i < block.end; ++i) depth_of_[i] = emission_->Depth();
  const std::uint16_t body = emission_->TruthOf(Eval(OperandOf(node, 1)));
  const residual::Op op = node.op == Op::kAny ? residual::Op::kAny : residual::Op::kEvery;
  const std::uint16_t truth = emission_->EndLoop(op, *slot, body, static_cast<std::uint16_t>(node.ref));
  members_[node.ref] = outside;
  Forget(block);
  return Symbol::Of(Symbol::Kind::kTruth, truth);
}

void PartialEvaluation::EvalOutside(program::Segment block) {
  for (NodeIndex i = block.begin; i < block.end; ++i) {
    const Node& node = program_.nodes[i];
    const bool quantifier = node.op == Op::kAny || node.op == Op::kEvery;
    if (quantifier) EvalOutside({node.block_begin, node.block_end});
    for (std::uint32_t operand = 0; operand < node.operand_count; ++operand) {
      if (quantifier && operand == 1) continue;
      const NodeIndex read = OperandOf(node, operand);
      if (dependence_.Levels(read) == 0) Eval(read);
    }
  }
}

}  // namespace zhun::specialise
