#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "runtime/machine/columns.h"
#include "runtime/machine/kernels.h"
#include "runtime/machine/machine.h"

namespace zhun::machine {

/// Decides many applications at once: 64 rows are evaluated together, a truth being two words, a bit a row. What works on
/// whole values (lists of records, sums, texts of the case against each other) is evaluated row by row by the machine.
/// Says of each row what `Machine` says. One object a thread; different blocks of the same columns may be decided by
/// several threads.
class Batch {
 public:
  Batch(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary);

  /// Decides block `block` of a group (kBlock rows; the last may have fewer) into `outcomes`, by the rows' places in the
  /// batch.
  void Decide(const Group& group, std::size_t block, std::span<Outcome> outcomes);
  /// All rows, on `threads` threads. Rows without code are kUnsettled.
  static std::vector<Outcome> DecideAll(const Columns& columns, const vocabulary::Vocabulary& vocabulary,
                                        std::size_t threads);

  /// Of the last block, a bit a row: where the rule fires, by rule of the code.
  std::span<const std::uint64_t> Fired() const { return fired_; }
  /// Of the last block, a bit a row: where some rule was left unknown.
  std::uint64_t Open() const { return open_; }

 private:
  /// Truths of 64 rows; unknown where in neither.
  struct Truths {
    std::uint64_t holds = 0;
    std::uint64_t fails = 0;
  };
  /// Facts of 64 rows: the codes of a column, and the states they have now.
  struct Facts {
    const std::int64_t* codes = nullptr;
    std::uint64_t known = 0, none = 0, uncertain = 0, empty = 0;
    std::uint16_t bound = 0;  ///< slot of the column
  };
  /// Truths by item, of 64 rows.
  struct ItemTruths {
    kernels::Words holds, fails;
  };

  /// What a per-item rule says of 64 rows.
  struct ItemVerdicts {
    std::uint64_t cut = 0;  ///< it cuts an item
    std::uint64_t open = 0;  ///< it is unknown for an item
    std::uint64_t wanted = 0;  ///< what it wants to know makes a supplement
  };

  void Load(const Group& group, std::size_t block);
  void LoadConstants(const std::uint32_t* places);
  void Run(const Group& group);
  void Step(const residual::Instruction& each);
  Truths TruthOf(const residual::Instruction& each);
  Truths Compare(const residual::Instruction& each, const Facts& facts);
  Truths BySets(const residual::Instruction& each, const Facts& facts);
  Truths OneOf(const residual::Instruction& each, const Facts& facts);
  Truths RowByRow(const residual::Instruction& each, const Facts& facts);
  Truths Periods(const residual::Instruction& each);
  static Truths OfItems(bool any, const ItemTruths& items, const Facts& facts);
  void SetSound(const residual::Instruction& each);
  void SetItems(const residual::Instruction& each);
  const kernels::Words& Words(std::uint32_t constant);
  static std::uint64_t At(const kernels::Words& words, int row);
  template <class Truths64>
  static void SetEach(ItemTruths& target, Truths64 truths) {
    target.holds.same = target.fails.same = false;
    for (int row = 0; row < static_cast<int>(kBlock); ++row) {
      const Truths each = truths(row);
      target.holds.at[row] = each.holds;
      target.fails.at[row] = each.fails;
    }
  }

  bool NeedsRows(const residual::Instruction& each) const;
  const residual::Instruction* RunRows(const Group& group, const residual::Instruction* begin,
                                       const residual::Instruction* end);
  void FindReads();
  void RunSpan(const Group& group);
  void LoadFact(const Group& group, std::size_t row, std::uint16_t slot);
  static values::Value StateValue(const Facts& facts, std::uint64_t bit);

  void Conclude(const Group& group, std::span<Outcome> outcomes);
  void FindItems(const Group& group);
  ItemVerdicts JudgeItems(const ItemTruths& truths);
  void SettleRows(const Group& group, const std::uint64_t* fired, const std::uint64_t* unknown,
                  std::span<Outcome> outcomes);
  void WriteOutcomes(const Group& group, const std::uint64_t* by_outcome, std::span<Outcome> outcomes) const;

  const residual::Residual& residual_;
  Machine machine_;
  std::vector<Truths> truths_;
  std::vector<Facts> facts_;
  std::vector<std::array<std::int64_t, kBlock>> widened_;  ///< by slot: codes of the present block
  std::vector<ItemTruths> items_;
  ItemTruths of_;  ///< of the present instruction
  std::vector<std::uint64_t> fired_;
  kernels::Words words_;
  const std::uint64_t* constants_[kBlock];  ///< by row: those of its entry
  bool uniform_ = false;  ///< all rows are about one entry
  bool by_item_ = false;  ///< the code has per-item rules
  std::size_t first_row_ = 0, rows_ = 0;
  std::uint64_t overflowed_ = 0, open_ = 0;
  std::uint64_t requested_[kBlock], doubtful_[kBlock], unsaid_[kBlock], cut_[kBlock];

  std::vector<facts::Fact> row_;  ///< facts of one row, for the machine
  std::vector<bool> by_row_;  ///< by slot: set by the machine, row by row
  std::vector<std::vector<facts::Fact>> stored_;  ///< what it set, by slot and row
  std::vector<residual::Instruction> span_;  ///< what is run row by row now
  std::vector<std::uint16_t> reads_, read_truths_, written_;
};

}  // namespace zhun::machine
