#pragma once

#include <string>
#include <vector>

#include "runtime/decision/applicable.h"
#include "runtime/vm/evaluation.h"
#include "runtime/vm/unknown.h"

namespace zhun::decision {

/// Outcomes by their position in the vocabulary's enumeration `outcome`, which stands in the contract's order.
struct Outcomes {
  explicit Outcomes(const vocabulary::Vocabulary& vocabulary);
  std::uint16_t out_of_scope, not_requestable, refuse_by_law, refer, supplement, refuse, partial_grant, grant;
};

/// A rule that fires. Per-item rules fire for items.
struct Fired {
  std::uint32_t rule = 0;
  std::vector<std::uint32_t> items;  ///< positions in Judgement::items; empty for other rules
};

/// A path the applicant has to supply, and the rules that want it.
struct Wanted {
  vm::Fact fact;
  bool certain = false;              ///< needed whatever else turns out
  std::vector<std::uint32_t> rules;
  std::vector<base::Words> hangs_on; ///< labels of what decides whether it is needed
};

/// A rule that cannot be judged because something is unknown that the applicant cannot supply; without facts where nobody
/// can, and an official has to judge.
struct Open {
  std::uint32_t rule = 0;
  std::vector<vm::Fact> facts;
};

/// What the rules say about a case, before it is put into words.
struct Judgement {
  std::uint16_t outcome = 0;
  std::vector<Fired> fired;  ///< in legal order
  std::vector<Wanted> wanted;  ///< in legal order of the rules
  std::vector<Open> open;
  std::vector<values::Value> items;  ///< requested; empty while they are not known
  std::vector<bool> cut;  ///< by requested item
  bool nothing_left = false;  ///< every requested item is cut
};

/// Evaluates the conditions of the base policies and of those that apply, except those on single items.
void RunBase(vm::Evaluation& evaluation, const Applicable& applicable);

/// The items that the application asks for.
struct Requested {
  bool known = false;  ///< every one is an item of the entry
  bool at_fault = false;  ///< not said, or one is no item of the entry: what the applicant can cure
  std::vector<values::Value> items;  ///< as they stand in the application
  std::vector<values::Value>
      candidates;  ///< what may be asked for: the entry's items (one unknown item where nobody knows)
};

/// Judges the application stage of a case by the contract's order of outcomes. `evaluation` has begun the case; its
/// segments are run here.
Judgement Judge(vm::Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, const Applicable& applicable,
                const Requested& requested);

}  // namespace zhun::decision
