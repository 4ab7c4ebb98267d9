#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "runtime/facts/facts.h"
#include "runtime/machine/ready.h"
#include "runtime/residual/residual.h"

/// Decides at request time: runs the residual program of an entry over the facts of an application.
namespace zhun::machine {

/// Outcomes in the contract's order. kUnsettled: something is unknown on which the outcome may hang, and which of the
/// outcomes it is takes the full evaluation (decision/decide.h).
enum class Outcome : std::uint8_t {
  kOutOfScope,
  kNotRequestable,
  kRefuseByLaw,
  kRefer,
  kSupplement,
  kRefuse,
  kPartialGrant,
  kGrant,
  kUnsettled,
};

/// A rule that fires; of a per-item rule the requested items it cuts, as a set of positions in the entry's items.
struct Fired {
  std::uint32_t rule = 0;  ///< of the program
  std::uint64_t items = 0;

  bool operator==(const Fired&) const = default;
};

/// Lengths in days beyond this lead beyond every day of the calendar.
inline constexpr std::int64_t kLongest = std::int64_t{1} << 40;

/// Whether `length` from the day `from` ends by the day `last`; `unit` is a values::LengthUnit. Both end days of a period
/// are counted (values::Longer).
bool EndsBy(std::int64_t from, std::int64_t last, std::int64_t length, std::uint32_t unit);

/// Runs one case after another and reuses its memory: no allocation, no lock, no reference count once it is warm. One
/// object a thread; the tables may be shared.
///
/// What it says is what the full evaluation says, or kUnsettled: where the code knows less than the full evaluation a
/// truth is unknown, and strong Kleene logic is monotone (S. C. Kleene, «Introduction to Metamathematics», § 64).
class Machine {
 public:
  Machine(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary);

  /// How many facts `Decide` wants room for: a fact for every slot, and behind them what it derives itself.
  std::size_t Room() const { return room_; }

  /// `facts` must have room, and a fact in every slot.
  Outcome Decide(facts::Facts& facts);

  /// Of the last case: the rules that fire, in legal order, whether they settled the outcome or not.
  std::span<const Fired> Reasons();
  /// Whether those are all: no rule was left unknown.
  bool IsComplete() const { return code_ != nullptr && !open_; }

  friend class Batch;  // evaluates instructions on whole values row by row

 private:
  using Truth = std::uint8_t;  ///< 0 false, 1 unknown, 2 true: and is the least, or the greatest

  /// Truths by item: in neither set where unknown.
  struct ItemTruths {
    std::uint64_t holds = 0;
    std::uint64_t fails = 0;
  };

  void Run(const residual::Instruction* instruction, const residual::Instruction* end);
  void SetFact(const residual::Instruction& instruction);
  void SetItems(const residual::Instruction& instruction);
  Truth TruthOf(const residual::Instruction& instruction);
  Truth Relate(const residual::Instruction& instruction) const;
  Truth Among(const residual::Instruction& instruction) const;
  Truth Inside(const residual::Instruction& instruction) const;
  Truth LongerOrShorter(const residual::Instruction& instruction) const;
  Truth OfItems(const residual::Instruction& instruction) const;
  Truth Quantify(const residual::Instruction& instruction);
  void LoadConstant(const residual::Instruction& instruction);
  void LoadList(const residual::Instruction& instruction);
  void LoadMember(const residual::Instruction& instruction);
  const void* const* Execute(const Step* step);
  Outcome Conclude(const Ready& ready);
  std::uint64_t JudgeItemRules();
  std::uint64_t JudgeItems(const ItemTruths& truths);
  Outcome Settle(std::uint64_t found) const;
  void FindItems();

  const residual::Residual& residual_;
  const vocabulary::Vocabulary& vocabulary_;
  const residual::Entry* entry_ = nullptr;
  const residual::Code* code_ = nullptr;
  const std::uint64_t* constants_ = nullptr;
  std::vector<Truth> truths_;
  facts::Fact* slots_ = nullptr;
  std::size_t room_ = 0;
  std::vector<Ready> ready_;  ///< by code
  std::vector<ItemTruths> items_;
  std::vector<values::Value> members_;  ///< by level of the surrounding blocks
  std::vector<std::vector<values::Value>> elements_;  ///< of constant lists, by slot
  std::vector<values::List> lists_;
  std::vector<Fired> reasons_;
  std::uint64_t requested_ = 0;  ///< items, where they are known
  std::uint64_t doubtful_ = 0;  ///< all items, where the items asked for may be defective
  std::uint64_t unsaid_ = 0;  ///< all items, where it is not known which are asked for
  std::uint64_t cut_ = 0;
  bool overflowed_ = false;
  bool open_ = false;  ///< some rule is unknown
};

}  // namespace zhun::machine
