#include <fmt/format.h>

#include "runtime/base/date.h"
#include "runtime/law/citation.h"
#include "runtime/program/bundle.h"

namespace zhun::program {
namespace {

constexpr const char* kKinds[] = {"require", "prohibit", "paper", "element", "duty", "power"};

class Printer {
 public:
  Printer(const Program& program, const vocabulary::Vocabulary& vocabulary)
      : program_(program),
        vocabulary_(vocabulary) {}

  std::string Run() {
    for (const Policy& policy : program_.policies) PrintPolicy(policy);
    for (const Rule& rule : program_.rules) PrintRule(rule);
    for (std::size_t i = 0; i < program_.findings.size(); ++i) {
      out_ += fmt::format("finding {} {} 「{}」\n", i, program_.findings[i].code, program_.findings[i].name);
    }
    for (NodeIndex i = 0; i < program_.nodes.size(); ++i) PrintNode(i);
    return std::move(out_);
  }

 private:
  void PrintPolicy(const Policy& policy) {
    out_ += fmt::format("policy {} {} 「{}」 {} nodes {}..{} items {}..{} later {}..{} rules {}+{}",
                        policy.base ? "base" : "entry", policy.code, policy.name, policy.version, policy.nodes.begin,
                        policy.nodes.end, policy.item_nodes.begin, policy.item_nodes.end, policy.later_nodes.begin,
                        policy.later_nodes.end, policy.first_rule, policy.rule_count);
    if (!policy.base) out_ += fmt::format(" for {} {}", policy.entry_id, policy.entry_version);
    if (policy.applies != kNoNode) out_ += " applies " + Number(policy.applies);
    out_ += "\n";
  }

  static std::string Number(NodeIndex index) { return index == kNoNode ? "-" : fmt::format("%{}", index); }

  void PrintRule(const Rule& rule) {
    out_ += fmt::format("rule {} {}{} 「{}」 guard {} fires {}", rule.code, rule.per_item ? "per_item " : "",
                        kKinds[static_cast<std::size_t>(rule.kind)], rule.name, Number(rule.guard), Number(rule.fires));
    if (rule.subject != kNoNode) out_ += " subject " + Number(rule.subject);
    for (const Citation& basis : rule.basis) out_ += " " + PrintBasis(basis);
    out_ += "\n";
  }

  static std::string PrintBasis(const Citation& basis) {
    switch (basis.kind) {
      case Citation::Kind::kProvision: return law::PrintCitation(basis.provision);
      case Citation::Kind::kCatalogue: return "#" + basis.number;
      case Citation::Kind::kPath: return Number(basis.path);
    }
    return {};
  }

  void PrintNode(NodeIndex index) {
    const Node& node = program_.nodes[index];
    out_ += fmt::format("%{} = {}", index, Mnemonic(node.op));
    for (std::uint32_t i = 0; i < node.operand_count; ++i)
      out_ += fmt::format(" %{}", program_.operands[node.first_operand + i]);
    out_ += Detail(node) + "\n";
  }

  std::string Detail(const Node& node) const {
    switch (node.op) {
      case Op::kConstant: return Constant(node);
      case Op::kRoot: return " " + vocabulary_.roots[node.ref].key;
      case Op::kField: return " " + FieldName(node);
      case Op::kIt: return fmt::format(" level {}", node.ref);
      case Op::kFinding: return " " + program_.findings[node.ref].code;
      case Op::kAny:
      case Op::kEvery: return fmt::format(" block {}..{} level {}", node.block_begin, node.block_end, node.ref);
      default: return "";
    }
  }

  std::string FieldName(const Node& node) const {
    const Node& record = program_.nodes[program_.operands[node.first_operand]];
    return vocabulary_.records[record.unit].attributes[node.ref].key;
  }

  std::string Constant(const Node& node) const {
    switch (node.kind) {
      case vocabulary::Base::kText: return " \"" + program_.texts[node.text] + "\"";
      case vocabulary::Base::kEnum:
        return " " + vocabulary_.enumerations[node.unit].members[static_cast<std::size_t>(node.number)].code;
      case vocabulary::Base::kDate: return " " + base::FormatDate({static_cast<std::int32_t>(node.number)});
      case vocabulary::Base::kLength:
      case vocabulary::Base::kQuantity: return fmt::format(" {} {}", node.number, vocabulary_.units[node.unit].key);
      default: return fmt::format(" {}", node.number);
    }
  }

  const Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  std::string out_;
};

}  // namespace

std::string Print(const Program& program, const vocabulary::Vocabulary& vocabulary) {
  return Printer(program, vocabulary).Run();
}

}  // namespace zhun::program
