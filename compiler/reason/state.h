#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <vector>

#include "compiler/ir/graph.h"
#include "compiler/reason/domain.h"
#include "runtime/vocabulary/vocabulary.h"

/// What is settled so far of a case that is being looked for.
namespace zhun::reason {

/// Which member of a list 其 is, by level of its block. 0: none.
using Members = std::array<std::uint32_t, 4>;

/// A path of the vocabulary: the node that reads it, and the member it is read of.
struct Variable {
  ir::NodeId node = ir::kNoNode;
  std::uint32_t member = 0;  ///< number of the member (see State::members), 0 for a path from a root

  auto operator<=>(const Variable&) const = default;
};

/// Something that is to be true or false. Unknown serves neither, unless the goal is weak: «not true», «not false».
struct Goal {
  ir::NodeId node = ir::kNoNode;
  bool wanted = true;
  Members members{};
  bool weak = false;
};

enum class Presence : std::uint8_t { kOpen, kThere, kNone };

/// What a variable may still be.
struct Domain {
  Presence presence = Presence::kOpen;
  Intervals numbers;  ///< enumerators, yes/no, days, regions, amounts
  Texts texts;
};

/// What must hold of every member of a list.
struct Universal {
  ir::NodeId body = ir::kNoNode;
  bool wanted = true;
  std::uint32_t level = 0;  ///< of its block
  Members members{};
  bool weak = false;
};

/// A list as far as it was spoken of.
struct ListState {
  Presence presence = Presence::kOpen;
  bool empty = false;                     ///< no member may be made
  Domain each;                            ///< of scalars: what every member must be
  bool bounded = false;                   ///< `each` says something
  std::vector<Universal> universals;      ///< of records
  std::vector<std::uint32_t> members;     ///< numbers of those made so far
};

/// A member that some question asked for.
struct Member {
  Variable list;
};

struct State {
  std::map<Variable, Domain> values;
  std::map<Variable, ListState> lists;
  std::map<Variable, Presence> records;
  std::map<Variable, Intervals> spans;   ///< lengths of periods, in days
  std::map<Variable, Intervals> months;  ///< the same in months: 2m for m months exactly, 2m + 1 for more than m
  std::map<Variable, bool> opaque;       ///< atoms that are not understood, by their node
  std::map<std::uint32_t, bool> findings;
  std::vector<Member> members;           ///< number n is members[n - 1]
  bool uses_opaque = false;
};

}  // namespace zhun::reason
