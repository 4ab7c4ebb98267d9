#include "runtime/vm/unknown.h"

#include <map>
#include <optional>
#include <utility>

#include "runtime/vm/fact_paths.h"

namespace zhun::vm {
namespace {

using program::Node;
using program::Op;
using values::State;

class Explainer {
 public:
  Explainer(Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary)
      : evaluation_(evaluation),
        vocabulary_(vocabulary),
        members_(evaluation.Code().levels),
        unknown_lists_(evaluation.Code().levels) {
    if (!members_.empty()) members_[0] = "item";
  }

  Formula Explain(NodeIndex condition) {
    formula_.root = Condition(condition);
    return std::move(formula_);
  }

 private:
  const Node& At(NodeIndex node) const { return evaluation_.Code().nodes[node]; }

  std::uint32_t Add(Formula::Kind kind, std::vector<std::uint32_t> parts = {}) {
    Formula::Part part;
    part.kind = kind;
    part.parts = std::move(parts);
    formula_.parts.push_back(std::move(part));
    return static_cast<std::uint32_t>(formula_.parts.size() - 1);
  }

  std::uint32_t Known(bool truth) {
    const std::uint32_t part = Add(Formula::Kind::kKnown);
    formula_.parts[part].known = truth;
    return part;
  }

  std::uint32_t Atom(std::vector<std::uint32_t> facts) {
    const std::uint32_t part = Add(Formula::Kind::kAtom);
    formula_.parts[part].atom = static_cast<std::uint32_t>(formula_.atoms.size());
    formula_.atoms.push_back(std::move(facts));
    return part;
  }

  /// Conditions are shared, so each is explained once; for another member of a list it is another condition.
  std::uint32_t Condition(NodeIndex index) {
    const auto done = explained_.find(index);
    return done != explained_.end() ? done->second : explained_[index] = NewCondition(index);
  }

  std::uint32_t NewCondition(NodeIndex index) {
    const Truth truth = evaluation_.TruthOf(index);
    if (truth != Truth::kUnknown) return Known(truth == Truth::kTrue);
    const Node& node = At(index);
    switch (node.op) {
      case Op::kAnd:
      case Op::kOr: return Junction(node);
      case Op::kNot: return Add(Formula::Kind::kNot, {Condition(evaluation_.OperandOf(node, 0))});
      case Op::kIf: return Conditional(node);
      case Op::kAny:
      case Op::kEvery: return Quantifier(node);
      default: return Relation(index);
    }
  }

  std::uint32_t Junction(const Node& node) {
    std::vector<std::uint32_t> parts;
    for (std::uint32_t i = 0; i < node.operand_count; ++i) {
      const NodeIndex operand = evaluation_.OperandOf(node, i);
      if (evaluation_.TruthOf(operand) == Truth::kUnknown) parts.push_back(Condition(operand));
    }
    return Add(node.op == Op::kAnd ? Formula::Kind::kAnd : Formula::Kind::kOr, std::move(parts));
  }

  std::uint32_t Conditional(const Node& node) {
    const NodeIndex condition = evaluation_.OperandOf(node, 0);
    const Truth truth = evaluation_.TruthOf(condition);
    if (truth != Truth::kUnknown) return Condition(evaluation_.OperandOf(node, truth == Truth::kTrue ? 1 : 2));
    const std::uint32_t when = Condition(condition);
    const std::uint32_t then = Add(Formula::Kind::kAnd, {when, Condition(evaluation_.OperandOf(node, 1))});
    const std::uint32_t otherwise =
        Add(Formula::Kind::kAnd, {Add(Formula::Kind::kNot, {when}), Condition(evaluation_.OperandOf(node, 2))});
    return Add(Formula::Kind::kOr, {then, otherwise});
  }

  /// The condition is unknown for some of the members of the list.
  std::uint32_t Quantifier(const Node& node) {
    const NodeIndex list = evaluation_.OperandOf(node, 0);
    const Value value = evaluation_.At(list);
    if (!value.IsKnown() || !values::IsList(value)) return UnknownList(node, list);
    std::vector<std::uint32_t> parts;
    const NodeIndex body = evaluation_.OperandOf(node, 1);
    const std::string path = PathOf(evaluation_, vocabulary_, list, members_);
    const std::string outer = members_[node.ref];
    for (std::size_t i = 0; i < value.list->elements.size(); ++i) {
      const Value& member = value.list->elements[i];
      members_[node.ref] = MemberPath(vocabulary_, path, member, i);
      evaluation_.RunFor({node.block_begin, node.block_end}, node.ref, member);
      const auto outside = explained_;
      if (evaluation_.TruthOf(body) == Truth::kUnknown) parts.push_back(Condition(body));
      explained_ = outside;
    }
    members_[node.ref] = outer;
    return Add(node.op == Op::kAny ? Formula::Kind::kOr : Formula::Kind::kAnd, std::move(parts));
  }

