#include "compiler/dump/dump_sema.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/dump/ast_names.h"
#include "compiler/dump/place.h"

namespace zhun::dump {
namespace {

using sema::Expr;
using sema::ExprId;
using sema::ExprKind;

std::string_view NameOfExpr(ExprKind kind) {
  switch (kind) {
    case ExprKind::kError: return "error";
    case ExprKind::kAnd: return "and";
    case ExprKind::kOr: return "or";
    case ExprKind::kNot: return "not";
    case ExprKind::kIf: return "if";
    case ExprKind::kEqual: return "equal";
    case ExprKind::kGreater: return "greater";
    case ExprKind::kLess: return "less";
    case ExprKind::kWithin: return "within";
    case ExprKind::kIn: return "in";
    case ExprKind::kContains: return "contains";
    case ExprKind::kMeets: return "meets";
    case ExprKind::kEmpty: return "empty";
    case ExprKind::kLonger: return "longer";
    case ExprKind::kShorter: return "shorter";
    case ExprKind::kAny: return "any";
    case ExprKind::kEvery: return "every";
    case ExprKind::kAdd: return "add";
    case ExprKind::kSubtract: return "subtract";
    case ExprKind::kConstant: return "constant";
    case ExprKind::kList: return "list";
    case ExprKind::kRoot: return "root";
    case ExprKind::kField: return "field";
    case ExprKind::kIt: return "it";
    case ExprKind::kDefinition: return "definition";
    case ExprKind::kDerived: return "derived";
    case ExprKind::kFinding: return "finding";
    case ExprKind::kBreach: return "breach";
  }
  return "";
}

class Printer {
 public:
  Printer(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, const std::vector<base::SourceId>& shown)
      : model_(model),
        vocabulary_(vocabulary),
        shown_(shown) {}

  std::string Run() {
    for (const sema::Definition& definition : model_.definitions) {
      if (definition.policy == sema::kNoIndex && IsShown(definition.span.source)) Print(definition, 0);
    }
    for (std::uint32_t i = 0; i < model_.policies.size(); ++i) {
      if (IsShown(model_.policies[i].source)) Print(i);
    }
    return std::move(out_);
  }

 private:
  bool IsShown(base::SourceId source) const {
    return shown_.empty() || std::find(shown_.begin(), shown_.end(), source) != shown_.end();
  }

  void Line(std::size_t depth, std::string_view text) { out_.append(2 * depth, ' ').append(text).append("\n"); }

  const std::string& Member(std::string_view enumeration, std::uint16_t member) const {
    static const std::string none = "-";
    if (member == vocabulary::kNone) return none;
    return vocabulary_.enumerations[vocabulary::FindEnumeration(vocabulary_, enumeration)].members[member].code;
  }

  void Print(std::uint32_t index) {
    const sema::Policy& policy = model_.policies[index];
    std::string head =
        fmt::format("policy {} {} 「{}」 version {} by {} from {}", policy.role == sema::Role::kBase ? "base" : "entry",
                    policy.code, policy.name, Quoted(policy.version), Quoted(policy.issuer),
                    base::FormatDate(policy.effective_from));
    if (policy.effective_to) head += " until " + base::FormatDate(*policy.effective_to);
    if (!policy.entry_id.empty())
      head += fmt::format(" entry {} {}", Quoted(policy.entry_id), Quoted(policy.entry_version));
    Line(0, head + " stage " + Member("stage", policy.stage));
    Expression("applies", policy.applies, 1);
    Print("basis", policy.basis, 1);
    for (const sema::Reading& reading : policy.readings) {
      const vocabulary::Reading& row = vocabulary_.readings[reading.reading];
      Line(1, fmt::format("reading {} {}", row.key, row.values[reading.value].code));
    }
    for (const sema::Definition& each : model_.definitions) {
      if (each.policy == index) Print(each, 1);
    }
    for (const sema::Finding& each : model_.findings) {
      if (each.policy == index) Print(each);
    }
    for (const sema::Rule& each : model_.rules) {
      if (each.policy == index) Print(each);
    }
  }

  void Print(const sema::Definition& definition, std::size_t depth) {
    const std::string owner = definition.derived ? vocabulary_.records[definition.record].name.zh + "." : "";
    Line(depth, fmt::format("definition {}{} : {}", owner, Quoted(definition.name), TypeOf(definition.type)));
    Expression("is", definition.value, depth + 1);
  }

  void Print(const sema::Finding& finding) {
    Line(1, fmt::format("finding {} 「{}」 by {} {}", finding.code, finding.name, Member("actor", finding.by),
                        Quoted(finding.question.zh)));
    Print("basis", finding.basis, 2);
  }

  void Print(const sema::Rule& rule) {
    Line(1, fmt::format("rule {} {}{} 「{}」 stage {} outcome {}", rule.code, rule.per_item ? "per_item " : "",
                        NameOf(rule.kind), rule.name, Member("stage", rule.stage), Member("outcome", rule.outcome)));
    Expression("subject", rule.subject, 2);
    Expression("when", rule.when, 2);
    Expression("must", rule.must, 2);
    PrintDuty(rule);
    Print("basis", rule.basis, 2);
    Print("sanction", rule.sanction, 2);
    if (!rule.reason.zh.empty()) Line(2, "because " + Quoted(rule.reason.zh));
    Expression("because", rule.reason_path, 2);
    Print(rule.exceptions, 2);
  }

