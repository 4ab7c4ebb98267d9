// Dotted paths, 其, and names in 「」.
#include "compiler/sema/expressions.h"

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

const base::Words kIt{"其", "it"};

bool IsIt(std::string_view word) { return vocabulary::Names(kIt, word); }

/// Where each of `count` segments stands in the source: full-width dots separate as well.
std::vector<base::Span> SegmentSpans(std::string_view text, base::Span path, std::size_t count) {
  constexpr std::string_view wide_dot = "．";
  std::vector<base::Span> spans;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool wide = text.substr(i).starts_with(wide_dot);
    if (i < text.size() && text[i] != '.' && !wide) continue;
    spans.push_back(
        {path.source, path.begin + static_cast<std::uint32_t>(begin), path.begin + static_cast<std::uint32_t>(i)});
    begin = i + (wide ? wide_dot.size() : 1);
  }
  if (spans.size() != count) spans.assign(count, path);
  return spans;
}

}  // namespace

ExprId Expressions::It(base::Span span) {
  if (scope_.binder == 0) {
    analysis_.sink.Report(Code::kItWithoutSubject, span);
    return Bad(span);
  }
  return Make(ExprKind::kIt, scope_.it, span, {}, scope_.binder);
}

ExprId Expressions::StartOfPath(const std::string& segment, base::Span at) {
  if (IsIt(segment)) {
    analysis_.Spell(at, kIt);
    return It(at);
  }
  for (std::uint16_t i = 0; i < analysis_.vocabulary.roots.size(); ++i) {
    const vocabulary::Root& root = analysis_.vocabulary.roots[i];
    if (!vocabulary::Names(root.name, segment)) continue;
    analysis_.Spell(at, root.name);
    if (scope_.any_stage || (root.stages & (1u << scope_.stage)) != 0) {
      return Make(ExprKind::kRoot, root.type, at, {}, i);
    }
    ReportWrongStage(root, at);
    return Bad(at);
  }
  ReportUnknownRoot(segment, at);
  return Bad(at);
}

ExprId Expressions::Derived(ExprId record, const std::string& segment, base::Span at, base::Span path) {
  for (const Symbol& symbol : Visible(analysis_, scope_, segment)) {
    if (symbol.kind != SymbolKind::kDerived) continue;
    if (analysis_.model.definitions[symbol.index].record != At(record).type.of) continue;
    analysis_.Spell(at, {segment, segment});
    ResolveDefinition(analysis_, symbol.index, path);
    return Make(ExprKind::kDerived, analysis_.model.definitions[symbol.index].type, path, {record}, symbol.index);
  }
  return {};
}

ExprId Expressions::Step(ExprId record, const std::string& segment, base::Span at, base::Span path) {
  const Type type = At(record).type;
  if (type.list || type.base != Base::kRecord) {
    ReportNoMember(record, segment, at);
    return Bad(path);
  }
  const vocabulary::Record& shape = analysis_.vocabulary.records[type.of];
  for (std::uint16_t i = 0; i < shape.attributes.size(); ++i) {
    const vocabulary::Attribute& attribute = shape.attributes[i];
    if (attribute.form == vocabulary::Form::kFindings || attribute.form == vocabulary::Form::kIgnored) continue;
    if (!vocabulary::Names(attribute.name, segment)) continue;
    analysis_.Spell(at, attribute.name);
    return Make(ExprKind::kField, attribute.type, path, {record}, i);
  }
  if (const ExprId derived = Derived(record, segment, at, path); derived.IsValid()) return derived;
  ReportUnknownAttribute(record, segment, at);
  return Bad(path);
}

ExprId Expressions::PathText(const std::string& path, base::Span span) {
  const std::vector<std::string> segments = Segments(path);
  const std::vector<base::Span> places = SegmentSpans(analysis_.sources.TextOf(span), span, segments.size());
  ExprId at = StartOfPath(segments[0], places[0]);
  for (std::size_t i = 1; i < segments.size() && !IsBad(at); ++i) {
    at = Step(at, segments[i], places[i], {span.source, span.begin, places[i].end});
  }
  return at;
}

ExprId Expressions::Path(const ast::Token& path) { return PathText(path.text, path.span); }

ExprId Expressions::UseDefinition(const Symbol& symbol, base::Span span) {
  ResolveDefinition(analysis_, symbol.index, span);
  const Type type = analysis_.model.definitions[symbol.index].type;
  if (type.base == Base::kError) return Bad(span);
  return Make(ExprKind::kDefinition, type, span, {}, symbol.index);
}

ExprId Expressions::Name(const ast::Expr& tree, Type expected) {
  std::vector<Symbol> found = Visible(analysis_, scope_, tree.text);
  std::erase_if(found, [](const Symbol& symbol) { return symbol.kind == SymbolKind::kDerived; });
  if (found.empty()) {
    ReportUnknownName(tree, expected);
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
