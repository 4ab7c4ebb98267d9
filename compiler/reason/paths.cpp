#include "compiler/reason/paths.h"

#include "runtime/base/date.h"
#include "runtime/values/region.h"

namespace zhun::reason {
namespace {

using ir::Op;
using vocabulary::Base;

constexpr std::int64_t kMostCounted = 1'000'000'000;
constexpr std::int64_t kLastRegion = 999'999;

Intervals Numbers(const vocabulary::Vocabulary& vocabulary, vocabulary::Type type) {
  switch (type.base) {
    case Base::kBool: return {0, 1};
    case Base::kEnum: return {0, static_cast<std::int64_t>(vocabulary.enumerations[type.of].members.size()) - 1};
    case Base::kNumber:
    case Base::kQuantity:
    case Base::kLength: return {0, kMostCounted};
    case Base::kDate:
    case Base::kInstant: return {base::MakeDate(1900, 1, 1)->days, base::MakeDate(2999, 12, 31)->days};
    case Base::kRegion: return {values::kWholeCountry, kLastRegion};
    case Base::kText:
    case Base::kRecord:
    case Base::kError: return {};
  }
  return {};
}

}  // namespace

ir::NodeId Bare(const ir::Graph& graph, ir::NodeId node) {
  while (graph[node].op == Op::kSound) node = graph[node].operands[0];
  return node;
}

std::optional<Variable> VariableOf(const ir::Graph& graph, ir::NodeId node, const Members& members) {
  const ir::NodeId whole = Bare(graph, node);
  ir::NodeId at = whole;
  while (graph[at].op == Op::kField) at = Bare(graph, graph[at].operands[0]);
  if (graph[at].op == Op::kRoot) return Variable{whole, 0};
  if (graph[at].op != Op::kIt || graph[at].ref >= members.size() || members[graph[at].ref] == 0) return std::nullopt;
  const bool scalar = at == whole && graph[at].type.base != Base::kRecord;  // the member itself, whatever its level
  return Variable{scalar ? ir::kNoNode : whole, members[graph[at].ref]};
}

std::optional<Variable> Above(const ir::Graph& graph, Variable variable) {
  const ir::Node& node = graph[variable.node];
  if (node.op != Op::kField) return std::nullopt;
  const ir::NodeId record = Bare(graph, node.operands[0]);
  if (graph[record].op == Op::kRoot || graph[record].op == Op::kIt) return std::nullopt;
  return Variable{record, variable.member};
}

const vocabulary::Attribute* AttributeOf(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary,
                                         ir::NodeId node) {
  const ir::Node& field = graph[Bare(graph, node)];
  if (field.op != Op::kField) return nullptr;
  const vocabulary::Type record = graph[field.operands[0]].type;
  if (record.base != Base::kRecord || record.list) return nullptr;
  return &vocabulary.records[record.of].attributes[field.ref];
}

Domain Whole(const vocabulary::Vocabulary& vocabulary, vocabulary::Type type) {
  return {Presence::kOpen, Numbers(vocabulary, type), Texts()};
}

bool MayBeNone(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, ir::NodeId node) {
  const vocabulary::Attribute* attribute = AttributeOf(graph, vocabulary, node);
  if (attribute == nullptr) return false;
  if (attribute->nullable || attribute->absence == vocabulary::Absence::kAsNone) return true;
  const auto above = Above(graph, {Bare(graph, node), 0});
  return above && MayBeNone(graph, vocabulary, above->node);
}

}  // namespace zhun::reason