  /// Of an unknown list a member may satisfy the body, whose other facts then matter: 任一 is that there is a member and
  /// the body, 每一 that there is none or the body.
  std::uint32_t UnknownList(const Node& node, NodeIndex list) {
    std::vector<std::uint32_t> facts = FactsOf(list);
    const std::string key = "filled " + Key(list);
    const auto seen = atom_parts_.find(key);
    const std::uint32_t filled = seen != atom_parts_.end() ? seen->second : atom_parts_[key] = Atom(facts);
    const auto outer = std::exchange(unknown_lists_[node.ref], std::move(facts));
    const std::string outer_member = std::exchange(members_[node.ref], "?");
    evaluation_.RunFor({node.block_begin, node.block_end}, node.ref, Value::In(State::kUncertain));
    const auto outside = explained_;
    const std::uint32_t body = Condition(evaluation_.OperandOf(node, 1));
    explained_ = outside;
    unknown_lists_[node.ref] = outer;
    members_[node.ref] = outer_member;
    if (node.op == Op::kAny) return Add(Formula::Kind::kAnd, {filled, body});
    return Add(Formula::Kind::kOr, {Add(Formula::Kind::kNot, {filled}), body});
  }

  /// The same text for the same question about the same members.
  std::string Key(NodeIndex index) const {
    const Node& node = At(index);
    if (node.op == Op::kIt) return PathOf(evaluation_, vocabulary_, index, members_);
    std::string key = std::to_string(static_cast<int>(node.op)) + ":" + std::to_string(node.ref) + ":" +
                      std::to_string(node.number) + ":" + std::to_string(node.unit) + ":" + std::to_string(node.text) +
                      "(";
    for (std::uint32_t i = 0; i < node.operand_count; ++i) key += Key(evaluation_.OperandOf(node, i)) + ",";
    return key + ")";
  }

  /// The same relation under the same members is the same atom, wherever in the condition it stands.
  std::uint32_t Relation(NodeIndex index) {
    const std::string key = Key(index);
    const auto seen = atom_parts_.find(key);
    if (seen != atom_parts_.end()) return seen->second;
    return atom_parts_[key] = NewRelation(index);
  }

  std::uint32_t NewRelation(NodeIndex index) {
    const Node& node = At(index);
    std::vector<std::uint32_t> facts;
    const bool value = node.op == Op::kField || node.op == Op::kFinding || node.op == Op::kSound || node.op == Op::kIt;
    if (value) return Atom(FactsOf(index));
    for (std::uint32_t i = 0; i < node.operand_count; ++i) Append(facts, FactsOf(evaluation_.OperandOf(node, i)));
    const bool of_period = node.op == Op::kLonger || node.op == Op::kShorter;
    if (of_period && LacksADay(evaluation_.At(evaluation_.OperandOf(node, 0))))
      Append(facts, PeriodFacts(evaluation_.OperandOf(node, 0)));
    return Atom(std::move(facts));
  }

  /// A period that is there without one of its days is asked for as a whole. It is known which period 若 chose: there is one.
  std::vector<std::uint32_t> PeriodFacts(NodeIndex period) {
    const Node& node = At(period);
    if (node.op == Op::kSound) return PeriodFacts(evaluation_.OperandOf(node, 0));
    if (node.op == Op::kIf) {
      const bool then = evaluation_.TruthOf(evaluation_.OperandOf(node, 0)) == Truth::kTrue;
      return PeriodFacts(evaluation_.OperandOf(node, then ? 1 : 2));
    }
    if (node.op != Op::kField) return {};
    Fact fact = FieldFact(evaluation_, vocabulary_, period, members_);
    fact.state = State::kDefective;
    return {FactIndex(std::move(fact))};
  }

  static void Append(std::vector<std::uint32_t>& facts, const std::vector<std::uint32_t>& more) {
    for (std::uint32_t fact : more) {
      bool known = false;
      for (std::uint32_t each : facts) known = known || each == fact;
      if (!known) facts.push_back(fact);
    }
  }

