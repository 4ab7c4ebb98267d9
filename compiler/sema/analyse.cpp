#include "compiler/sema/analyse.h"

#include "compiler/sema/applicability.h"
#include "compiler/sema/citations.h"
#include "compiler/sema/exceptions.h"
#include "compiler/sema/expressions.h"
#include "compiler/sema/lookup.h"
#include "compiler/sema/null_guard.h"
#include "compiler/sema/policies.h"
#include "compiler/sema/rules.h"
#include "compiler/sema/unread.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

/// Makes an entry for everything that has a name, so that bodies may refer to what stands after them.
class Declaration {
 public:
  explicit Declaration(Analysis& analysis) : analysis_(analysis) {}

  void DeclareUnit(std::uint32_t unit) {
    const Unit& each = analysis_.units[unit];
    for (const ast::Definition& tree : each.file->definitions) DeclareDefinition(tree, unit, kNoIndex);
    for (const ast::Policy& tree : each.file->policies) {
      const std::uint32_t policy = DeclarePolicy(analysis_, tree, unit);
      for (const ast::Definition& definition : tree.definitions) DeclareDefinition(definition, unit, policy);
      for (const ast::Finding& finding : tree.findings) DeclareFinding(finding, unit, policy);
      for (const ast::Rule& rule : tree.rules) DeclareRule(rule, unit, policy);
    }
  }

 private:
  void AddSymbol(const std::string& name, Symbol symbol) {
    if (name.empty()) return;
    const auto [first, last] = analysis_.symbols.equal_range(name);
    for (auto it = first; it != last; ++it) {
      if (!Clash(symbol, it->second)) continue;
      diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kNameTwice, symbol.span, {{"name", name}});
      report.labels.push_back({it->second.span, {"第一次用在这里", "first used here"}});
      analysis_.repeated_names.push_back(symbol.span);
      return;
    }
    analysis_.symbols.emplace(name, symbol);
  }

  /// Whether two symbols of one name are in each other's way; attributes only on one record.
  bool Clash(const Symbol& one, const Symbol& other) const {
    if (other.policy != one.policy || other.unit != one.unit) return false;
    const bool derived = one.kind == SymbolKind::kDerived;
    if (derived != (other.kind == SymbolKind::kDerived)) return false;
    return !derived || analysis_.model.definitions[one.index].record == analysis_.model.definitions[other.index].record;
  }

  void DeclareDefinition(const ast::Definition& tree, std::uint32_t unit, std::uint32_t policy) {
    Definition definition;
    definition.span = tree.name.span;
    definition.policy = policy;
    definition.base = analysis_.units[unit].role == Role::kBase;
    definition.name = tree.name.text;
    definition.derived = tree.derived;
    if (tree.derived && !SplitDerived(tree, definition)) return;
    const auto index = static_cast<std::uint32_t>(analysis_.model.definitions.size());
    const SymbolKind kind = tree.derived ? SymbolKind::kDerived : SymbolKind::kDefinition;
    const std::string name = definition.name;
    analysis_.model.definitions.push_back(std::move(definition));
    analysis_.definition_trees.push_back(&tree);
    analysis_.definition_units.push_back(unit);
    analysis_.definition_progress.push_back(Analysis::Progress::kWaiting);
    AddSymbol(name, {kind, index, policy, unit, tree.name.span});
  }

  /// 机构.适格: the record type and the new attribute, which the vocabulary must not have.
  bool SplitDerived(const ast::Definition& tree, Definition& definition) {
    const std::size_t dot = tree.name.text.rfind('.');
    const std::string record = tree.name.text.substr(0, dot);
    definition.name = dot == std::string::npos ? "" : tree.name.text.substr(dot + 1);
    for (std::uint16_t i = 0; i < analysis_.vocabulary.records.size(); ++i) {
      if (vocabulary::Names(analysis_.vocabulary.records[i].name, record)) definition.record = i;
    }
    if (definition.record != vocabulary::kNone) {
      const base::Span name = tree.name.span;
      const auto end = name.begin + static_cast<std::uint32_t>(record.size());
      analysis_.Spell({name.source, name.begin, end}, analysis_.vocabulary.records[definition.record].name);
      analysis_.Spell({name.source, end + 1, name.end}, {definition.name, definition.name});
    }
    if (definition.record == vocabulary::kNone || definition.name.empty()) {
      analysis_.sink.Report(Code::kNotARecord, tree.name.span, {{"word", record}});
      return false;
    }
    const vocabulary::Record& shape = analysis_.vocabulary.records[definition.record];
    for (const vocabulary::Attribute& attribute : shape.attributes) {
      if (!vocabulary::Names(attribute.name, definition.name)) continue;
      analysis_.sink.Report(Code::kAttributeTaken, tree.name.span, {{"record", shape.name}, {"word", definition.name}});
      return false;
    }
    return true;
  }

  void DeclareFinding(const ast::Finding& tree, std::uint32_t unit, std::uint32_t policy) {
    Finding finding;
    finding.span = tree.name.span;
    finding.policy = policy;
    finding.name = tree.name.text;
    finding.code = tree.code ? tree.code->text : tree.name.text;
    AddSymbol(finding.name, {SymbolKind::kFinding, static_cast<std::uint32_t>(analysis_.model.findings.size()), policy,
                             unit, tree.name.span});
    analysis_.model.findings.push_back(std::move(finding));
  }

  void DeclareRule(const ast::Rule& tree, std::uint32_t unit, std::uint32_t policy) {
    Rule rule;
    rule.kind = tree.kind;
    rule.policy = policy;
    rule.per_item = tree.per_item;
    rule.stage = analysis_.model.policies[policy].stage;
    const ast::Token& title = tree.name ? *tree.name : *tree.path;
    rule.span = title.span;
    rule.name = title.text;
    rule.code = tree.code ? tree.code->text : title.text;
    const auto index = static_cast<std::uint32_t>(analysis_.model.rules.size());
    if (tree.name) AddSymbol(rule.name, {SymbolKind::kRule, index, policy, unit, title.span});
    analysis_.model.rules.push_back(std::move(rule));
  }

  Analysis& analysis_;
};

