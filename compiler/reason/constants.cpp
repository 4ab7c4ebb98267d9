#include <set>

#include "compiler/reason/assume.h"
#include "compiler/reason/paths.h"

namespace zhun::reason {
namespace {

using ir::Op;
using vocabulary::Base;

Domain Single(Texts texts) { return {Presence::kThere, {}, std::move(texts)}; }
Domain Single(std::int64_t number) { return {Presence::kThere, {number, number}, Texts::Only({})}; }

std::optional<Domain> ConstantOf(const vocabulary::Vocabulary& vocabulary, const ir::Node& node) {
  if (node.type.base == Base::kText) return Single(Texts::Only({node.text}));
  const bool days = node.type.base != Base::kLength || vocabulary.units[node.unit].key == "day";
  if (node.type.base == Base::kRecord || node.type.base == Base::kError || !days) return std::nullopt;
  return Single(node.number);
}

}  // namespace

std::optional<Domain> ConstantsOf(const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary, ir::NodeId id) {
  const ir::Node& node = graph[id];
  if (node.op == Op::kConstant) return ConstantOf(vocabulary, node);
  if (node.op != Op::kList) return std::nullopt;
  Domain all{Presence::kThere, {}, Texts::Only({})};
  for (const ir::NodeId operand : node.operands) {
    const auto one = ConstantsOf(graph, vocabulary, operand);
    if (!one) return std::nullopt;
    for (const auto& [least, most] : one->numbers.All()) all.numbers.Add(least, most);
    std::set<std::string> texts = all.texts.Listed();
    texts.insert(one->texts.Listed().begin(), one->texts.Listed().end());
    all.texts = Texts::Only(std::move(texts));
  }
  return all;
}

Domain Outside(const Domain& whole, const Domain& part, bool text) {
  if (text) return {Presence::kThere, {}, part.texts.Not()};
  return {Presence::kThere, whole.numbers.Without(part.numbers), Texts()};
}

}  // namespace zhun::reason
