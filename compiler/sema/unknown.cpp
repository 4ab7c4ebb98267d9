// What to say of a word, a name or a part of a path that is not known, and which known one comes nearest.
#include "compiler/sema/expressions.h"
#include "compiler/sema/suggest.h"

namespace zhun::sema {

using diagnostics::Code;
using vocabulary::Base;
using vocabulary::Type;

namespace {

bool IsChinese(std::string_view word) { return !word.empty() && static_cast<unsigned char>(word[0]) >= 0x80; }

/// Names in the script of `like`: Chinese suggestions for Chinese words, English for English ones.
void AddName(std::vector<std::string>& names, const base::Words& words, std::string_view like) {
  names.push_back(IsChinese(like) ? words.zh : words.en);
}

void Propose(diagnostics::Diagnostic& report, base::Span at, const std::string& instead) {
  report.fixes.push_back({at, instead, {"改为“" + instead + "”", "write " + instead}, true});
}

/// The only name that is part of `word` or that `word` is part of: 使用用途 and 用途.
std::optional<std::string> OnlyPart(std::string_view word, const std::vector<std::string>& names) {
  std::optional<std::string> found;
  for (const std::string& name : names) {
    const bool part = name.size() > 3 && (word.find(name) != word.npos || name.find(word) != name.npos);
    if (!part || found == name) continue;
    if (found) return std::nullopt;
    found = name;
  }
  return found;
}

/// Attributes that the program fills by itself cannot be read.
bool IsReadable(const vocabulary::Attribute& attribute) {
  return attribute.form != vocabulary::Form::kFindings && attribute.form != vocabulary::Form::kIgnored;
}

}  // namespace

void Expressions::ReportWrongStage(const vocabulary::Root& root, base::Span at) {
  const vocabulary::Enumeration& stages =
      analysis_.vocabulary.enumerations[vocabulary::FindEnumeration(analysis_.vocabulary, "stage")];
  base::Words possible;
  for (std::uint16_t i = 0; i < stages.members.size(); ++i) {
    if ((root.stages & (1u << i)) == 0) continue;
    possible.zh += (possible.zh.empty() ? "" : "、") + stages.members[i].name.zh;
    possible.en += (possible.en.empty() ? "" : ", ") + stages.members[i].name.en;
  }
  diagnostics::Diagnostic& report = analysis_.sink.Report(
      Code::kWrongStage, at, {{"root", root.name}, {"stages", possible}, {"stage", stages.members[scope_.stage].name}});
  report.help = {"环节由规则里或者策略开头的“环节”一行写明，例如：环节 使用",
                 "the stage is given by a line stage in the rule or in the policy's header, such as: stage use"};
}

void Expressions::ReportUnknownRoot(const std::string& segment, base::Span at) {
  std::vector<std::string> names;
  for (const vocabulary::Root& root : analysis_.vocabulary.roots) AddName(names, root.name, segment);
  diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kUnknownRoot, at, {{"word", segment}});
  if (const auto near = Nearest(segment, names)) return Propose(report, at, *near);
  // 需求部门.层级 for 申请.需求部门.层级
  for (const vocabulary::Root& root : analysis_.vocabulary.roots) {
    const bool readable = scope_.any_stage || (root.stages & (1u << scope_.stage)) != 0;
    if (root.type.base != Base::kRecord || !readable) continue;
    for (const vocabulary::Attribute& attribute : analysis_.vocabulary.records[root.type.of].attributes) {
      if (!IsReadable(attribute) || !vocabulary::Names(attribute.name, segment)) continue;
      Propose(report, at, (IsChinese(segment) ? root.name.zh : root.name.en) + "." + segment);
    }
  }
}

void Expressions::ReportNoMember(ExprId record, const std::string& segment, base::Span at) {
  const Type type = At(record).type;
  diagnostics::Diagnostic& report = analysis_.sink.Report(type.list ? Code::kMemberOfList : Code::kNoMembers, at,
                                                          {{"word", segment}, {"type", Describe(type)}});
  if (!type.list || scope_.in_quantifier) return;
  const std::string list(analysis_.sources.TextOf(At(record).span));
  report.help = {"写作 任一 " + list + "（其." + segment + " …）或者 每一 " + list + "（其." + segment + " …）",
                 "write any " + list + " (it." + segment + " …) or every " + list + " (it." + segment + " …)"};
}

