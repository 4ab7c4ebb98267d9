#pragma once

#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "compiler/specialise/draft.h"
#include "compiler/specialise/symbol.h"
#include "compiler/specialise/tables.h"

namespace zhun::specialise {

/// Writes residual code. Instructions of a loop's body are collected apart from those around it, so that what is used
/// outside is computed outside.
class Emission {
 public:
  explicit Emission(Tables& tables) : tables_(tables), bodies_(1), depth_of_(residual::kFirstRegister, 0) {}

  /// Sets a truth register, at the present depth.
  std::uint16_t NewTruth(residual::Instruction instruction);
  std::uint16_t NewItems(residual::Instruction instruction);
  std::uint16_t NewFact(residual::Instruction instruction);
  std::uint32_t NewConstant(Constant constant);

  /// The truth of a symbol as a register; truths by item have none.
  std::uint16_t TruthOf(const Symbol& symbol);
  std::uint16_t ItemsOf(const Symbol& symbol);
  /// The whole value of a symbol as a slot; nothing where residual code has no such value.
  std::optional<std::uint16_t> ValueOf(const Symbol& symbol);
  /// A path in a shape, sound or not.
  std::uint16_t SlotOf(const Symbol& symbol, residual::Shape shape);
  /// The slot that a path is bound to, before its soundness is looked at.
  std::uint16_t BoundSlotOf(const Symbol& symbol, residual::Shape shape);

  Symbol Not(const Symbol& operand);
  Symbol And(const Symbol& left, const Symbol& right) { return Junction(left, right, values::Truth::kFalse); }
  Symbol Or(const Symbol& left, const Symbol& right) { return Junction(left, right, values::Truth::kTrue); }

  /// Between these, instructions belong to a loop's body.
  void BeginLoop() {
    bodies_.emplace_back();
    depth_ = bodies_.size() - 1;
  }
  /// Ends the innermost loop and writes it; a truth register.
  std::uint16_t EndLoop(residual::Op op, std::uint16_t list, std::uint16_t body, std::uint16_t level);

  /// At which depth instructions are written: that of the loop to which a node belongs.
  std::size_t Depth() const { return depth_; }
  void SetDepth(std::size_t depth) { depth_ = depth; }

  Draft Take();
  Draft& Written() { return draft_; }
  Tables& Shared() { return tables_; }

 private:
  Symbol Junction(const Symbol& left, const Symbol& right, values::Truth absorbing);
  std::optional<std::uint16_t> ListOf(const values::Value& value);
  void Append(const residual::Instruction& instruction) { bodies_[depth_].push_back(instruction); }

  Tables& tables_;
  Draft draft_;
  std::vector<std::vector<residual::Instruction>> bodies_;  ///< by depth
  std::size_t depth_ = 0;
  std::vector<std::size_t> depth_of_;                       ///< by truth register
  std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint16_t> sound_;  ///< by slot and check
};

/// Gives the rules registers of their own, class after class, so that a class is looked at in one go.
void PlaceRules(Draft& draft);

/// Puts negations into the instructions whose truth they turn round.
void FoldNegations(Draft& draft);

}  // namespace zhun::specialise
