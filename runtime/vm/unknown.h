#pragma once

#include <string>
#include <vector>

#include "runtime/base/words.h"
#include "runtime/vm/evaluation.h"

/// Why a condition is unknown: the facts that are not there, and the formula they stand in. What is already known has
/// dropped out of the formula, so that every leaf left could matter.
namespace zhun::vm {

/// Something that is not known. Identified by its path, or by the finding it is.
struct Fact {
  std::string path;              ///< application.period; entry.items[姓名].minor; empty for a finding
  values::State state = values::State::kAbsent;
  vocabulary::Supplier supplier = vocabulary::Supplier::kApplicant;
  base::Words label;
  std::string finding;           ///< code of the finding, where it is one
  base::Words question;          ///< of the finding
  std::uint32_t finding_index = kNoNode;  ///< into the program's findings; kNoNode for a published condition

  bool SameAs(const Fact& other) const { return path == other.path && finding == other.finding; }
};

/// A condition over unknown atoms. An atom is a relation (or bare fact) that cannot be judged yet.
struct Formula {
  enum class Kind : std::uint8_t { kAnd, kOr, kNot, kAtom, kKnown };
  struct Part {
    Kind kind = Kind::kKnown;
    bool known = false;                 ///< kKnown: its truth
    std::uint32_t atom = 0;             ///< kAtom
    std::vector<std::uint32_t> parts;   ///< operands
  };
  std::vector<Part> parts;  ///< each behind its operands; a part may be an operand of several
  std::vector<std::vector<std::uint32_t>> atoms;  ///< facts of each atom
  std::vector<Fact> facts;
  std::uint32_t root = 0;
};

/// The formula of a condition whose truth is unknown.
Formula ExplainUnknown(Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex condition);

/// What supplying facts can do to the condition.
struct Need {
  bool matters = false;   ///< for some values of everything else the condition hangs on this fact
  bool certain = false;   ///< for all values of everything else it does
};

/// One entry a fact of the formula. Exact where at most eight atoms do not read the fact; beyond that every fact counts
/// as mattering and as certain only where it is the only one (LANGUAGE.md, «Semantics»: complete always).
std::vector<Need> Needs(const Formula& formula);

/// Whether the condition is open although nothing on which it hangs can be supplied: an order word on "none", 366 days
/// against a year. False where its form decides it after all (若 甲 则 假 否则 假).
bool IsOpenWithoutFacts(const Formula& formula);

/// The path of what a node reads, in a form people and programs know: application.applicant.level.
/// `member_paths[level]` names the members that blocks are evaluated for.
std::string PathOf(const Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex node,
                   const std::vector<std::string>& member_paths);

}  // namespace zhun::vm
