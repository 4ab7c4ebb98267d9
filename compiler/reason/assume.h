#pragma once

#include <functional>
#include <vector>

#include "compiler/reason/state.h"

namespace zhun::reason {

/// One way to make a goal hold: changes the state and may leave further goals. False: it contradicts the state.
using Way = std::function<bool(State&, std::vector<Goal>&)>;

/// Takes goals apart, one step each.
class Assumptions {
 public:
  Assumptions(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary)
      : graph_(graph),
        vocabulary_(vocabulary) {}

  /// Every way to make the goal hold; none: it cannot.
  std::vector<Way> Ways(const Goal& goal) const;

  /// A new member of the list, of which everything said of all members holds. 0: the list can have none.
  std::uint32_t MakeMember(State& state, Variable list, std::vector<Goal>& goals) const;

 private:
  std::vector<Way> Junction(const Goal& goal, bool all) const;
  std::vector<Way> Choice(const Goal& goal) const;
  std::vector<Way> Quantifier(const Goal& goal) const;
  std::vector<Way> Emptiness(const Goal& goal) const;
  std::vector<Way> Yes(const Goal& goal) const;
  std::vector<Way> Order(const Goal& goal) const;
  std::vector<Way> Equality(const Goal& goal) const;
  std::vector<Way> Membership(const Goal& goal) const;
  std::vector<Way> Containing(const Goal& goal) const;
  std::vector<Way> Meeting(const Goal& goal) const;
  std::vector<Way> Region(const Goal& goal) const;
  std::vector<Way> Span(const Goal& goal) const;
  std::vector<Way> Finding(const Goal& goal) const;
  std::vector<Way> Opaque(const Goal& goal) const;

  /// Comparing what is none gives unknown, which a weak goal is content with.
  std::vector<Way> OrUnknown(const Goal& goal, Variable variable, Way way) const;

  /// The variable is there and in `allowed`.
  Way Be(Variable variable, Domain allowed) const;
  Way BeNone(Variable variable) const;
  Way EachMember(Variable list, Domain allowed) const;
  Way SomeMember(Variable list, Domain allowed) const;
  Way NoMember(Variable list) const;
  bool SetThere(State& state, Variable variable) const;
  bool SetRecord(State& state, Variable record, Presence presence) const;
  bool Narrow(State& state, Variable variable, const Domain& allowed) const;
  vocabulary::Type ElementType(Variable list) const;
  ListState& ListOf(State& state, Variable list) const;

  const ir::Graph& graph_;
  const vocabulary::Vocabulary& vocabulary_;
};

/// The constants that a node stands for: one, or a list of them; nothing where it is anything else. Lengths count where
/// they are in days.
std::optional<Domain> ConstantsOf(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, ir::NodeId node);

/// What is left of a whole domain without `part`.
Domain Outside(const Domain& whole, const Domain& part, bool text);

}  // namespace zhun::reason
