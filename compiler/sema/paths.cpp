// Dotted paths, 其, and names in 「」.
#include "compiler/sema/expressions.h"
#include "compiler/sema/suggest.h"

namespace zhun::sema {

using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Type;

namespace {

std::vector<std::string> Segments(const std::string& path) {
  std::vector<std::string> segments;
  std::size_t begin = 0;
  for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin)) {
    segments.push_back(path.substr(begin, dot - begin));
    begin = dot + 1;
  }
  segments.push_back(path.substr(begin));
  return segments;
}

bool IsIt(std::string_view word) { return word == "其" || word == "it"; }

/// Names in the script of `like`: Chinese suggestions for Chinese words, English for English ones.
void AddName(std::vector<std::string>& names, const base::Words& words, std::string_view like) {
  const bool chinese = !like.empty() && static_cast<unsigned char>(like[0]) >= 0x80;
  names.push_back(chinese ? words.zh : words.en);
}

std::string Prefix(const std::string& path, const std::string& wrong, const std::string& right) {
  std::string fixed = path;
  const std::size_t at = fixed.find(wrong);
  if (at != std::string::npos) fixed.replace(at, wrong.size(), right);
  return fixed;
}

}  // namespace

ExprId Expressions::It(base::Span span) {
  if (scope_.binder == 0) {
    analysis_.sink.Report(Code::kItWithoutSubject, span);
    return Bad(span);
  }
  return Make(ExprKind::kIt, scope_.it, span, {}, scope_.binder);
}

ExprId Expressions::StartOfPath(const std::string& segment, base::Span span) {
  if (IsIt(segment)) return It(span);
  std::vector<std::string> names;
  for (std::uint16_t i = 0; i < analysis_.vocabulary.roots.size(); ++i) {
    const vocabulary::Root& root = analysis_.vocabulary.roots[i];
    AddName(names, root.name, segment);
    if (!vocabulary::Names(root.name, segment)) continue;
    if (!scope_.any_stage && (root.stages & (1u << scope_.stage)) == 0) {
      const vocabulary::Enumeration& stages =
          analysis_.vocabulary.enumerations[vocabulary::FindEnumeration(analysis_.vocabulary, "stage")];
      analysis_.sink.Report(Code::kWrongStage, span, {{"root", root.name}, {"stage", stages.members[scope_.stage].name}});
      return Bad(span);
    }
    return Make(ExprKind::kRoot, root.type, span, {}, i);
  }
  diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kUnknownRoot, span, {{"word", segment}});
  if (const auto near = Nearest(segment, names)) {
    const std::string fixed = Prefix(std::string(analysis_.sources.TextOf(span)), segment, *near);
    report.fixes.push_back({span, fixed, {"改为“" + fixed + "”", "write " + fixed}});
  }
  return Bad(span);
}

ExprId Expressions::Step(ExprId record, const std::string& segment, base::Span span) {
  const Type type = At(record).type;
  if (type.list || type.base != Base::kRecord) {
    analysis_.sink.Report(type.list ? Code::kMemberOfList : Code::kNoMembers, span, {{"word", segment}, {"type", Describe(type)}});
    return Bad(span);
  }
  const vocabulary::Record& shape = analysis_.vocabulary.records[type.of];
  std::vector<std::string> names;
  for (std::uint16_t i = 0; i < shape.attributes.size(); ++i) {
    const vocabulary::Attribute& attribute = shape.attributes[i];
    if (attribute.form == vocabulary::Form::kFindings || attribute.form == vocabulary::Form::kIgnored) continue;
    AddName(names, attribute.name, segment);
    if (vocabulary::Names(attribute.name, segment)) return Make(ExprKind::kField, attribute.type, span, {record}, i);
  }
  for (const Symbol& symbol : Visible(analysis_, scope_, segment)) {
    if (symbol.kind != SymbolKind::kDerived || analysis_.model.definitions[symbol.index].record != type.of) continue;
    ResolveDefinition(analysis_, symbol.index, span);
    return Make(ExprKind::kDerived, analysis_.model.definitions[symbol.index].type, span, {record}, symbol.index);
  }
  diagnostics::Diagnostic& report =
      analysis_.sink.Report(Code::kUnknownAttribute, span, {{"word", segment}, {"record", shape.name}});
  if (const auto near = Nearest(segment, names)) {
    const std::string fixed = Prefix(std::string(analysis_.sources.TextOf(span)), segment, *near);
    report.fixes.push_back({span, fixed, {"改为“" + fixed + "”", "write " + fixed}});
  }
  return Bad(span);
}

