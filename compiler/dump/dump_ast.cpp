#include "compiler/dump/dump_ast.h"

#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "compiler/dump/ast_names.h"
#include "compiler/dump/place.h"

namespace zhun::dump {
namespace {

using Tokens = std::vector<ast::Token>;

/// Prints nodes depth first; `Inside` holds a level open as long as it lives.
class Printer {
 public:
  Printer(const ast::File& file, const base::SourceStore& sources) : file_(file), sources_(sources) {}
  std::string Print();

 private:
  struct Inside {
    explicit Inside(Printer& printer) : owner(printer) { ++owner.depth_; }
    ~Inside() { --owner.depth_; }
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    Printer& owner;
  };

  void Line(std::string_view text) { out_.append(2 * depth_, ' ').append(text).append("\n"); }
  void Node(std::string_view kind, base::Span span, bool damaged = false) {
    Line(fmt::format("{} {}{}", kind, PlaceOf(sources_, span), damaged ? " (damaged)" : ""));
  }
  void Leaf(std::string_view kind, const ast::Token& token) {
    Line(fmt::format("{} {} {}", kind, Quoted(token.text), PlaceOf(sources_, token.span)));
  }
  void Leaf(std::string_view kind, const std::optional<ast::Token>& token) {
    if (token) Leaf(kind, *token);
  }
  void Leaves(std::string_view kind, const Tokens& tokens) {
    for (const ast::Token& token : tokens) Leaf(kind, token);
  }
  void Text(std::string_view kind, const ast::Text& text) {
    Leaf(kind, text.zh);
    Leaf("english", text.en);
  }

  void Policy(const ast::Policy& policy);
  void Rule(const ast::Rule& rule);
  void Clause(const ast::Clause& clause);
  void Exception(const ast::Exception& exception);
  void Definition(const ast::Definition& definition);
  void Finding(const ast::Finding& finding);
  void Reading(const ast::Reading& reading);
  void Unformalised(const ast::Unformalised& unformalised);
  void Waiver(const ast::Waiver& waiver);
  void Test(const ast::Test& test);
  void Given(const ast::Given& given);
  void Citations(std::string_view kind, const ast::Citations& citations);
  void Expr(ast::ExprId id);