  std::uint32_t FactIndex(Fact fact) {
    for (std::uint32_t i = 0; i < formula_.facts.size(); ++i) {
      if (formula_.facts[i].SameAs(fact)) return i;
    }
    formula_.facts.push_back(std::move(fact));
    return static_cast<std::uint32_t>(formula_.facts.size() - 1);
  }

  /// The facts for want of which a value is unknown.
  std::vector<std::uint32_t> FactsOf(NodeIndex index) {
    const Node& node = At(index);
    const Value value = evaluation_.At(index);
    if (value.IsKnown() || value.state == State::kNone) return {};
    switch (node.op) {
      case Op::kFinding: return {FactIndex(FindingFact(evaluation_.Code(), node.ref, value))};
      case Op::kSound: return SoundFacts(node, value);
      case Op::kField: return FieldFacts(node, value, index);
      case Op::kIt:
        return unknown_lists_[node.ref] ? *unknown_lists_[node.ref] : std::vector{FactIndex(MemberFact(node, value))};
      case Op::kIf: return ChosenFacts(node);
      default: break;
    }
    std::vector<std::uint32_t> facts;
    const bool quantifier = node.op == Op::kAny || node.op == Op::kEvery;
    if (quantifier || node.kind == vocabulary::Base::kBool) return NestedFacts(index);
    for (std::uint32_t i = 0; i < node.operand_count; ++i) Append(facts, FactsOf(evaluation_.OperandOf(node, i)));
    return facts;
  }

  /// Of a value that is chosen by a condition: what is known not to be chosen does not matter.
  std::vector<std::uint32_t> ChosenFacts(const Node& node) {
    const NodeIndex condition = evaluation_.OperandOf(node, 0);
    const Truth truth = evaluation_.TruthOf(condition);
    if (truth != Truth::kUnknown) return FactsOf(evaluation_.OperandOf(node, truth == Truth::kTrue ? 1 : 2));
    std::vector<std::uint32_t> facts = NestedFacts(condition);
    Append(facts, FactsOf(evaluation_.OperandOf(node, 1)));
    Append(facts, FactsOf(evaluation_.OperandOf(node, 2)));
    return facts;
  }

  std::vector<std::uint32_t> SoundFacts(const Node& node, const Value& value) {
    if (value.state == State::kUncertain) return NestedFacts(evaluation_.OperandOf(node, 1));
    Fact fact = FieldFact(evaluation_, vocabulary_, evaluation_.OperandOf(node, 0), members_);
    fact.state = value.state;
    return {FactIndex(std::move(fact))};
  }

  std::vector<std::uint32_t> FieldFacts(const Node& node, const Value& value, NodeIndex index) {
    const NodeIndex record = evaluation_.OperandOf(node, 0);
    const State above = evaluation_.At(record).state;
    if (above != State::kKnown && above != State::kNone) return FactsOf(record);
    if (above == State::kNone) return {};
    Fact fact = FieldFact(evaluation_, vocabulary_, index, members_);
    if (fact.state == State::kAbsent) fact.state = value.state;
    return {FactIndex(std::move(fact))};
  }

  Fact MemberFact(const Node& node, const Value& value) const {
    Fact fact;
    fact.path = members_[node.ref];
    fact.state = value.state;
    fact.supplier = SupplierOfPath(fact.path);
    fact.label = {fact.path, fact.path};
    return fact;
  }

  /// All facts of a condition, without its form.
  std::vector<std::uint32_t> NestedFacts(NodeIndex condition) {
    const std::size_t first = formula_.atoms.size(), parts = formula_.parts.size();
    const auto outside = std::exchange(atom_parts_, {});
    const auto explained = std::exchange(explained_, {});
    Condition(condition);
    atom_parts_ = outside;
    explained_ = explained;
    formula_.parts.resize(parts);
    std::vector<std::uint32_t> facts;
    for (std::size_t i = first; i < formula_.atoms.size(); ++i) Append(facts, formula_.atoms[i]);
    formula_.atoms.resize(first);
    return facts;
  }

  Evaluation& evaluation_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<std::string> members_;  ///< path of 其 by level
  std::vector<std::optional<std::vector<std::uint32_t>>>
      unknown_lists_;  ///< by level: 其 is any member of a list for want of these facts
  std::map<NodeIndex, std::uint32_t> explained_;  ///< parts of conditions, for the present members
  std::map<std::string, std::uint32_t> atom_parts_;
  Formula formula_;
};

}  // namespace

Formula ExplainUnknown(Evaluation& evaluation, const vocabulary::Vocabulary& vocabulary, NodeIndex condition) {
  return Explainer(evaluation, vocabulary).Explain(condition);
}

}  // namespace zhun::vm
