// What a batch evaluates row by row, and what its truths come to.
#include <algorithm>
#include <cstring>
#include <utility>

#include "runtime/machine/batch.h"

namespace zhun::machine {
namespace {

using residual::Class;
using residual::Instruction;
using residual::Op;

bool IsConstant(Op op) { return op == Op::kNumber || op == Op::kText || op == Op::kNumbers || op == Op::kTexts; }

bool IsLoop(Op op) { return op == Op::kAny || op == Op::kEvery; }

/// Truth registers that an instruction reads.
template <class See>
void EachTruth(const Instruction& each, See see) {
  const bool two = each.op == Op::kAnd || each.op == Op::kOr || each.op == Op::kChoose;
  if (two || each.op == Op::kNot || each.op == Op::kForItems) see(each.left);
  if (two || each.op == Op::kSound) see(each.right);
  if (each.op == Op::kChoose) see(static_cast<std::uint16_t>(each.extra));
}

}  // namespace

/// Constants and what uses them, once a row. Returns what comes next.
const Instruction* Batch::RunRows(const Group& group, const Instruction* begin, const Instruction* end) {
  span_.clear();
  const Instruction* at = begin;
  for (bool used = false; at != end && !used;) {
    if (at->op == Op::kSound && !NeedsRows(*at)) {
      Step(*at++);  // hangs on no constant
      continue;
    }
    used = !IsConstant(at->op);
    const std::size_t length = IsLoop(at->op) ? 1 + at->extra : 1;
    span_.insert(span_.end(), at, at + length);
    at += length;
  }
  FindReads();
  RunSpan(group);
  return at;
}

/// Which slots and truths the span reads from outside.
void Batch::FindReads() {
  reads_.clear();
  read_truths_.clear();
  written_.clear();
  for (const Instruction& each : span_) {
    Instruction copy = each;
    const auto read = [&](std::uint16_t slot) {
      const bool inside = std::ranges::find(written_, slot) != written_.end();
      if (!inside && std::ranges::find(reads_, slot) == reads_.end()) reads_.push_back(slot);
    };
    if (residual::ReadsLeftSlot(copy.op)) read(copy.left);
    if (residual::ReadsRightSlot(copy.op)) read(copy.right);
    if (residual::SetsOf(copy.op) == residual::Sets::kFact) written_.push_back(copy.target);
    EachTruth(each, [&](std::uint16_t truth) { read_truths_.push_back(truth); });
  }
}

void Batch::RunSpan(const Group& group) {
  const auto user = std::ranges::find_if(span_, [](const Instruction& each) { return !IsConstant(each.op); });
  if (user == span_.end()) return;
  const bool truth = residual::SetsOf(user->op) == residual::Sets::kTruth;
  Truths truths;
  machine_.slots_ = row_.data();
  for (std::size_t row = 0; row < rows_; ++row) {
    const std::uint64_t bit = std::uint64_t{1} << row;
    machine_.constants_ = constants_[row];
    machine_.overflowed_ = false;
    for (const std::uint16_t slot : reads_) LoadFact(group, row, slot);
    for (const std::uint16_t each : read_truths_) {
      const bool holds = (truths_[each].holds & bit) != 0, fails = (truths_[each].fails & bit) != 0;
      machine_.truths_[each] = holds ? 2 : fails ? 0 : 1;
    }
    machine_.Run(span_.data(), span_.data() + span_.size());
    if (machine_.overflowed_) overflowed_ |= bit;
    if (!truth) {
      stored_[user->target].resize(kBlock);
      stored_[user->target][row] = row_[user->target];
      continue;
    }
    if (machine_.truths_[user->target] == 2) truths.holds |= bit;
    if (machine_.truths_[user->target] == 0) truths.fails |= bit;
  }
  if (truth) truths_[user->target] = truths;
  if (!truth) by_row_[user->target] = true;
}

void Batch::LoadFact(const Group& group, std::size_t row, std::uint16_t slot) {
  if (by_row_[slot]) {
    row_[slot] = stored_[slot][row];
    return;
  }
  const Facts& facts = facts_[slot];
  const std::uint64_t bit = std::uint64_t{1} << row;
  const Column& column = group.columns[facts.bound];
  const bool whole = (facts.known & bit) != 0 && !column.values.empty();
  row_[slot] = {whole ? column.values[first_row_ + row] : StateValue(facts, bit), facts.codes[row]};
}

std::uint64_t Batch::At(const kernels::Words& words, int row) { return words.same ? words.one : words.at[row]; }

void Batch::SetItems(const Instruction& each) {
  ItemTruths& target = items_[each.target];
  if (each.op == Op::kItemTruths) {
    target.holds = Words(each.constant);
    target.fails = Words(each.constant + 1);
    return;
  }
  if (each.op == Op::kNotItems) {
    target = {items_[each.left].fails, items_[each.left].holds};
    return;
  }
  if (each.op == Op::kForItems) {
    const Truths truths = truths_[each.left];
    SetEach(target, [&](int row) {
      const bool holds = (truths.holds >> row & 1) != 0, fails = (truths.fails >> row & 1) != 0;
      return Truths{holds ? ~std::uint64_t{0} : 0, fails ? ~std::uint64_t{0} : 0};
    });
    return;
  }
  const ItemTruths& left = items_[each.left];
  const ItemTruths& right = items_[each.right];
  const bool conjunction = each.op == Op::kAndItems;
  SetEach(target, [&](int row) {
    const Truths one{At(left.holds, row), At(left.fails, row)}, other{At(right.holds, row), At(right.fails, row)};
    if (conjunction) return Truths{one.holds & other.holds, one.fails | other.fails};
    return Truths{one.holds | other.holds, one.fails & other.fails};
  });
}

/// Which items of each row per-item rules are judged for; as Machine::FindItems.
void Batch::FindItems(const Group& group) {
  const Facts& items = facts_[residual_.items_slot];
  const residual::Code& code = *group.code;
  const std::uint64_t sound = code.items_slot == 0xFFFF ? ~std::uint64_t{0} : facts_[code.items_slot].known;
  for (std::size_t row = 0; row < kBlock; ++row) {
    const std::uint64_t bit = std::uint64_t{1} << row;
    const auto set = static_cast<std::uint64_t>(items.codes[row]);
    const std::size_t place = std::min(first_row_ + row, group.Size() - 1);
    const std::uint64_t all = (std::uint64_t{1} << group.item_counts[place]) - 1;
    const bool said = (items.known & bit) != 0 && (set >> residual::kOtherBit) == 0;
    const bool doubtful = said && (sound & bit) == 0;
    unsaid_[row] = said ? 0 : all;
    doubtful_[row] = doubtful ? all : 0;
    requested_[row] = said && !doubtful ? set : 0;
    cut_[row] = 0;
  }
}

/// A per-item rule may cut one item of a row and be unknown for another: both count.
Batch::ItemVerdicts Batch::JudgeItems(const ItemTruths& truths) {
  ItemVerdicts verdicts;
  for (std::size_t row = 0; row < kBlock; ++row) {
    const std::uint64_t bit = std::uint64_t{1} << row;
    const std::uint64_t holds = At(truths.holds, static_cast<int>(row)),
                        fails = At(truths.fails, static_cast<int>(row));
    const std::uint64_t cut = requested_[row] & holds;
    cut_[row] |= cut;
    if (cut != 0) verdicts.cut |= bit;
    if (((requested_[row] | doubtful_[row]) & ~(holds | fails)) != 0) verdicts.open |= bit;
    if ((unsaid_[row] & ~fails) != 0) verdicts.wanted |= bit;
  }
  return verdicts;
}

void Batch::Conclude(const Group& group, std::span<Outcome> outcomes) {
  std::uint64_t fired[residual::kClassCount] = {}, unknown[residual::kClassCount] = {};
  const residual::Code& code = *group.code;
  fired_.resize(code.rule_count);
  by_item_ = false;
  for (std::uint32_t i = 0; i < code.rule_count; ++i) {
    const residual::Rule& rule = residual_.rules[code.first_rule + i];
    const auto effect = static_cast<std::size_t>(rule.effect);
    if (rule.effect == Class::kItem) {
      if (!std::exchange(by_item_, true)) FindItems(group);
      const ItemVerdicts verdicts = JudgeItems(items_[rule.truth]);
      fired_[i] = verdicts.cut;
      fired[static_cast<std::size_t>(Class::kSupplement)] |= verdicts.wanted;
      unknown[effect] |= verdicts.open;
    } else {
      const Truths truths = truths_[rule.truth];
      fired_[i] = truths.holds;
      fired[effect] |= truths.holds;
      unknown[effect] |= ~(truths.holds | truths.fails);
    }
  }
  SettleRows(group, fired, unknown, outcomes);
}

/// As Machine::Settle.
void Batch::SettleRows(const Group& group, const std::uint64_t* fired, const std::uint64_t* unknown,
                       std::span<Outcome> outcomes) {
  std::uint64_t open = overflowed_, left = ~overflowed_;
  std::uint64_t by_outcome[static_cast<std::size_t>(Outcome::kUnsettled) + 1] = {};
  for (std::size_t effect = 0; effect <= static_cast<std::size_t>(Class::kSupplement); ++effect) {
    const std::uint64_t found = left & fired[effect];
    const std::uint64_t doubted = group.code->exact == 0 ? open : 0;
    by_outcome[effect] = found & ~doubted;
    left &= ~found;
    open |= unknown[effect];
  }
  open |= unknown[static_cast<std::size_t>(Class::kRefuse)] | unknown[static_cast<std::size_t>(Class::kItem)] |
          unknown[static_cast<std::size_t>(Class::kOther)];
  left &= ~open;
  open_ = open;
  std::uint64_t cut = 0, nothing_left = 0;
  for (std::size_t row = 0; by_item_ && row < kBlock; ++row) {
    if (cut_[row] != 0) cut |= std::uint64_t{1} << row;
    if (requested_[row] != 0 && cut_[row] == requested_[row]) nothing_left |= std::uint64_t{1} << row;
  }
  const std::uint64_t refused = left & (fired[static_cast<std::size_t>(Class::kRefuse)] | nothing_left);
  by_outcome[static_cast<std::size_t>(Outcome::kRefuse)] = refused;
  by_outcome[static_cast<std::size_t>(Outcome::kPartialGrant)] = left & ~refused & cut;
  by_outcome[static_cast<std::size_t>(Outcome::kGrant)] = left & ~refused & ~cut;
  WriteOutcomes(group, by_outcome, outcomes);
}

/// The number of an outcome in four words, a bit of it in each.
void Batch::WriteOutcomes(const Group& group, const std::uint64_t* by_outcome, std::span<Outcome> outcomes) const {
  static_assert(static_cast<int>(Outcome::kUnsettled) == 8);
  const std::uint64_t* of = by_outcome;
  const std::uint64_t settled = of[0] | of[1] | of[2] | of[3] | of[4] | of[5] | of[6] | of[7];
  const std::uint64_t planes[4] = {of[1] | of[3] | of[5] | of[7], of[2] | of[3] | of[6] | of[7],
                                   of[4] | of[5] | of[6] | of[7], ~settled};
  std::uint8_t bytes[kBlock];
  kernels::Spread(planes, bytes);
  const std::uint32_t* places = group.rows.data() + first_row_;
  static_assert(sizeof(Outcome) == 1);
  if (places[rows_ - 1] - places[0] == rows_ - 1) {  // ascending, so nothing stands between them
    std::memcpy(outcomes.data() + places[0], bytes, rows_);
    return;
  }
  for (std::size_t row = 0; row < rows_; ++row) outcomes[places[row]] = static_cast<Outcome>(bytes[row]);
}

}  // namespace zhun::machine
