#include "compiler/reason/assume.h"

#include "compiler/reason/paths.h"
#include "runtime/values/calendar_length.h"
#include "runtime/values/region.h"

namespace zhun::reason {
namespace {

using ir::Op;
using vocabulary::Base;

/// The sets with one value each that make up a finite set.
std::vector<Domain> Singles(const Domain& domain, bool text) {
  std::vector<Domain> singles;
  if (text) {
    for (const std::string& each : domain.texts.Listed())
      singles.push_back({Presence::kThere, {}, Texts::Only({each})});
    return singles;
  }
  for (const auto& [least, most] : domain.numbers.All()) {
    for (std::int64_t number = least; number <= most; ++number) {
      singles.push_back({Presence::kThere, {number, number}, Texts()});
    }
  }
  return singles;
}

/// The codes of all regions within these.
Domain Places(const Domain& regions) {
  Domain places{Presence::kThere, {}, Texts()};
  for (const Domain& one : Singles(regions, false)) {
    const std::int64_t code = one.numbers.All().front().first;
    std::int64_t width = 1;
    while (code % (width * 100) == 0 && width < 10'000) width *= 100;
    const bool country = code == values::kWholeCountry;
    places.numbers.Add(code, country ? 999'999 : code + width - 1);
  }
  return places;
}

/// What a period compared with months or years may be in half-steps of months (State::months), which is exact whatever
/// its first day: 12 months are a year. Nothing for days.
std::optional<Intervals> MonthsAllowed(std::int64_t amount, values::LengthUnit unit, bool longer, bool wanted) {
  if (unit != values::LengthUnit::kMonth && unit != values::LengthUnit::kYear) return std::nullopt;
  constexpr std::int64_t kMost = 1'000'000, kMonthsPerYear = 12;
  const std::int64_t exactly = 2 * amount * (unit == values::LengthUnit::kYear ? kMonthsPerYear : 1);
  if (longer) return wanted ? Intervals(exactly + 1, kMost) : Intervals(0, exactly);
  return wanted ? Intervals(0, exactly - 1) : Intervals(exactly, kMost);
}

bool IsText(vocabulary::Type type) { return type.base == Base::kText; }

}  // namespace

std::vector<Way> Assumptions::Ways(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  switch (node.op) {
    case Op::kAnd: return Junction(goal, goal.wanted);
    case Op::kOr: return Junction(goal, !goal.wanted);
    case Op::kNot:
      return {[=](State&, std::vector<Goal>& goals) {
        goals.push_back({node.operands[0], !goal.wanted, goal.members, goal.weak});
        return true;
      }};
    case Op::kIf: return Choice(goal);
    case Op::kConstant:
      if ((node.number == 1) == goal.wanted) return {[](State&, std::vector<Goal>&) { return true; }};
      return {};
    case Op::kAny:
    case Op::kEvery: return Quantifier(goal);
    case Op::kEmpty: return Emptiness(goal);
    case Op::kField:
    case Op::kSound: return Yes(goal);
    case Op::kLess:
    case Op::kGreater: return Order(goal);
    case Op::kEqual: return Equality(goal);
    case Op::kIn: return Membership(goal);
    case Op::kContains: return Containing(goal);
    case Op::kMeets: return Meeting(goal);
    case Op::kWithin: return Region(goal);
    case Op::kLonger:
    case Op::kShorter: return Span(goal);
    case Op::kFinding: return Finding(goal);
    case Op::kMissing:
      // A case with all its facts has every element, so only «missing» needs to be made.
      if (!goal.wanted) return {[](State&, std::vector<Goal>&) { return true; }};
      return Opaque(goal);
    case Op::kList:
    case Op::kRoot:
    case Op::kIt:
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kAttached: return Opaque(goal);
  }
  return Opaque(goal);
}

std::vector<Way> Assumptions::Junction(const Goal& goal, bool all) const {
  const std::vector<ir::NodeId>& operands = graph_[goal.node].operands;
  if (all) {
    return {[=](State&, std::vector<Goal>& goals) {
      for (const ir::NodeId operand : operands) goals.push_back({operand, goal.wanted, goal.members, goal.weak});
      return true;
    }};
  }
  std::vector<Way> ways;
  for (const ir::NodeId operand : operands) {
    ways.push_back([=](State&, std::vector<Goal>& goals) {
      goals.push_back({operand, goal.wanted, goal.members, goal.weak});
      return true;
    });
  }
  return ways;
}

std::vector<Way> Assumptions::Choice(const Goal& goal) const {
  const std::vector<ir::NodeId>& operands = graph_[goal.node].operands;
  const auto branch = [&](bool condition) {
    const ir::NodeId value = operands[condition ? 1 : 2];
    return [=](State&, std::vector<Goal>& goals) {
      goals.push_back({operands[0], condition, goal.members, goal.weak});
      goals.push_back({value, goal.wanted, goal.members, goal.weak});
      return true;
    };
  };
  std::vector<Way> ways{branch(true), branch(false)};
  if (goal.weak) {  // an unknown condition leaves the whole unknown
    ways.push_back([=](State&, std::vector<Goal>& goals) {
      goals.push_back({operands[0], true, goal.members, true});
      goals.push_back({operands[0], false, goal.members, true});
      return true;
    });
  }
  return ways;
}

std::vector<Way> Assumptions::Quantifier(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto list = VariableOf(graph_, node.operands[0], goal.members);
  if (!list || node.ref >= goal.members.size()) return Opaque(goal);
  const ir::NodeId body = node.operands[1];
  const std::uint32_t level = node.ref;
  if ((node.op == Op::kAny) == goal.wanted) {
    return {[=, this](State& state, std::vector<Goal>& goals) {
      Goal member{body, goal.wanted, goal.members, goal.weak};
      member.members[level] = MakeMember(state, *list, goals);
      goals.push_back(member);
      return member.members[level] != 0;
    }};
  }
  return {[=, this](State& state, std::vector<Goal>& goals) {
    ListState& known = ListOf(state, *list);
    known.universals.push_back({body, goal.wanted, level, goal.members, goal.weak});
    for (const std::uint32_t number : known.members) {
      Goal member{body, goal.wanted, goal.members, goal.weak};
      member.members[level] = number;
      goals.push_back(member);
    }
    return true;
  }};
}

std::vector<Way> Assumptions::Emptiness(const Goal& goal) const {
  const auto variable = VariableOf(graph_, graph_[goal.node].operands[0], goal.members);
  if (!variable || variable->node == ir::kNoNode) return Opaque(goal);
  const vocabulary::Type type = graph_[variable->node].type;
  if (type.list) {
    const Domain whole = Whole(vocabulary_, ElementType(*variable));
    return {goal.wanted ? NoMember(*variable) : SomeMember(*variable, whole)};
  }
  if (type.base == Base::kRecord) {
    const Presence presence = goal.wanted ? Presence::kNone : Presence::kThere;
    if (goal.wanted && !MayBeNone(graph_, vocabulary_, variable->node)) return {};
    return {[=, this](State& state, std::vector<Goal>&) { return SetRecord(state, *variable, presence); }};
  }
  if (goal.wanted) return {BeNone(*variable)};
  Domain filled = Whole(vocabulary_, type);
  if (IsText(type)) filled.texts = Texts::Only({""}).Not();
  return {Be(*variable, filled)};
}

std::vector<Way> Assumptions::Yes(const Goal& goal) const {
  const auto variable = VariableOf(graph_, goal.node, goal.members);
  if (!variable) return Opaque(goal);
  const std::int64_t yes = goal.wanted ? 1 : 0;
  return {Be(*variable, {Presence::kThere, {yes, yes}, Texts()})};
}

std::vector<Way> Assumptions::Order(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const bool turned = graph_[node.operands[0]].op == Op::kConstant;
  const ir::NodeId left = node.operands[turned ? 1 : 0], right = node.operands[turned ? 0 : 1];
  const auto variable = VariableOf(graph_, left, goal.members);
  const auto constant = ConstantsOf(graph_, vocabulary_, right);
  if (!variable || !constant || constant->numbers.IsEmpty()) return Opaque(goal);
  const std::int64_t bound = constant->numbers.All().front().first;
  const bool less = (node.op == Op::kLess) != turned;
  Domain allowed = Whole(vocabulary_, graph_[left].type);
  const auto [least, most] = std::pair(allowed.numbers.All().front().first, allowed.numbers.All().back().second);
  if (less) allowed.numbers = goal.wanted ? Intervals(least, bound - 1) : Intervals(bound, most);
  if (!less) allowed.numbers = goal.wanted ? Intervals(bound + 1, most) : Intervals(least, bound);
  return OrUnknown(goal, *variable, Be(*variable, allowed));
}

std::vector<Way> Assumptions::Equality(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const bool turned = graph_[node.operands[0]].op == Op::kConstant;
  const ir::NodeId left = node.operands[turned ? 1 : 0], right = node.operands[turned ? 0 : 1];
  const auto variable = VariableOf(graph_, left, goal.members);
  const auto constant = ConstantsOf(graph_, vocabulary_, right);
  const vocabulary::Type type = graph_[left].type;
  if (!variable || !constant || type.list || graph_[right].type.list) return Opaque(goal);
  if (goal.wanted) return {Be(*variable, *constant)};
  std::vector<Way> ways{Be(*variable, Outside(Whole(vocabulary_, type), *constant, IsText(type)))};
  if (variable->node != ir::kNoNode) ways.push_back(BeNone(*variable));
  return ways;
}

std::vector<Way> Assumptions::Membership(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto variable = VariableOf(graph_, node.operands[0], goal.members);
  const auto constants = ConstantsOf(graph_, vocabulary_, node.operands[1]);
  if (!variable || !constants) return Opaque(goal);
  const vocabulary::Type type = graph_[Bare(graph_, node.operands[0])].type;
  vocabulary::Type element = type;
  element.list = false;
  const Domain outside = Outside(Whole(vocabulary_, element), *constants, IsText(type));
  if (type.list) return {goal.wanted ? EachMember(*variable, *constants) : SomeMember(*variable, outside)};
  if (goal.wanted) return {Be(*variable, *constants)};
  std::vector<Way> ways{Be(*variable, outside)};
  if (variable->node != ir::kNoNode) ways.push_back(BeNone(*variable));
  return ways;
}

std::vector<Way> Assumptions::Containing(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto list = VariableOf(graph_, node.operands[0], goal.members);
  const auto constants = ConstantsOf(graph_, vocabulary_, node.operands[1]);
  const vocabulary::Type type = graph_[Bare(graph_, node.operands[0])].type;
  if (!list || !constants || !type.list) return Opaque(goal);
  std::vector<Way> ways;
  for (const Domain& one : Singles(*constants, IsText(type))) {
    const Domain others = Outside(Whole(vocabulary_, ElementType(*list)), one, IsText(type));
    ways.push_back(goal.wanted ? SomeMember(*list, one) : EachMember(*list, others));
  }
  if (!goal.wanted) return ways;
  return {[=](State& state, std::vector<Goal>& goals) {
    for (const Way& each : ways) {
      if (!each(state, goals)) return false;
    }
    return true;
  }};
}

std::vector<Way> Assumptions::Meeting(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto list = VariableOf(graph_, node.operands[0], goal.members);
  const auto constants = ConstantsOf(graph_, vocabulary_, node.operands[1]);
  const vocabulary::Type type = graph_[Bare(graph_, node.operands[0])].type;
  if (!list || !constants || !type.list) return Opaque(goal);
  if (goal.wanted) return {SomeMember(*list, *constants)};
  return {EachMember(*list, Outside(Whole(vocabulary_, ElementType(*list)), *constants, IsText(type)))};
}

std::vector<Way> Assumptions::Region(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto variable = VariableOf(graph_, node.operands[0], goal.members);
  const auto constants = ConstantsOf(graph_, vocabulary_, node.operands[1]);
  if (!variable || !constants) return Opaque(goal);
  const vocabulary::Type type = graph_[Bare(graph_, node.operands[0])].type;
  vocabulary::Type element = type;
  element.list = false;
  const Domain inside = Places(*constants);
  const Domain outside = Outside(Whole(vocabulary_, element), inside, false);
  if (type.list) return {goal.wanted ? EachMember(*variable, inside) : SomeMember(*variable, outside)};
  return OrUnknown(goal, *variable, Be(*variable, goal.wanted ? inside : outside));
}

std::vector<Way> Assumptions::Span(const Goal& goal) const {
  const ir::Node& node = graph_[goal.node];
  const auto variable = VariableOf(graph_, node.operands[0], goal.members);
  const ir::Node& length = graph_[node.operands[1]];
  if (!variable || length.op != Op::kConstant) return Opaque(goal);
  values::Value constant = values::Value::Of(Base::kLength, length.number);
  constant.unit = length.unit;
  const values::LengthUnit unit = values::LengthUnitOf(vocabulary_, constant);
  const auto days = values::DaysIn(length.number, unit);
  if (!days) return Opaque(goal);
  constexpr std::int64_t kMost = 1'000'000;
  const bool longer = node.op == Op::kLonger;
  // How many days a month or year has depends on the first day, so each bound in days is the widest.
  Intervals allowed = goal.wanted ? Intervals(1, days->most - 1) : Intervals(days->least, kMost);
  if (longer) allowed = goal.wanted ? Intervals(days->least + 1, kMost) : Intervals(1, days->most);
  const auto months = MonthsAllowed(length.number, unit, longer, goal.wanted);
  return OrUnknown(goal, *variable, [=, this](State& state, std::vector<Goal>&) {
    Intervals& span = state.spans.try_emplace(*variable, Intervals(1, kMost)).first->second;
    span = span.And(allowed);
    if (months) {
      Intervals& known = state.months.try_emplace(*variable, Intervals(0, kMost)).first->second;
      known = known.And(*months);
      if (known.IsEmpty()) return false;
    }
    return !span.IsEmpty() && SetRecord(state, *variable, Presence::kThere);
  });
}

std::vector<Way> Assumptions::OrUnknown(const Goal& goal, Variable variable, Way way) const {
  std::vector<Way> ways{std::move(way)};
  const bool may_be_none = variable.node != ir::kNoNode && MayBeNone(graph_, vocabulary_, variable.node);
  if (goal.weak && may_be_none) ways.push_back(BeNone(variable));
  return ways;
}

std::vector<Way> Assumptions::Finding(const Goal& goal) const {
  const std::uint32_t finding = graph_[goal.node].ref;
  return {[=](State& state, std::vector<Goal>&) {
    return state.findings.try_emplace(finding, goal.wanted).first->second == goal.wanted;
  }};
}

std::vector<Way> Assumptions::Opaque(const Goal& goal) const {
  constexpr std::uint32_t kApart = 1000;  // more members than a search ever makes
  std::uint32_t members = 0;
  for (const std::uint32_t each : goal.members) members = members * kApart + each;
  const Variable atom{goal.node, members};
  return {[=](State& state, std::vector<Goal>&) {
    state.uses_opaque = true;
    return state.opaque.try_emplace(atom, goal.wanted).first->second == goal.wanted;
  }};
}

}  // namespace zhun::reason
