#include "runtime/machine/batch.h"

#include <algorithm>
#include <thread>

namespace zhun::machine {

using residual::Instruction;
using residual::Op;

namespace {

/// Columns are more streams than the processor follows by itself.
constexpr std::size_t kAhead = 2;  ///< blocks

void Prefetch(const std::vector<std::int32_t>& codes, std::size_t first) {
  constexpr std::size_t kLine = 64 / sizeof(std::int32_t);
  if (first + kBlock > codes.size()) return;
  for (std::size_t i = 0; i < kBlock; i += kLine) __builtin_prefetch(codes.data() + first + i);
}

}  // namespace

Batch::Batch(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary)
    : residual_(residual),
      machine_(residual, vocabulary) {
  std::size_t items = 0;
  for (const residual::Code& code : residual.codes) items = std::max<std::size_t>(items, code.item_count);
  row_.resize(machine_.Room());
  facts_.resize(machine_.Room());
  by_row_.resize(machine_.Room());
  stored_.resize(machine_.Room());
  widened_.resize(residual.slots.size());
  truths_.resize(machine_.truths_.size());
  items_.resize(items);
}

void Batch::Decide(const Group& group, std::size_t block, std::span<Outcome> outcomes) {
  Load(group, block);
  Run(group);
  Conclude(group, outcomes);
}

void Batch::Load(const Group& group, std::size_t block) {
  first_row_ = block * kBlock;
  rows_ = std::min(kBlock, group.Size() - first_row_);
  LoadConstants(group.constants.data() + first_row_);
  for (std::uint16_t slot = 0; slot < group.columns.size(); ++slot) {
    const Column& column = group.columns[slot];
    if (!group.read[slot]) continue;
    const std::int64_t* codes = column.wide.empty() ? widened_[slot].data() : column.wide.data() + first_row_;
    if (column.wide.empty()) {
      Prefetch(column.narrow, column.lead + first_row_ + kAhead * kBlock);
      kernels::Widen(column.NarrowAt(first_row_), widened_[slot].data());
    }
    const States& states = column.states[block];
    facts_[slot] = {codes, states.known, states.none, states.uncertain, states.empty, slot};
  }
  overflowed_ = 0;
  truths_[residual::kFalseRegister] = {0, ~std::uint64_t{0}};
  truths_[residual::kUnknownRegister] = {0, 0};
  truths_[residual::kTrueRegister] = {~std::uint64_t{0}, 0};
}

/// Of the rows behind the last, those of the last. Mostly all are of one entry, as they were in the block before.
void Batch::LoadConstants(const std::uint32_t* places) {
  std::uint32_t all[kBlock];
  std::copy_n(places, rows_, all);
  std::fill(all + rows_, all + kBlock, all[rows_ - 1]);
  std::uint32_t differences = 0;
  for (std::size_t row = 0; row < kBlock; ++row) differences |= all[row] ^ all[0];
  const std::uint64_t* first = residual_.constants.data() + all[0];
  if (differences == 0 && uniform_ && constants_[0] == first) return;
  uniform_ = differences == 0;
  for (std::size_t row = 0; row < kBlock; ++row) constants_[row] = residual_.constants.data() + all[row];
}

void Batch::Run(const Group& group) {
  const Instruction* begin = residual_.instructions.data() + group.code->first_instruction;
  const Instruction* end = begin + group.code->instruction_count;
  if (!group.rowwise) {
    for (; begin != end; ++begin) Step(*begin);
    return;
  }
  std::fill(by_row_.begin(), by_row_.end(), false);
  while (begin != end) {
    if (NeedsRows(*begin)) {
      begin = RunRows(group, begin, end);
    } else {
      Step(*begin++);
    }
  }
}

/// Whether it works on whole values, or on what was made of them.
bool Batch::NeedsRows(const Instruction& each) const {
  if (IsRowwise(each.op)) return true;
  return (residual::ReadsLeftSlot(each.op) && by_row_[each.left]) ||
         (residual::ReadsRightSlot(each.op) && by_row_[each.right]);
}

void Batch::Step(const Instruction& each) {
  switch (residual::SetsOf(each.op)) {
    case residual::Sets::kTruth: {
      const Truths truths = TruthOf(each);
      truths_[each.target] = each.negated != 0 ? Truths{truths.fails, truths.holds} : truths;
      return;
    }
    case residual::Sets::kFact: return SetSound(each);
    case residual::Sets::kItems: return SetItems(each);
  }
}

Batch::Truths Batch::TruthOf(const Instruction& each) {
  const Truths left = truths_[std::min<std::size_t>(each.left, truths_.size() - 1)];
  const Truths right = truths_[std::min<std::size_t>(each.right, truths_.size() - 1)];
  switch (each.op) {
    case Op::kAnd: return {left.holds & right.holds, left.fails | right.fails};
    case Op::kOr: return {left.holds | right.holds, left.fails & right.fails};
    case Op::kNot: return {left.fails, left.holds};
    case Op::kChoose: {
      const Truths other = truths_[each.extra];
      return {(left.holds & right.holds) | (left.fails & other.holds),
              (left.holds & right.fails) | (left.fails & other.fails)};
    }
    default: return Compare(each, facts_[each.left]);
  }
}

const kernels::Words& Batch::Words(std::uint32_t constant) {
  words_.same = uniform_;
  words_.one = constants_[0][constant];
  for (std::size_t row = 0; !uniform_ && row < kBlock; ++row) words_.at[row] = constants_[row][constant];
  return words_;
}

/// As facts are asked by the machine: none is never what is tested for, and has no place in an order.
Batch::Truths Batch::Compare(const Instruction& each, const Facts& facts) {
  const auto ask = [&](std::uint64_t answers) {
    return Truths{answers & facts.known, (~answers & facts.known) | facts.none};
  };
  const auto order = [&](std::uint64_t answers) { return Truths{answers & facts.known, ~answers & facts.known}; };
  switch (each.op) {
    case Op::kHolds: return ask(kernels::IsNotZero(facts.codes));
    case Op::kEqual: Words(each.constant); return ask(kernels::Equal(facts.codes, words_));
    case Op::kOneOf: return OneOf(each, facts);
    case Op::kAmong:
    case Op::kInside: return RowByRow(each, facts);
    case Op::kSubset: Words(each.constant); return ask(~kernels::HasOthers(facts.codes, words_));
    case Op::kSuperset:
    case Op::kMeets: return BySets(each, facts);
    case Op::kBelow: Words(each.constant); return order(kernels::Below(facts.codes, words_));
    case Op::kAbove: Words(each.constant); return order(kernels::Above(facts.codes, words_));
    case Op::kEmpty: {
      const std::uint64_t empty = (facts.known & facts.empty) | facts.none;
      return {empty, facts.known & ~empty};
    }
    case Op::kMissing: {
      const std::uint64_t there = facts.known | facts.none;
      return {~(there | facts.uncertain), there};
    }
    case Op::kBetween: {
      Words(each.constant);
      const std::uint64_t below = kernels::Below(facts.codes, words_);
      Words(each.constant + 1);
      return order(~below & ~kernels::Above(facts.codes, words_));
    }
    case Op::kLonger:
    case Op::kShorter: return Periods(each);
    case Op::kAnyItemOf:
    case Op::kEveryItemOf:
      of_.holds = Words(each.constant);
      of_.fails = Words(each.constant + 1);
      return OfItems(each.op == Op::kAnyItemOf, of_, facts);
    case Op::kAnyItem:
    case Op::kEveryItem: return OfItems(each.op == Op::kAnyItem, items_[each.right], facts);
    default: return {};
  }
}

/// None has no members: the words are asked about the empty set.
Batch::Truths Batch::BySets(const Instruction& each, const Facts& facts) {
  Words(each.constant);
  const bool superset = each.op == Op::kSuperset;
  const std::uint64_t answers =
      superset ? ~kernels::LacksSome(facts.codes, words_) : kernels::HasCommon(facts.codes, words_);
  static constexpr std::int64_t kNothing[kBlock] = {};
  const std::uint64_t of_none = superset ? ~kernels::LacksSome(kNothing, words_) : 0;
  return {(answers & facts.known) | (of_none & facts.none), (~answers & facts.known) | (~of_none & facts.none)};
}

Batch::Truths Batch::OneOf(const Instruction& each, const Facts& facts) {
  std::uint64_t answers = 0;
  for (std::uint32_t number = 0; number < each.extra; ++number) {
    Words(each.constant + number);
    answers |= kernels::IsBit(facts.codes, words_, number);
  }
  return {answers & facts.known, (~answers & facts.known) | facts.none};
}

Batch::Truths Batch::RowByRow(const Instruction& each, const Facts& facts) {
  Truths truths;
  for (std::size_t row = 0; row < rows_; ++row) {
    machine_.constants_ = constants_[row];
    machine_.slots_ = row_.data();
    const std::uint64_t bit = std::uint64_t{1} << row;
    row_[each.left] = {StateValue(facts, bit), facts.codes[row]};
    const std::uint8_t truth = each.op == Op::kAmong ? machine_.Among(each) : machine_.Inside(each);
    if (truth == 2) truths.holds |= bit;
    if (truth == 0) truths.fails |= bit;
  }
  return truths;
}

values::Value Batch::StateValue(const Facts& facts, std::uint64_t bit) {
  using values::State;
  if ((facts.known & bit) != 0) return values::Value::In(State::kKnown);
  return values::Value::In((facts.none & bit) != 0 ? State::kNone : State::kUncertain);
}

Batch::Truths Batch::Periods(const Instruction& each) {
  const Facts& from = facts_[each.left];
  const Facts& to = facts_[each.right];
  const bool longer = each.op == Op::kLonger;
  const std::int64_t more = longer ? 0 : 1;
  const std::uint64_t known = from.known & to.known;
  Words(each.constant);
  std::uint64_t ends = 0;
  if (each.extra == 0) {  // days
    const auto bounded = [](std::uint64_t word) {
      return static_cast<std::uint64_t>(std::clamp(static_cast<std::int64_t>(word), -kLongest, kLongest));
    };
    words_.one = bounded(words_.one);
    if (!uniform_) std::transform(words_.at, words_.at + kBlock, words_.at, bounded);
    ends = kernels::EndsBy(from.codes, to.codes, words_, more);
  } else {
    for (std::size_t row = 0; row < rows_; ++row) {
      if ((known >> row & 1) == 0) continue;
      const auto length = static_cast<std::int64_t>(constants_[row][each.constant]);
      ends |= std::uint64_t{EndsBy(from.codes[row], to.codes[row] + more, length, each.extra)} << row;
    }
  }
  if (!longer) ends = ~ends;
  return {ends & known, ~ends & known};
}

Batch::Truths Batch::OfItems(bool any, const ItemTruths& items, const Facts& facts) {
  const kernels::Words& absorbing = any ? items.holds : items.fails;
  const kernels::Words& neutral = any ? items.fails : items.holds;
  std::uint64_t absorbed = facts.known & kernels::HasCommon(facts.codes, absorbing);
  std::uint64_t settled = facts.known & ~absorbed & ~kernels::HasOthers(facts.codes, neutral);
  for (std::uint64_t unsaid = ~(facts.known | facts.none); unsaid != 0; unsaid &= unsaid - 1) {
    const int row = __builtin_ctzll(unsaid);
    if ((At(neutral, row) >> residual::kUnsaidBit & 1) != 0) settled |= std::uint64_t{1} << row;
  }
  settled |= facts.none;
  return any ? Truths{absorbed, settled} : Truths{settled, absorbed};
}

void Batch::SetSound(const Instruction& each) {
  const Facts from = facts_[each.left];
  const Truths check = truths_[each.right];
  const std::uint64_t there = from.known | from.none;
  facts_[each.target] = {from.codes,
                         from.known & check.holds,
                         from.none & check.holds,
                         from.uncertain | (there & ~(check.holds | check.fails)),
                         from.empty,
                         from.bound};
}

std::vector<Outcome> Batch::DecideAll(const Columns& columns, const vocabulary::Vocabulary& vocabulary,
                                      std::size_t threads) {
  std::vector<Outcome> outcomes(columns.Size(), Outcome::kUnsettled);
  const auto work = [&](std::size_t thread) {
    Batch batch(columns.Tables(), vocabulary);
    std::size_t share = 0;
    for (const Group& group : columns.Groups()) {
      const std::size_t blocks = (group.Size() + kBlock - 1) / kBlock;
      // Blocks that a thread takes at a time: long runs, and yet several a thread.
      const std::size_t run = std::max<std::size_t>(64, blocks / (threads * 4));
      for (std::size_t first = 0; first < blocks; first += run) {
        if (share++ % threads != thread) continue;
        for (std::size_t block = first; block < std::min(blocks, first + run); ++block)
          batch.Decide(group, block, outcomes);
      }
    }
  };
  std::vector<std::jthread> helpers;
  for (std::size_t thread = 1; thread < threads; ++thread) helpers.emplace_back(work, thread);
  work(0);
  helpers.clear();
  return outcomes;
}

}  // namespace zhun::machine
