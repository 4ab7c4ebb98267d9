#include "runtime/machine/ready.h"

#include <algorithm>

#include "runtime/facts/facts.h"

namespace zhun::machine {
namespace {

using residual::Instruction;
using residual::Op;

Place PlaceOf(Op op) {
  switch (op) {
    case Op::kAnd: return Place::kAnd;
    case Op::kOr: return Place::kOr;
    case Op::kHolds: return Place::kHolds;
    case Op::kEqual: return Place::kEqual;
    case Op::kOneOf: return Place::kOneOf;
    case Op::kSubset: return Place::kSubset;
    case Op::kBetween: return Place::kBetween;
    case Op::kBelow: return Place::kBelow;
    case Op::kAbove: return Place::kAbove;
    case Op::kAnyItemOf: return Place::kAnyItemOf;
    case Op::kEveryItemOf: return Place::kEveryItemOf;
    default: return Place::kRest;
  }
}

Step StepOf(const Instruction& instruction, const void* const* places) {
  const auto bytes = [](bool slot, std::uint16_t number) {
    return static_cast<std::uint32_t>(slot ? number * sizeof(facts::Fact) : number);
  };
  Step step;
  step.place = places[static_cast<std::size_t>(PlaceOf(instruction.op))];
  step.left = bytes(residual::ReadsLeftSlot(instruction.op), instruction.left);
  step.right = bytes(residual::ReadsRightSlot(instruction.op), instruction.right);
  step.constant = static_cast<std::uint32_t>(instruction.constant * sizeof(std::uint64_t));
  step.extra = instruction.extra;
  step.target = instruction.target;
  step.negated = instruction.negated != 0;
  step.instruction = &instruction;
  return step;
}

}  // namespace

Ready MakeReady(const residual::Residual& residual, const residual::Code& code, const void* const* places) {
  Ready ready;
  const auto instructions = residual.instructions.subspan(code.first_instruction, code.instruction_count);
  for (std::size_t i = 0; i < instructions.size(); ++i) {
    ready.steps.push_back(StepOf(instructions[i], places));
    const bool loop = instructions[i].op == Op::kAny || instructions[i].op == Op::kEvery;
    const std::uint32_t body = loop ? instructions[i].extra : 0;
    ready.steps.back().length = 1 + body;
    i += body;
  }
  ready.steps.emplace_back().place = places[static_cast<std::size_t>(Place::kEnd)];
  for (std::uint32_t effect = 0; effect < residual::kClassCount; ++effect) {
    for (std::uint32_t first = code.begins[effect]; first < code.begins[effect + 1]; first += 8) {
      const std::uint32_t count = std::min<std::uint32_t>(8, code.begins[effect + 1] - first);
      ready.chunks.push_back({first, 8 * effect, ~std::uint64_t{0} >> 8 * (8 - count)});
    }
  }
  return ready;
}

}  // namespace zhun::machine