void Expressions::ReportUnknownAttribute(ExprId record, const std::string& segment, base::Span at) {
  const vocabulary::Record& shape = analysis_.vocabulary.records[At(record).type.of];
  std::vector<std::string> names;
  for (const vocabulary::Attribute& attribute : shape.attributes) {
    if (IsReadable(attribute)) AddName(names, attribute.name, segment);
  }
  for (const auto& [name, symbol] : AllVisible(analysis_, scope_)) {
    if (symbol.kind != SymbolKind::kDerived) continue;
    if (analysis_.model.definitions[symbol.index].record == At(record).type.of) names.push_back(name);
  }
  diagnostics::Diagnostic& report =
      analysis_.sink.Report(Code::kUnknownAttribute, at, {{"word", segment}, {"record", shape.name}});
  if (const auto near = Nearest(segment, names)) return Propose(report, at, *near);
  if (const auto deeper = OneStepDeeper(At(record).type.of, segment)) return Propose(report, at, *deeper);
  if (const auto part = OnlyPart(segment, names)) Propose(report, at, *part);
}

/// 申请.层级 for 申请.需求部门.层级: the only record below `record` that has the attribute.
std::optional<std::string> Expressions::OneStepDeeper(std::uint16_t record, const std::string& segment) const {
  std::optional<std::string> found;
  for (const vocabulary::Attribute& outer : analysis_.vocabulary.records[record].attributes) {
    if (!IsReadable(outer) || outer.type.list || outer.type.base != Base::kRecord) continue;
    for (const vocabulary::Attribute& inner : analysis_.vocabulary.records[outer.type.of].attributes) {
      if (!IsReadable(inner) || !vocabulary::Names(inner.name, segment)) continue;
      if (found) return std::nullopt;
      found = (IsChinese(segment) ? outer.name.zh : outer.name.en) + "." + segment;
    }
  }
  return found;
}

void Expressions::ReportUnknownName(const ast::Expr& tree, Type expected) {
  diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kUnknownName, tree.span, {{"name", tree.text}});
  const auto elsewhere = analysis_.symbols.find(tree.text);
  if (elsewhere != analysis_.symbols.end() && elsewhere->second.kind != SymbolKind::kDerived) {
    report.labels.push_back(
        {elsewhere->second.span, {"在这个文件里有，须先引入", "it is in this file, which must be imported"}});
    return;
  }
  std::vector<std::string> names;
  for (const auto& [name, symbol] : AllVisible(analysis_, scope_)) {
    if (symbol.kind != SymbolKind::kDerived) names.push_back(name);
  }
  if (expected.base == Base::kText) {
    report.fixes.push_back({tree.span, "“" + tree.text + "”", {"改用引号", "put it in quotation marks"}});
  } else if (const auto near = Nearest(tree.text, names)) {
    report.fixes.push_back(
        {tree.span, "「" + *near + "」", {"改为「" + *near + "」", "write 「" + *near + "」"}, true});
  }
}

void Expressions::ReportUnknownWord(const ast::Expr& tree) {
  diagnostics::Diagnostic& report = analysis_.sink.Report(Code::kUnknownWord, tree.span, {{"word", tree.text}});
  const auto propose = [&](const std::string& instead) {
    report.fixes.push_back({tree.span, instead, {"改为：" + instead, "write " + instead}, true});
  };
  const std::vector<Symbol> declared = Visible(analysis_, scope_, tree.text);
  if (!declared.empty() && declared.front().kind != SymbolKind::kDerived) propose("「" + tree.text + "」");
  for (const vocabulary::Root& root : analysis_.vocabulary.roots) {
    const bool readable = scope_.any_stage || (root.stages & (1u << scope_.stage)) != 0;
    if (root.type.base != Base::kRecord || !readable) continue;
    for (const vocabulary::Attribute& attribute : analysis_.vocabulary.records[root.type.of].attributes) {
      if (!IsReadable(attribute) || !vocabulary::Names(attribute.name, tree.text)) continue;
      propose((IsChinese(tree.text) ? root.name.zh : root.name.en) + "." + tree.text);
    }
  }
}

}  // namespace zhun::sema
