#include "tests/reason/formulas.h"

#include "runtime/values/operations.h"
#include "runtime/values/region.h"

namespace zhun::reason::testing {
namespace {

using ir::Op;
using values::Truth;
using vocabulary::Base;

Fact Number(std::int64_t number) { return {number, std::nullopt}; }
Fact Text(const char* text) { return {std::nullopt, text}; }

Truth Of(bool yes) { return yes ? Truth::kTrue : Truth::kFalse; }

}  // namespace

Formulas::Formulas(const vocabulary::Vocabulary& vocabulary, std::uint32_t seed)
    : vocabulary_(vocabulary),
      random_(seed) {
  const auto root = [&](std::string_view key) {
    ir::Node node;
    node.op = Op::kRoot;
    node.ref = vocabulary::FindRoot(vocabulary_, key);
    node.type = vocabulary_.roots[node.ref].type;
    return graph_.Intern(std::move(node));
  };
  const ir::NodeId application = root("application"), entry = root("entry");
  const ir::NodeId applicant = Field(application, "applicant");
  level_ = {Field(applicant, "level"), false, {Number(0), Number(1), Number(2), Number(3), Number(4)}};
  purpose_ = {Field(application, "purpose"), false, {Text("甲"), Text("乙"), Text("丙"), Text("别的"), Text("")}};
  region_ = {Field(applicant, "region"), false, {Number(440000), Number(440100), Number(440106), Number(320000)}};
  days_ = {Field(Field(entry, "conditions"), "max_days"),
           true,
           {Number(29), Number(30), Number(31), Number(90), Number(91)}};
  from_ = {Field(Field(application, "period"), "from"), false, {Number(20500), Number(20501), Number(20502)}};
  flowback_ = {Field(application, "flowback"), false, {Number(0), Number(1)}};
}

ir::NodeId Formulas::Field(ir::NodeId record, std::string_view key) {
  const vocabulary::Record& type = vocabulary_.records[graph_[record].type.of];
  ir::Node node;
  node.op = Op::kField;
  node.ref = vocabulary::FindKey(type, key);
  node.type = type.attributes[node.ref].type;
  node.operands = {record};
  return graph_.Intern(std::move(node));
}

ir::NodeId Formulas::Constant(const Path& path, std::size_t index) {
  ir::Node node;
  node.op = Op::kConstant;
  node.type = graph_[path.node].type;
  const Fact& fact = path.values[index];
  if (fact.number) node.number = *fact.number;
  if (fact.text) node.text = *fact.text;
  if (node.type.base == Base::kLength) node.unit = vocabulary::FindUnit(vocabulary_, "day");
  return graph_.Intern(std::move(node));
}

ir::NodeId Formulas::Comparison() {
  const auto list = [&](const Path& path, int most) {
    ir::Node node;
    node.op = Op::kList;
    node.type = graph_[path.node].type;
    node.type.list = true;
    for (int i = 0; i < 2; ++i) node.operands.push_back(Constant(path, static_cast<std::size_t>(Draw(most))));
    return graph_.Intern(std::move(node));
  };
  const auto order = [&](const Path& path) {
    const int size = static_cast<int>(path.values.size());
    return graph_.Condition(Draw(2) == 0 ? Op::kLess : Op::kGreater,
                            {path.node, Constant(path, static_cast<std::size_t>(Draw(size)))});
  };
  switch (Draw(9)) {
    case 0: return order(level_);
    case 1: return order(days_);
    case 2: return order(from_);
    case 3: return graph_.Condition(Op::kEqual, {purpose_.node, Constant(purpose_, static_cast<std::size_t>(Draw(3)))});
    case 4: return graph_.Condition(Op::kIn, {purpose_.node, list(purpose_, 3)});
    case 5: return graph_.Condition(Op::kIn, {level_.node, list(level_, 5)});
    case 6: return graph_.Condition(Op::kWithin, {region_.node, Constant(region_, static_cast<std::size_t>(Draw(2)))});
    case 7: return graph_.Condition(Op::kEmpty, {Draw(2) == 0 ? days_.node : purpose_.node});
    default: return flowback_.node;
  }
}

ir::NodeId Formulas::Condition(int depth) {
  if (depth == 0) return Comparison();
  switch (Draw(5)) {
    case 0: return graph_.Condition(Op::kNot, {Condition(depth - 1)});
    case 1: return graph_.Condition(Op::kIf, {Condition(depth - 1), Condition(depth - 1), Condition(depth - 1)});
    case 2: return Comparison();
    default: {
      std::vector<ir::NodeId> operands;
      for (int i = 0; i < 2 + Draw(2); ++i) operands.push_back(Condition(depth - 1));
      return graph_.Condition(Draw(2) == 0 ? Op::kAnd : Op::kOr, std::move(operands));
    }
  }
}

std::vector<Case> Formulas::Cases() const {
  std::vector<Case> cases(1);
  for (const Path* path : {&level_, &purpose_, &region_, &days_, &from_, &flowback_}) {
    std::vector<Fact> facts = path->values;
    if (path->may_be_none) facts.emplace_back();
    // A value in each gap between constants, and one beyond them on each side.
    if (path == &days_) {
      for (const int number : {0, 60, 1000}) facts.push_back(Number(number));
    }
    if (path == &from_) {
      for (const int number : {20000, 21000}) facts.push_back(Number(number));
    }
    std::vector<Case> longer;
    for (const Case& each : cases) {
      for (const Fact& fact : facts) longer.emplace_back(each).emplace(path->node, fact);
    }
    cases = std::move(longer);
  }
  return cases;
}

Truth Formulas::TruthOf(ir::NodeId condition, const Case& each) const {
  const ir::Node& node = graph_[condition];
  const auto truth = [&](std::size_t i) { return TruthOf(node.operands[i], each); };
  if (node.op == Op::kField) return Of(each.at(condition).number == 1);
  if (node.op == Op::kNot) return values::Not(truth(0));
  if (node.op == Op::kIf) {
    const Truth first = truth(0);
    return first == Truth::kUnknown ? Truth::kUnknown : truth(first == Truth::kTrue ? 1 : 2);
  }
  if (node.op == Op::kAnd || node.op == Op::kOr) {
    Truth all = Of(node.op == Op::kAnd);
    for (std::size_t i = 0; i < node.operands.size(); ++i) {
      all = node.op == Op::kAnd ? values::And(all, truth(i)) : values::Or(all, truth(i));
    }
    return all;
  }
  const Fact& left = each.at(node.operands[0]);
  const bool none = !left.number && !left.text;
  if (node.op == Op::kEmpty) return Of(none || left.text == "");
  const ir::Node& right = graph_[node.operands[1]];
  const auto equals = [&](const ir::Node& constant) {
    return left.text ? *left.text == constant.text : left.number == constant.number;
  };
  if (node.op == Op::kEqual) return Of(!none && equals(right));
  if (node.op == Op::kIn) {
    bool among = false;
    for (const ir::NodeId element : right.operands) among = among || (!none && equals(graph_[element]));
    return Of(among);
  }
  if (none) return Truth::kUnknown;
  if (node.op == Op::kLess) return Of(*left.number < right.number);
  if (node.op == Op::kGreater) return Of(*left.number > right.number);
  return Of(values::RegionWithin(*left.number, right.number));
}

}  // namespace zhun::reason::testing
