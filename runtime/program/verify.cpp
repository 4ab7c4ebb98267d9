#include "runtime/program/bundle.h"

namespace zhun::program {
namespace {

using vocabulary::Base;
using vocabulary::Vocabulary;

constexpr std::uint32_t kMostLevels = 16;

class Verifier {
 public:
  Verifier(const Program& program, const Vocabulary& vocabulary) : program_(program), vocabulary_(vocabulary) {}

  bool Run() const {
    if (program_.levels == 0 || program_.levels > kMostLevels) return false;
    for (NodeIndex i = 0; i < program_.nodes.size(); ++i) {
      if (!NodeHolds(i)) return false;
    }
    for (const Policy& policy : program_.policies) {
      if (!PolicyHolds(policy)) return false;
    }
    for (const Rule& rule : program_.rules) {
      if (!RuleHolds(rule)) return false;
    }
    for (const Finding& finding : program_.findings) {
      if (finding.policy >= program_.policies.size() || finding.by >= Members("actor") || !CitationsHold(finding.basis))
        return false;
    }
    return ReadingsHold() && StatesHold();
  }

 private:
  std::size_t Members(std::string_view enumeration) const {
    const std::uint16_t index = vocabulary::FindEnumeration(vocabulary_, enumeration);
    return index == vocabulary::kNone ? 0 : vocabulary_.enumerations[index].members.size();
  }

  /// Operands come before the node, or stand in its block, which comes after it: evaluation always ends.
  bool OperandsHold(NodeIndex index, const Node& node) const {
    if (node.first_operand > program_.operands.size() ||
        node.operand_count > program_.operands.size() - node.first_operand)
      return false;
    for (std::uint32_t i = 0; i < node.operand_count; ++i) {
      const NodeIndex operand = program_.operands[node.first_operand + i];
      const bool in_block = operand >= node.block_begin && operand < node.block_end;
      if (operand >= index && !in_block) return false;
    }
    return true;
  }

  NodeIndex Operand(const Node& node, std::uint32_t i) const { return program_.operands[node.first_operand + i]; }

  static bool CountHolds(const Node& node) {
    switch (node.op) {
      case Op::kConstant:
      case Op::kRoot:
      case Op::kIt:
      case Op::kFinding: return node.operand_count == 0;
      case Op::kField:
      case Op::kNot:
      case Op::kEmpty:
      case Op::kMissing: return node.operand_count == 1;
      case Op::kIf: return node.operand_count == 3;
      case Op::kAnd:
      case Op::kOr:
      case Op::kList: return node.operand_count >= 1;
      default: return node.operand_count == 2;
    }
  }

  bool NodeHolds(NodeIndex index) const {
    const Node& node = program_.nodes[index];
    const bool quantifier = node.op == Op::kAny || node.op == Op::kEvery;
    if (quantifier &&
        (node.block_begin <= index || node.block_begin >= node.block_end || node.block_end > program_.nodes.size()))
      return false;
    if (!quantifier && node.block_end != 0) return false;
    if (!CountHolds(node) || !OperandsHold(index, node)) return false;
    switch (node.op) {
      case Op::kConstant: return ConstantHolds(node);
      case Op::kRoot: return node.ref < vocabulary_.roots.size() && IsOf(node, vocabulary_.roots[node.ref].type);
      case Op::kIt: return node.ref < program_.levels;
      case Op::kFinding: return node.ref < program_.findings.size();
      case Op::kField: return FieldHolds(node);
      // What is missing is told by the attribute that a sound value was read from.
      case Op::kSound: return IsRead(Operand(node, 0));
      case Op::kAny:
      case Op::kEvery:
        return node.ref < program_.levels && Operand(node, 1) >= node.block_begin && Operand(node, 1) < node.block_end;
      default: return true;
    }
  }

  bool IsRead(NodeIndex index) const { return program_.nodes[index].op == Op::kField; }