ExprId Expressions::PathText(const std::string& path, base::Span span) {
  const std::vector<std::string> segments = Segments(path);
  ExprId at = StartOfPath(segments[0], span);
  for (std::size_t i = 1; i < segments.size() && !IsBad(at); ++i) at = Step(at, segments[i], span);
  return at;
}

ExprId Expressions::Path(const ast::Token& path) { return PathText(path.text, path.span); }

ExprId Expressions::UseDefinition(const Symbol& symbol, base::Span span) {
  ResolveDefinition(analysis_, symbol.index, span);
  const Type type = analysis_.model.definitions[symbol.index].type;
  if (type.base == Base::kError) return Bad(span);
  return Make(ExprKind::kDefinition, type, span, {}, symbol.index);
}

ExprId Expressions::Name(const ast::Expr& tree) {
  std::vector<Symbol> found = Visible(analysis_, scope_, tree.text);
  std::erase_if(found, [](const Symbol& symbol) { return symbol.kind == SymbolKind::kDerived; });
  if (found.empty()) {
    diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kUnknownName, tree.span, {{"name", tree.text}});
    std::vector<std::string> names;
    for (const auto& [name, symbol] : analysis_.symbols) names.push_back(name);
    if (const auto near = Nearest(tree.text, names)) {
      report.fixes.push_back({tree.span, "「" + *near + "」", {"改为「" + *near + "」", "write 「" + *near + "」"}});
    }
    return Bad(tree.span);
  }
  const Symbol& symbol = found.front();
  if (found.size() > 1) {
    diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kAmbiguousName, tree.span, {{"name", tree.text}});
    for (const Symbol& each : found) report.labels.push_back({each.span, {"这里定义了一个", "one is defined here"}});
    return Bad(tree.span);
  }
  switch (symbol.kind) {
    case SymbolKind::kDefinition: return UseDefinition(symbol, tree.span);
    case SymbolKind::kFinding: return Make(ExprKind::kFinding, kCondition, tree.span, {}, symbol.index);
    case SymbolKind::kRule: return Make(ExprKind::kBreach, kCondition, tree.span, {}, symbol.index);
    case SymbolKind::kDerived: break;
  }
  return Bad(tree.span);
}

void ResolveDefinition(Analysis& analysis, std::uint32_t definition, base::Span use) {
  using Progress = Analysis::Progress;
  Progress& progress = analysis.definition_progress[definition];
  if (progress == Progress::kDone) return;
  if (progress == Progress::kRunning) {
    diagnostics::Diagnostic& report =
        analysis.sink.Report(Code::kDefinitionCycle, use, {{"name", analysis.model.definitions[definition].name}});
    report.labels.push_back({analysis.model.definitions[definition].span, {"定义在这里", "defined here"}});
    return;
  }
  progress = Progress::kRunning;
  Scope scope;
  scope.unit = analysis.definition_units[definition];
  scope.policy = analysis.model.definitions[definition].policy;
  scope.any_stage = true;
  if (analysis.model.definitions[definition].derived) {
    scope.binder = analysis.model.binders++;
    scope.it = {Base::kRecord, analysis.model.definitions[definition].record, false};
  }
  const ast::ExprId tree = analysis.definition_trees[definition]->value;
  const ExprId value = Expressions(analysis, scope).Value(tree);
  Definition& done = analysis.model.definitions[definition];
  done.binder = scope.binder;
  done.value = value;
  done.type = analysis.model.exprs[value].type;
  analysis.definition_progress[definition] = Progress::kDone;
}

}  // namespace zhun::sema
