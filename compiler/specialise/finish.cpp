// What is done to code once it is written.
#include <algorithm>

#include "compiler/specialise/emission.h"

namespace zhun::specialise {

using residual::Instruction;
using residual::Op;

namespace {

bool ReadsTruths(Op op) { return op == Op::kAnd || op == Op::kOr || op == Op::kNot || op == Op::kChoose; }

/// The truth registers that an instruction reads.
template <class See>
void EachTruthRead(Instruction& instruction, See see) {
  if (ReadsTruths(instruction.op) || instruction.op == Op::kForItems) see(instruction.left);
  const bool right = instruction.op == Op::kAnd || instruction.op == Op::kOr || instruction.op == Op::kAny ||
                     instruction.op == Op::kEvery || instruction.op == Op::kSound || instruction.op == Op::kChoose;
  if (right) see(instruction.right);
  if (instruction.op != Op::kChoose) return;
  auto other = static_cast<std::uint16_t>(instruction.extra);
  see(other);
  instruction.extra = other;
}

}  // namespace

void FoldNegations(Draft& draft) {
  std::vector<std::uint32_t> uses(draft.truth_count);
  std::vector<Instruction*> made_by(draft.truth_count);
  for (Instruction& instruction : draft.instructions) {
    EachTruthRead(instruction, [&](std::uint16_t truth) { ++uses[truth]; });
    if (residual::SetsOf(instruction.op) == residual::Sets::kTruth) made_by[instruction.target] = &instruction;
  }
  for (const residual::Rule& rule : draft.rules) {
    if (rule.effect != residual::Class::kItem) ++uses[rule.truth];
  }
  std::vector<std::uint16_t> renamed(draft.truth_count);
  for (std::size_t i = 0; i < renamed.size(); ++i) renamed[i] = static_cast<std::uint16_t>(i);
  const auto final_name = [&](std::uint16_t truth) {
    while (renamed[truth] != truth) truth = renamed[truth];
    return truth;
  };
  std::vector<Instruction> kept;
  std::vector<std::uint32_t> skipped;  // loops count the instructions of their bodies
  for (std::size_t i = 0; i < draft.instructions.size(); ++i) {
    Instruction& instruction = draft.instructions[i];
    const bool alone = instruction.op == Op::kNot && instruction.negated == 0 &&
                       instruction.left >= residual::kFirstRegister && uses[instruction.left] == 1;
    if (!alone) continue;
    Instruction& turned = *made_by[final_name(instruction.left)];
    turned.negated ^= 1;
    renamed[instruction.target] = instruction.left;
    skipped.push_back(static_cast<std::uint32_t>(i));
  }
  for (std::size_t i = 0; i < draft.instructions.size(); ++i) {
    if (std::binary_search(skipped.begin(), skipped.end(), i)) continue;
    Instruction instruction = draft.instructions[i];
    if (instruction.op == Op::kAny || instruction.op == Op::kEvery) {
      const auto first = std::lower_bound(skipped.begin(), skipped.end(), i);
      const auto last = std::upper_bound(skipped.begin(), skipped.end(), i + instruction.extra);
      instruction.extra -= static_cast<std::uint32_t>(last - first);
    }
    EachTruthRead(instruction, [&](std::uint16_t& truth) { truth = final_name(truth); });
    kept.push_back(instruction);
  }
  for (residual::Rule& rule : draft.rules) {
    if (rule.effect != residual::Class::kItem) rule.truth = final_name(rule.truth);
  }
  draft.instructions = std::move(kept);
}

void PlaceRules(Draft& draft) {
  std::vector<std::uint16_t> renamed(draft.truth_count);
  std::vector<bool> taken(draft.truth_count);
  std::uint16_t next = residual::kFirstRegister;
  for (std::uint16_t i = 0; i < residual::kFirstRegister; ++i) renamed[i] = i;
  for (const residual::Rule& rule : draft.rules) {
    if (rule.effect != residual::Class::kItem) taken[rule.truth] = rule.truth >= residual::kFirstRegister;
  }
  for (std::size_t i = residual::kFirstRegister; i < renamed.size(); ++i) {
    if (!taken[i]) renamed[i] = next++;
  }
  std::vector<Instruction> copies;
  for (std::size_t effect = 0; effect < residual::kClassCount; ++effect) {
    draft.begins[effect] = next;
    for (residual::Rule& rule : draft.rules) {
      if (rule.effect == residual::Class::kItem || static_cast<std::size_t>(rule.effect) != effect) continue;
      if (taken[rule.truth]) {  // the first rule of a truth has the register that is set
        taken[rule.truth] = false;
        renamed[rule.truth] = next;
      } else {
        Instruction copy;
        copy.op = Op::kAnd;
        copy.target = next;
        copy.left = rule.truth;
        copy.right = residual::kTrueRegister;
        copies.push_back(copy);
      }
      rule.truth = next++;
    }
  }
  draft.begins[residual::kClassCount] = next;
  for (Instruction& instruction : draft.instructions) {
    EachTruthRead(instruction, [&](std::uint16_t& truth) { truth = renamed[truth]; });
    if (residual::SetsOf(instruction.op) == residual::Sets::kTruth) instruction.target = renamed[instruction.target];
  }
  for (Instruction& copy : copies) copy.left = renamed[copy.left];
  draft.instructions.insert(draft.instructions.end(), copies.begin(), copies.end());
  draft.truth_count = next;
}

}  // namespace zhun::specialise