void ResolveUnit(Analysis& analysis, std::uint32_t unit, std::uint32_t& policy, std::uint32_t& finding,
                 std::uint32_t& rule) {
  for (const ast::Policy& tree : analysis.units[unit].file->policies) {
    ResolvePolicy(analysis, policy, unit);
    for (const ast::Finding& each : tree.findings) ResolveFinding(analysis, finding++, each, unit);
    for (const ast::Rule& each : tree.rules) ResolveRule(analysis, rule++, each, unit);
    CheckUnformalised(analysis, tree, unit, policy);
    ++policy;
  }
}

}  // namespace

Model Analyse(std::span<const Unit> units, const vocabulary::Vocabulary& vocabulary, const law::Registry& law,
              const base::SourceStore& sources, diagnostics::Sink& sink) {
  Model model;
  Analysis analysis{vocabulary, law, sources, sink, model, units, {}, {}, {}, {}, {}};
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) Declaration(analysis).DeclareUnit(unit);
  for (std::uint32_t i = 0; i < model.definitions.size(); ++i)
    ResolveDefinition(analysis, i, model.definitions[i].span);
  std::uint32_t policy = 0, finding = 0, rule = 0;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) ResolveUnit(analysis, unit, policy, finding, rule);
  AttachExceptions(analysis);
  CheckExceptions(analysis);
  CheckNullGuards(analysis);
  CheckVersions(analysis);
  CheckCodes(analysis);
  FindCatalogueGuard(analysis);
  CheckUnreadFindings(analysis);
  ReportUnindexable(analysis);
  return model;
}

}  // namespace zhun::sema