  bool ConstantHolds(const Node& node) const {
    if (node.list || node.kind >= Base::kRecord) return false;
    if (node.kind == Base::kText) return node.text < program_.texts.size();
    if (node.kind == Base::kLength || node.kind == Base::kQuantity) return node.unit < vocabulary_.units.size();
    if (node.kind != Base::kEnum) return true;
    if (node.unit >= vocabulary_.enumerations.size() || node.number < 0) return false;
    return static_cast<std::size_t>(node.number) < vocabulary_.enumerations[node.unit].members.size();
  }

  static bool IsOf(const Node& node, vocabulary::Type type) {
    return node.kind == type.base && node.list == type.list && (type.of == vocabulary::kNone || node.unit == type.of);
  }

  bool FieldHolds(const Node& node) const {
    const Node& record = program_.nodes[Operand(node, 0)];
    if (record.kind != Base::kRecord || record.list || record.unit >= vocabulary_.records.size()) return false;
    const auto& attributes = vocabulary_.records[record.unit].attributes;
    return node.ref < attributes.size() && IsOf(node, attributes[node.ref].type);
  }

  bool Known(NodeIndex index) const { return index == kNoNode || index < program_.nodes.size(); }

  bool CitationsHold(const std::vector<Citation>& citations) const {
    for (const Citation& citation : citations) {
      if (!Known(citation.path)) return false;
      if (citation.kind == Citation::Kind::kPath && citation.path == kNoNode) return false;
    }
    return true;
  }

  bool SegmentHolds(const Segment& segment) const {
    return segment.begin <= segment.end && segment.end <= program_.nodes.size();
  }

  bool PolicyHolds(const Policy& policy) const {
    const bool rules =
        policy.first_rule <= program_.rules.size() && policy.rule_count <= program_.rules.size() - policy.first_rule;
    return rules && Known(policy.applies) && SegmentHolds(policy.nodes) && SegmentHolds(policy.item_nodes) &&
           SegmentHolds(policy.later_nodes) && CitationsHold(policy.basis);
  }

  bool RuleHolds(const Rule& rule) const {
    if (rule.policy >= program_.policies.size()) return false;
    if (!Known(rule.guard) || !Known(rule.bad) || rule.fires >= program_.nodes.size() || !Known(rule.subject) ||
        !Known(rule.check) || !Known(rule.met_if))
      return false;
    if (!Known(rule.reason_path) || rule.stage >= Members("stage")) return false;
    if (rule.outcome != vocabulary::kNone && rule.outcome >= Members("outcome")) return false;
    if (rule.met_by != vocabulary::kNone && rule.met_by >= vocabulary_.events.size()) return false;
    for (std::uint16_t bearer : rule.bearers) {
      if (bearer >= Members("actor")) return false;
    }
    if (rule.limit && (rule.limit->event >= vocabulary_.events.size() || rule.limit->length >= program_.nodes.size()))
      return false;
    const bool subject = rule.kind == RuleKind::kElement || rule.kind == RuleKind::kPaper;
    if (subject && rule.subject == kNoNode) return false;
    return CitationsHold(rule.basis) && CitationsHold(rule.sanction);
  }

  bool ReadingsHold() const {
    if (program_.readings.size() != vocabulary_.readings.size()) return false;
    for (const Reading& reading : program_.readings) {
      if (reading.reading >= vocabulary_.readings.size()) return false;
      if (reading.value >= vocabulary_.readings[reading.reading].values.size()) return false;
    }
    return true;
  }

  bool StatesHold() const {
    for (const CaseState& state : program_.states) {
      if (state.enumeration >= vocabulary_.enumerations.size() || state.value >= program_.nodes.size()) return false;
      const Node& value = program_.nodes[state.value];
      if (value.kind != Base::kEnum || value.list || value.unit != state.enumeration) return false;
    }
    return true;
  }

  const Program& program_;
  const Vocabulary& vocabulary_;
};

}  // namespace

bool Verify(const Program& program, const Vocabulary& vocabulary) { return Verifier(program, vocabulary).Run(); }

}  // namespace zhun::program
