#include <fmt/format.h>

#include "runtime/residual/residual.h"

namespace zhun::residual {
namespace {

const char* NameOf(Shape shape) {
  switch (shape) {
    case Shape::kNumber: return "number";
    case Shape::kText: return "text";
    case Shape::kBits: return "bits";
    case Shape::kItems: return "items";
    case Shape::kMembers: return "members";
    case Shape::kRecord: return "record";
  }
  return "";
}

const char* NameOf(Slot::Source source) {
  switch (source) {
    case Slot::Source::kApplication: return "application";
    case Slot::Source::kContext: return "context";
    case Slot::Source::kFinding: return "finding";
    case Slot::Source::kCondition: return "condition";
    case Slot::Source::kToday: return "today";
  }
  return "";
}

const char* NameOf(Class effect) {
  switch (effect) {
    case Class::kOutOfScope: return "out_of_scope";
    case Class::kNotRequestable: return "not_requestable";
    case Class::kRefuseByLaw: return "refuse_by_law";
    case Class::kRefer: return "refer";
    case Class::kSupplement: return "supplement";
    case Class::kRefuse: return "refuse";
    case Class::kItem: return "item";
    case Class::kOther: return "other";
  }
  return "";
}

/// t3, f12, i0: a truth, a fact, truths by item.
std::string Target(const Instruction& instruction) {
  switch (SetsOf(instruction.op)) {
    case Sets::kTruth: return fmt::format("t{}", instruction.target);
    case Sets::kFact: return fmt::format("f{}", instruction.target);
    case Sets::kItems: return fmt::format("i{}", instruction.target);
  }
  return "";
}

std::string Operands(const Instruction& each) {
  std::string text;
  const bool items = SetsOf(each.op) == Sets::kItems && each.op != Op::kForItems && each.op != Op::kItemTruths;
  if (ReadsLeftSlot(each.op)) {
    text += fmt::format(" f{}", each.left);
  } else if (items) {
    text += fmt::format(" i{}", each.left);
  } else if (!HasConstant(each.op)) {
    text += (each.op == Op::kMember ? " level " : " t") + std::to_string(each.left);
  }
  const bool truth = each.op == Op::kAnd || each.op == Op::kOr || each.op == Op::kChoose || each.op == Op::kAny ||
                     each.op == Op::kEvery || each.op == Op::kSound;
  if (ReadsRightSlot(each.op)) text += fmt::format(" f{}", each.right);
  if (truth) text += fmt::format(" t{}", each.right);
  if (each.op == Op::kAnyItem || each.op == Op::kEveryItem || each.op == Op::kAndItems || each.op == Op::kOrItems)
    text += fmt::format(" i{}", each.right);
  if (HasConstant(each.op)) text += fmt::format(" k{}", each.constant);
  if (each.extra != 0) text += fmt::format(" {:x}", each.extra);
  return text;
}

}  // namespace

std::string Print(const Residual& residual, std::uint32_t index) {
  const Code& code = residual.codes[index];
  std::string text =
      fmt::format("code {}{} constants {}\n", index, code.exact != 0 ? "" : " inexact", code.constant_count);
  for (std::uint32_t i = 0; i < code.instruction_count; ++i) {
    const Instruction& each = residual.instructions[code.first_instruction + i];
    text +=
        fmt::format("{} = {}{}{}\n", Target(each), each.negated != 0 ? "not " : "", Mnemonic(each.op), Operands(each));
  }
  for (std::uint32_t i = 0; i < code.rule_count; ++i) {
    const Rule& rule = residual.rules[code.first_rule + i];
    text += fmt::format("rule {} {} {}{}\n", rule.rule, NameOf(rule.effect), rule.effect == Class::kItem ? "i" : "t",
                        rule.truth);
  }
  for (std::size_t i = 0; i < residual.slots.size(); ++i) {
    const Slot& slot = residual.slots[i];
    text += fmt::format("slot f{} {} {}", i, NameOf(slot.source), NameOf(slot.shape));
    for (std::uint8_t field = 0; field < slot.depth; ++field) text += fmt::format(" {}", slot.fields[field]);
    text += "\n";
  }
  return text;
}

}  // namespace zhun::residual
