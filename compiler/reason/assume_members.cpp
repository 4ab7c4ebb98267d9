// Variables, records and members of lists: how a state takes up what is assumed of them.
#include <algorithm>

#include "compiler/reason/assume.h"
#include "compiler/reason/paths.h"

namespace zhun::reason {
namespace {

using vocabulary::Base;

bool Allows(const Domain& domain, bool text) { return text ? !domain.texts.IsEmpty() : !domain.numbers.IsEmpty(); }

}  // namespace

vocabulary::Type Assumptions::ElementType(Variable list) const {
  vocabulary::Type type = graph_[list.node].type;
  type.list = false;
  return type;
}

ListState& Assumptions::ListOf(State& state, Variable list) const { return state.lists[list]; }

bool Assumptions::SetRecord(State& state, Variable record, Presence presence) const {
  Presence& now = state.records[record];
  if (now != Presence::kOpen && now != presence) return false;
  now = presence;
  if (presence == Presence::kThere) {
    const auto above = Above(graph_, record);
    return !above || SetRecord(state, *above, Presence::kThere);
  }
  const auto hangs = [&](Variable variable) {
    for (auto above = Above(graph_, variable); above; above = Above(graph_, *above)) {
      if (*above == record) return true;
    }
    return false;
  };
  const bool value = std::ranges::any_of(state.values, [&](const auto& each) {
    return each.second.presence == Presence::kThere && each.first.node != ir::kNoNode && hangs(each.first);
  });
  const bool list = std::ranges::any_of(
      state.lists, [&](const auto& each) { return !each.second.members.empty() && hangs(each.first); });
  return !value && !list;
}

bool Assumptions::SetThere(State& state, Variable variable) const {
  if (variable.node == ir::kNoNode) return true;
  const auto above = Above(graph_, variable);
  return !above || SetRecord(state, *above, Presence::kThere);
}

bool Assumptions::Narrow(State& state, Variable variable, const Domain& allowed) const {
  const vocabulary::Type type =
      variable.node == ir::kNoNode ? ElementType(state.members[variable.member - 1].list) : graph_[variable.node].type;
  Domain& domain = state.values.try_emplace(variable, Whole(vocabulary_, type)).first->second;
  if (domain.presence == Presence::kNone) return false;
  domain.presence = Presence::kThere;
  const bool text = type.base == Base::kText;
  if (text) domain.texts = domain.texts.And(allowed.texts);
  if (!text && type.base != Base::kRecord) domain.numbers = domain.numbers.And(allowed.numbers);
  return (type.base == Base::kRecord || Allows(domain, text)) && SetThere(state, variable);
}

Way Assumptions::Be(Variable variable, Domain allowed) const {
  return [=, this](State& state, std::vector<Goal>&) { return Narrow(state, variable, allowed); };
}

Way Assumptions::BeNone(Variable variable) const {
  return [=, this](State& state, std::vector<Goal>&) {
    const vocabulary::Type type = graph_[variable.node].type;
    if (!MayBeNone(graph_, vocabulary_, variable.node)) {
      Domain empty{Presence::kThere, {}, Texts::Only({""})};
      return type.base == Base::kText && Narrow(state, variable, empty);
    }
    Domain& domain = state.values.try_emplace(variable, Whole(vocabulary_, type)).first->second;
    if (domain.presence == Presence::kThere) return false;
    domain.presence = Presence::kNone;
    return true;
  };
}

std::uint32_t Assumptions::MakeMember(State& state, Variable list, std::vector<Goal>& goals) const {
  if (ListOf(state, list).empty || !SetThere(state, list)) return 0;
  ListOf(state, list).presence = Presence::kThere;
  state.members.push_back({list});
  const auto number = static_cast<std::uint32_t>(state.members.size());
  ListOf(state, list).members.push_back(number);
  for (const Universal& universal : ListOf(state, list).universals) {
    Goal goal{universal.body, universal.wanted, universal.members, universal.weak};
    goal.members[universal.level] = number;
    goals.push_back(goal);
  }
  const bool bounded = ListOf(state, list).bounded;
  const Domain each = ListOf(state, list).each;
  if (bounded && !Narrow(state, {ir::kNoNode, number}, each)) return 0;
  return number;
}

Way Assumptions::SomeMember(Variable list, Domain allowed) const {
  return [=, this](State& state, std::vector<Goal>& goals) {
    const std::uint32_t number = MakeMember(state, list, goals);
    return number != 0 && Narrow(state, {ir::kNoNode, number}, allowed);
  };
}

Way Assumptions::EachMember(Variable list, Domain allowed) const {
  return [=, this](State& state, std::vector<Goal>&) {
    ListState& known = ListOf(state, list);
    if (!known.bounded) known.each = Whole(vocabulary_, ElementType(list));
    known.bounded = true;
    known.each.numbers = known.each.numbers.And(allowed.numbers);
    known.each.texts = known.each.texts.And(allowed.texts);
    const std::vector<std::uint32_t> members = known.members;
    return std::ranges::all_of(members,
                               [&](std::uint32_t member) { return Narrow(state, {ir::kNoNode, member}, allowed); });
  };
}

Way Assumptions::NoMember(Variable list) const {
  return [=, this](State& state, std::vector<Goal>&) {
    ListState& known = ListOf(state, list);
    known.empty = true;
    return known.members.empty();
  };
}

}  // namespace zhun::reason
