#include "compiler/specialise/dependence.h"

namespace zhun::specialise {

using program::Node;
using program::NodeIndex;
using program::Op;

Dependence::Dependence(const program::Program& program, const vocabulary::Vocabulary& vocabulary)
    : program_(program),
      vocabulary_(vocabulary),
      facts_(program.nodes.size()) {
  for (NodeIndex node = 0; node < program.nodes.size(); ++node) Visit(node);
}

/// Parts of a case that are not there yet at the application stage are known to be absent.
bool Dependence::IsDynamicLeaf(const Node& node) const {
  if (node.op == Op::kFinding) return true;
  if (node.op == Op::kRoot) {
    const std::string& key = vocabulary_.roots[node.ref].key;
    return key == "application" || key == "context" || key == "today";
  }
  if (node.op != Op::kField) return false;
  const Node& of = program_.nodes[program_.operands[node.first_operand]];
  const vocabulary::Record& record = vocabulary_.records[of.unit];
  const vocabulary::Attribute& attribute = record.attributes[node.ref];
  if (attribute.form != vocabulary::Form::kComputed || record.key == "item") return false;
  return attribute.key !=
         "governed";  // the policies that have a say are known; whether citations are valid is not, it has a date
}

void Dependence::Visit(NodeIndex index) {
  if (facts_[index].seen) return;
  facts_[index].seen = true;
  const Node& node = program_.nodes[index];
  Fact fact{true, IsDynamicLeaf(node), 0};
  if (node.op == Op::kIt) fact.levels = 1u << node.ref;
  for (std::uint32_t i = 0; i < node.operand_count; ++i) {
    const NodeIndex operand = program_.operands[node.first_operand + i];
    Visit(operand);
    fact.dynamic = fact.dynamic || facts_[operand].dynamic;
    std::uint32_t levels = facts_[operand].levels;
    const bool body = i == 1 && (node.op == Op::kAny || node.op == Op::kEvery);
    if (body) levels &= ~(1u << node.ref);
    fact.levels |= levels;
  }
  facts_[index] = fact;
}

}  // namespace zhun::specialise