  const ast::File& file_;
  const base::SourceStore& sources_;
  std::string out_;
  std::size_t depth_ = 0;
};

std::string Printer::Print() {
  Line("file");
  const Inside level(*this);
  for (const ast::Import& import : file_.imports) Leaf("import", import.path);
  for (const ast::Definition& definition : file_.definitions) Definition(definition);
  for (const ast::Policy& policy : file_.policies) Policy(policy);
  for (const ast::Test& test : file_.tests) Test(test);
  return std::move(out_);
}

void Printer::Policy(const ast::Policy& policy) {
  Node("policy", policy.span, policy.damaged);
  const Inside level(*this);
  Leaf("name", policy.name);
  Leaf("code", policy.code);
  Leaf("version", policy.version);
  Leaf("issuer", policy.issuer);
  Leaf("effective_from", policy.effective_from);
  Leaf("effective_to", policy.effective_to);
  Leaf("entry_id", policy.entry_id);
  Leaf("entry_version", policy.entry_version);
  Leaf("stage", policy.stage);
  if (policy.applies.IsValid()) {
    Line("applies");
    const Inside inner(*this);
    Expr(policy.applies);
  }
  Citations("basis", policy.basis);
  for (const ast::Reading& reading : policy.readings) Reading(reading);
  for (const ast::Definition& definition : policy.definitions) Definition(definition);
  for (const ast::Finding& finding : policy.findings) Finding(finding);
  for (const ast::Rule& rule : policy.rules) Rule(rule);
  for (const ast::Exception& exception : policy.exceptions) Exception(exception);
  for (const ast::Unformalised& unformalised : policy.unformalised) Unformalised(unformalised);
  for (const ast::Waiver& waiver : policy.waivers) Waiver(waiver);
  for (const ast::Test& test : policy.tests) Test(test);
}

void Printer::Rule(const ast::Rule& rule) {
  Node(fmt::format("{}{}", rule.per_item ? "per_item " : "", NameOf(rule.kind)), rule.span, rule.damaged);
  const Inside level(*this);
  Leaf("name", rule.name);
  Leaf("path", rule.path);
  Leaf("code", rule.code);
  for (const ast::Clause& clause : rule.clauses) Clause(clause);
  for (const ast::Exception& exception : rule.exceptions) Exception(exception);
}

void Printer::Clause(const ast::Clause& clause) {
  const std::string_view op = clause.op == ast::Operator::kNone ? "" : NameOf(clause.op);
  Node(fmt::format("{}{}{}", NameOf(clause.kind), op.empty() ? "" : " ", op), clause.span);
  const Inside level(*this);
  Leaves("word", clause.words);
  if (!clause.amount.text.empty()) {
    Leaf("amount", clause.amount);
    Leaf("unit", clause.unit);
  }
  if (clause.text) Text("text", *clause.text);
  Leaf("path", clause.path);
  if (clause.expr.IsValid()) Expr(clause.expr);
  Citations("cites", clause.citations);
}

void Printer::Exception(const ast::Exception& exception) {
  Node("exception", exception.span, exception.damaged);
  const Inside level(*this);
  Leaf("name", exception.name);
  Leaf("code", exception.code);
  Leaf("of", exception.of);
  for (const ast::Clause& clause : exception.clauses) Clause(clause);
  for (const ast::Exception& inner : exception.exceptions) Exception(inner);
}

void Printer::Definition(const ast::Definition& definition) {
  Node(definition.derived ? "derived_attribute" : "definition", definition.span);
  const Inside level(*this);
  Leaf("name", definition.name);
  if (definition.value.IsValid()) Expr(definition.value);
}

void Printer::Finding(const ast::Finding& finding) {
  Node("finding", finding.span, finding.damaged);
  const Inside level(*this);
  Leaf("name", finding.name);
  Leaf("code", finding.code);
  Leaf("by", finding.by);
  Text("question", finding.question);
  Citations("basis", finding.basis);
}

void Printer::Reading(const ast::Reading& reading) {
  Node("reading", reading.span);
  const Inside level(*this);
  Leaf("name", reading.name);
  Leaf("value", reading.value);
  Citations("basis", reading.basis);
}

void Printer::Unformalised(const ast::Unformalised& unformalised) {
  Node("unformalised", unformalised.span);
  const Inside level(*this);
  Citations("cites", unformalised.citations);
  Text("text", unformalised.text);
}

void Printer::Waiver(const ast::Waiver& waiver) {
  Node("waiver", waiver.span);
  const Inside level(*this);
  Leaf("lint", waiver.lint);
  Leaf("reason", waiver.reason);
  Leaf("until", waiver.until);
}

void Printer::Test(const ast::Test& test) {
  Node("test", test.span, test.damaged);
  const Inside level(*this);
  Leaf("name", test.name);
  Leaves("fixture", test.fixtures);
  Leaf("as_of", test.as_of);
  for (const ast::Given& given : test.givens) Given(given);
  Leaves("outcome", test.states);
  Citations("basis", test.basis);
  Leaves("reason", test.reasons);
  if (test.missing_given && test.missing.empty()) Line("nothing_lacking");
  for (const ast::ExpectedMissing& missing : test.missing) {
    Leaf(fmt::format("{}{}", missing.conditional ? "conditionally_lacking" : "lacking", missing.paper ? "_paper" : ""),
         missing.path);
  }
  for (const ast::ExpectedDuty& duty : test.duties) {
    Leaf("duty", duty.name);
    Leaf("due", duty.due);
  }
  if (test.findings_given && test.findings.empty()) Line("no_finding");
  Leaves("finding", test.findings);
  if (test.items_given) Line("items");
  Leaves("item", test.items);
  Leaves("power", test.powers);
  if (test.no_breach) Line("no_breach");
}

void Printer::Given(const ast::Given& given) {
  Node(NameOf(given.kind), given.span);
  const Inside level(*this);
  Leaf("path", given.path);
  for (const ast::ExprId value : given.values) Expr(value);
  Leaf("why", given.why);
}

void Printer::Citations(std::string_view kind, const ast::Citations& citations) {
  for (const ast::Citation& citation : citations) {
    Node(fmt::format("{} {}", kind, NameOf(citation.kind)), citation.span);
    const Inside level(*this);
    if (!citation.instrument.text.empty()) Leaf("instrument", citation.instrument);
    if (!citation.version.text.empty()) Leaf("version", citation.version);
    if (!citation.locator.text.empty()) Leaf("locator", citation.locator);
    if (!citation.path.text.empty()) Leaf("path", citation.path);
    Leaf("quoted", citation.quoted);
  }
}

void Printer::Expr(ast::ExprId id) {
  const ast::Expr& expr = file_.exprs[id];
  std::string line(NameOf(expr.kind));
  if (expr.op != ast::Operator::kNone) line.append(" ").append(NameOf(expr.op));
  for (const ast::ExprKind op : expr.operators) line.append(" ").append(NameOf(op));
  if (!expr.text.empty()) line.append(" ").append(Quoted(expr.text));
  if (!expr.unit.empty()) line.append(" ").append(Quoted(expr.unit));
  if (expr.bracketed) line.append(" bracketed");
  Node(line, expr.span);
  const Inside level(*this);
  for (const ast::ExprId operand : expr.operands) Expr(operand);
}

}  // namespace

std::string DumpAst(const ast::File& file, const base::SourceStore& sources) { return Printer(file, sources).Print(); }

}  // namespace zhun::dump
