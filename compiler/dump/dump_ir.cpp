#include "compiler/dump/dump_ir.h"

#include <fmt/format.h>

#include "compiler/dump/place.h"

namespace zhun::dump {
namespace {

constexpr const char* kKinds[] = {"require", "prohibit", "paper", "element", "duty", "power"};

std::string Number(ir::NodeId node) { return node == ir::kNoNode ? "-" : fmt::format("%{}", node); }

std::string RuleLine(const program::Rule& rule, const std::vector<program::Policy>& policies) {
  std::string line = fmt::format("rule {}/{} {}{} guard {} bad {} fires {}", policies[rule.policy].code, rule.code,
                                 rule.per_item ? "per_item " : "", kKinds[static_cast<std::size_t>(rule.kind)],
                                 Number(rule.guard), Number(rule.bad), Number(rule.fires));
  if (rule.subject != ir::kNoNode) line += " subject " + Number(rule.subject);
  if (rule.check != ir::kNoNode) line += " check " + Number(rule.check);
  if (rule.reason_path != ir::kNoNode) line += " because " + Number(rule.reason_path);
  if (rule.limit) line += " length " + Number(rule.limit->length);
  return line + "\n";
}

/// What a node says beside its operands, by operation.
std::string Detail(const ir::Node& node, const ir::Graph& graph, const vocabulary::Vocabulary& vocabulary) {
  using program::Op;
  using vocabulary::Base;
  if (node.op == Op::kRoot) return " " + vocabulary.roots[node.ref].key;
  if (node.op == Op::kField) {
    const vocabulary::Type record = graph[node.operands[0]].type;
    if (record.base == Base::kRecord) return " " + vocabulary.records[record.of].attributes[node.ref].key;
  }
  if (node.op == Op::kConstant && node.type.base == Base::kText) return " " + Quoted(node.text);
  if (node.op == Op::kConstant && node.type.base == Base::kEnum) {
    return " " + vocabulary.enumerations[node.type.of].members[static_cast<std::size_t>(node.number)].code;
  }
  if (node.op == Op::kConstant && node.type.base == Base::kDate) {
    return " " + base::FormatDate({static_cast<std::int32_t>(node.number)});
  }
  if (node.op == Op::kConstant && node.unit != vocabulary::kNone) {
    return fmt::format(" {} {}", node.number, vocabulary.units[node.unit].key);
  }
  if (node.op == Op::kConstant) return fmt::format(" {}", node.number);
  if (node.op == Op::kIt || node.op == Op::kFinding || node.op == Op::kAny || node.op == Op::kEvery)
    return fmt::format(" #{}", node.ref);
  return "";
}

}  // namespace

std::string DumpIr(const ir::Module& module, const vocabulary::Vocabulary& vocabulary) {
  std::string out;
  for (const program::Rule& rule : module.rules) out += RuleLine(rule, module.policies);
  for (ir::NodeId id = 0; id < module.graph.Size(); ++id) {
    const ir::Node& node = module.graph[id];
    out += fmt::format("%{} = {}{}", id, program::Mnemonic(node.op), Detail(node, module.graph, vocabulary));
    for (const ir::NodeId operand : node.operands) out += " " + Number(operand);
    out += " : " + vocabulary::Describe(vocabulary, node.type).en + "\n";
  }
  return out;
}

}  // namespace zhun::dump
