#include "compiler/analysis/limit.h"

#include <algorithm>

namespace zhun::analysis {

using program::Node;
using program::NodeIndex;
using program::Op;
using vocabulary::Base;

namespace {

bool ReadsLists(Op op) {
  switch (op) {
    case Op::kEqual:
    case Op::kIn:
    case Op::kContains:
    case Op::kMeets:
    case Op::kWithin:
    case Op::kAttached:
    case Op::kList:
    case Op::kAny:
    case Op::kEvery: return true;
    default: return false;
  }
}

}  // namespace

/// Operands stand before a node, but for the body of a quantifier, which has no length of its own: one pass does.
Limits::Limits(const program::Program& program, const vocabulary::Vocabulary& vocabulary)
    : program_(program),
      vocabulary_(vocabulary),
      lengths_(program.nodes.size(), 1),
      works_(program.nodes.size(), 1),
      sources_(program.nodes.size()) {
  for (NodeIndex i = 0; i < program.nodes.size(); ++i) Measure(i);
}

void Limits::Measure(NodeIndex index) {
  const Node& node = program_.nodes[index];
  switch (node.op) {
    case Op::kField: return MeasureField(index);
    case Op::kSound: return TakeLongest(index, Operand(node, 0));
    case Op::kIf: TakeLongest(index, Operand(node, 1)); return TakeLongest(index, Operand(node, 2));
    case Op::kList: return MeasureList(index);
    default: works_[index] = WorkOfRelation(index); return;
  }
}

void Limits::MeasureField(NodeIndex index) {
  const Node& node = program_.nodes[index];
  if (!node.list) return;
  const vocabulary::RecordIndex record = program_.nodes[Operand(node, 0)].unit;
  const std::uint32_t bound = vocabulary_.records[record].attributes[node.ref].bound;
  lengths_[index] = bound == 0 ? kEndless : bound;
  sources_[index] = {record, static_cast<vocabulary::FieldIndex>(node.ref)};
}

void Limits::MeasureList(NodeIndex index) {
  const Node& node = program_.nodes[index];
  Count length = 0;
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    length = Plus(length, LengthOf(Operand(node, i)));
    if (program_.nodes[Operand(node, i)].list) TakeLongest(index, Operand(node, i));
  }
  lengths_[index] = length;
  works_[index] = Plus(1, length);
}

void Limits::TakeLongest(NodeIndex index, NodeIndex operand) {
  if (LengthOf(operand) > lengths_[index] || !sources_[index].IsSet()) sources_[index] = SourceOf(operand);
  lengths_[index] = std::max(lengths_[index], LengthOf(operand));
}

Count Limits::WorkOfRelation(NodeIndex index) const {
  const Node& node = program_.nodes[index];
  if (!ReadsLists(node.op) || node.op == Op::kAny || node.op == Op::kEvery) return 1;
  const Node& left = program_.nodes[Operand(node, 0)];
  const Node& right = program_.nodes[Operand(node, 1)];
  if (!left.list && !right.list && left.kind != Base::kRecord) return 1;  // the node is the comparison
  const bool both_ways = node.op == Op::kEqual && (left.list || right.list);
  const Count pairs = Times(LengthOf(Operand(node, 0)), LengthOf(Operand(node, 1)));
  // Papers are compared with names by their name alone.
  const Count each = node.op == Op::kAttached ? 1 : ComparisonOf({left.kind, left.unit, false});
  return Plus(1, Times(Times(both_ways ? 2 : 1, pairs), each));
}

/// Records are compared member by member, lists in them both ways.
Count Limits::ComparisonOf(vocabulary::Type type) const {
  if (type.base != Base::kRecord) return 1;
  Count count = 1;
  for (const vocabulary::Attribute& member : vocabulary_.records[type.of].attributes) {
    const Count length = !member.type.list ? 1 : member.bound == 0 ? kEndless : member.bound;
    const Count pairs = member.type.list ? Times(2, Times(length, length)) : 1;
    count = Plus(count, Times(pairs, ComparisonOf({member.type.base, member.type.of, false})));
  }
  return count;
}

ListSource Limits::UnboundedIn(NodeIndex index) const {
  const Node& node = program_.nodes[index];
  if (!ReadsLists(node.op)) return {};
  const bool quantifier = node.op == Op::kAny || node.op == Op::kEvery;
  for (std::uint32_t i = 0; i < (quantifier ? 1 : node.operand_count); ++i) {
    if (LengthOf(Operand(node, i)) == kEndless) return SourceOf(Operand(node, i));
  }
  return {};
}

}  // namespace zhun::analysis
