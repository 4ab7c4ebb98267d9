#include "runtime/residual/flow.h"

#include <vector>

namespace zhun::residual {
namespace {

class Flow {
 public:
  Flow(const Residual& residual, const Code& code) : shapes_(code.fact_count, Shape::kRecord) {
    set_.assign(code.fact_count, false);
    for (std::size_t slot = 0; slot < residual.slots.size(); ++slot) {
      set_[slot] = true;
      shapes_[slot] = residual.slots[slot].shape;
    }
  }

  bool Run(std::span<const Instruction> instructions) {
    for (std::size_t i = 0; i < instructions.size(); ++i) {
      while (!loops_.empty() && loops_.back().end <= i) Leave();
      if (!Step(instructions[i], i)) return false;
    }
    while (!loops_.empty()) Leave();
    return true;
  }

  bool IsSet(std::uint16_t slot) const { return set_[slot]; }

 private:
  struct Loop {
    std::size_t end = 0;
    std::uint32_t level = 0;
    std::vector<std::uint16_t> set;  ///< slots that its body sets
  };

  void Leave() {
    for (const std::uint16_t slot : loops_.back().set) set_[slot] = false;
    loops_.pop_back();
  }

  bool Step(const Instruction& each, std::size_t place) {
    if (ReadsLeftSlot(each.op) && (!set_[each.left] || !ShapeHolds(each.op, shapes_[each.left]))) return false;
    if (ReadsRightSlot(each.op) && (!set_[each.right] || !ShapeHolds(each.op, shapes_[each.right]))) return false;
    if (each.op == Op::kMember && !IsLookedAt(each.left)) return false;
    if (each.op == Op::kAny || each.op == Op::kEvery) return Enter(each, place);
    if (SetsOf(each.op) != Sets::kFact) return true;
    shapes_[each.target] = each.op == Op::kSound ? shapes_[each.left] : Shape::kMembers;
    if (!set_[each.target] && !loops_.empty()) loops_.back().set.push_back(each.target);
    set_[each.target] = true;
    return true;
  }

  bool Enter(const Instruction& each, std::size_t place) {
    const std::size_t end = place + 1 + each.extra;
    if (loops_.size() >= kMostLevels || (!loops_.empty() && end > loops_.back().end)) return false;
    loops_.push_back({end, each.constant, {}});
    return true;
  }

  bool IsLookedAt(std::uint32_t level) const {
    for (const Loop& loop : loops_) {
      if (loop.level == level) return true;
    }
    return false;
  }

  /// Operations on values need all of the value.
  static bool ShapeHolds(Op op, Shape shape) {
    const bool whole = op == Op::kRelation || op == Op::kAttached || op == Op::kAdd || op == Op::kSubtract ||
                       op == Op::kAny || op == Op::kEvery;
    return !whole || shape == Shape::kNumber || shape == Shape::kText || shape == Shape::kMembers;
  }

  std::vector<Shape> shapes_;
  std::vector<bool> set_;
  std::vector<Loop> loops_;
};

}  // namespace

bool FlowHolds(const Residual& residual, const Code& code) {
  Flow flow(residual, code);
  if (!flow.Run(residual.instructions.subspan(code.first_instruction, code.instruction_count))) return false;
  return code.items_slot == 0xFFFF || flow.IsSet(code.items_slot);
}

}  // namespace zhun::residual