  void PrintDuty(const sema::Rule& rule) {
    for (const std::uint16_t bearer : rule.bearers) Line(2, "bearer " + Member("actor", bearer));
    if (!rule.text.zh.empty()) Line(2, "text " + Quoted(rule.text.zh));
    if (rule.limit) {
      Line(2, fmt::format("limit {} from {}", rule.limit->at_least ? "at_least" : "at_most", Event(rule.limit->event)));
      Expression("length", rule.limit->length, 3);
    }
    if (rule.met_by != vocabulary::kNone) Line(2, "met_by " + Event(rule.met_by));
    Expression("met_if", rule.met_if, 3);
    if (!rule.extension) return;
    std::string extension =
        fmt::format("extend {} {}", rule.extension->amount, vocabulary_.units[rule.extension->unit].key);
    for (const std::uint16_t event : rule.extension->events) extension += " upon " + Event(event);
    Line(2, extension);
  }

  std::string Event(std::uint16_t event) const {
    return event == vocabulary::kNone ? "-" : vocabulary_.events[event].key;
  }

  void Print(const std::vector<sema::Exception>& exceptions, std::size_t depth) {
    for (const sema::Exception& exception : exceptions) {
      Line(depth, fmt::format("exception {} 「{}」", exception.code, exception.name));
      Expression("when", exception.when, depth + 1);
      Print("basis", exception.basis, depth + 1);
      Print(exception.exceptions, depth + 1);
    }
  }

  void Print(std::string_view what, const sema::Citations& citations, std::size_t depth) {
    for (const sema::Citation& citation : citations) {
      switch (citation.kind) {
        case sema::Citation::Kind::kProvision:
          Line(depth,
               fmt::format("{} {} {}", what, law::PrintCitation(citation.provision), law::RankCode(citation.rank)));
          break;
        case sema::Citation::Kind::kCatalogue:
          Line(depth, fmt::format("{} catalogue {}", what, citation.number));
          break;
        case sema::Citation::Kind::kPath: Expression(what, citation.path, depth); break;
      }
    }
  }

  std::string TypeOf(vocabulary::Type type) const { return vocabulary::Describe(vocabulary_, type).en; }

  void Expression(std::string_view what, ExprId id, std::size_t depth) {
    if (!id.IsValid()) return;
    Line(depth, std::string(what));
    Node(id, depth + 1);
  }

  void Node(ExprId id, std::size_t depth) {
    const Expr& expr = model_.exprs[id];
    Line(depth, fmt::format("{}{} : {}", NameOfExpr(expr.kind), Detail(expr), TypeOf(expr.type)));
    for (const ExprId operand : expr.operands) Node(operand, depth + 1);
  }

  std::string Detail(const Expr& expr) const {
    switch (expr.kind) {
      case ExprKind::kConstant: return " " + Constant(expr);
      case ExprKind::kRoot: return " " + vocabulary_.roots[expr.ref].name.zh;
      case ExprKind::kField: {
        const vocabulary::Type record = model_.exprs[expr.operands[0]].type;
        if (record.base != vocabulary::Base::kRecord) return "";
        return " " + vocabulary_.records[record.of].attributes[expr.ref].name.zh;
      }
      case ExprKind::kIt: return fmt::format(" {}", expr.ref);
      case ExprKind::kAny:
      case ExprKind::kEvery: return fmt::format(" {}", expr.binder);
      case ExprKind::kDefinition:
      case ExprKind::kDerived: return " " + Quoted(model_.definitions[expr.ref].name);
      case ExprKind::kFinding: return " " + model_.findings[expr.ref].code;
      case ExprKind::kBreach: return " " + model_.rules[expr.ref].code;
      default: return "";
    }
  }

  std::string Constant(const Expr& expr) const {
    using vocabulary::Base;
    if (expr.type.base == Base::kText) return Quoted(expr.text);
    if (expr.type.base == Base::kDate) return base::FormatDate({static_cast<std::int32_t>(expr.number)});
    if (expr.type.base == Base::kEnum) {
      return vocabulary_.enumerations[expr.type.of].members[static_cast<std::size_t>(expr.number)].code;
    }
    if (expr.unit != vocabulary::kNone) return fmt::format("{} {}", expr.number, vocabulary_.units[expr.unit].key);
    return std::to_string(expr.number);
  }

  const sema::Model& model_;
  const vocabulary::Vocabulary& vocabulary_;
  const std::vector<base::SourceId>& shown_;
  std::string out_;
};

}  // namespace

std::string DumpSema(const sema::Model& model, const vocabulary::Vocabulary& vocabulary,
                     const std::vector<base::SourceId>& shown) {
  return Printer(model, vocabulary, shown).Run();
}

}  // namespace zhun::dump
