#include "compiler/sema/unread.h"

#include <algorithm>
#include <string>
#include <vector>

namespace zhun::sema {

namespace {

const ast::Finding* TreeOf(const Model& model, const Finding& finding) {
  for (const ast::Finding& tree : model.policies[finding.policy].tree->findings) {
    if (tree.name.span == finding.span) return &tree;
  }
  return nullptr;
}

/// The requirement that most authors meant: behind the finding, on the same published condition.
void ProposeRule(const Analysis& analysis, const Finding& finding, diagnostics::Diagnostic& report) {
  const ast::Finding* tree = TreeOf(analysis.model, finding);
  const bool published = tree != nullptr && std::ranges::any_of(finding.basis, [](const Citation& citation) {
                           return citation.kind == Citation::Kind::kCatalogue;
                         });
  if (!published) return;  // without one the requirement would be refused in its turn
  const base::Span basis{finding.span.source, tree->basis.front().span.begin, tree->basis.back().span.end};
  const std::string cited(analysis.sources.TextOf(basis));
  const bool chinese = static_cast<unsigned char>(analysis.sources.TextOf(tree->span).front()) >= 0x80;
  const std::string name = "「" + finding.name + "」";
  const std::string rule =
      chinese ? "\n  要求 「须" + finding.name + "」 { 须 " + name + " 依据 " + cited + " 理由 “没有作出这项认定” }"
              : "\n  require 「" + finding.name + " needed」 { must " + name + " basis " + cited +
                    " because \"Not so found\" }";
  const base::Span behind{finding.span.source, tree->span.end, tree->span.end};
  report.fixes.push_back({behind, rule, {"补上使用它的要求", "add a requirement that reads it"}, true});
}

}  // namespace

void CheckUnreadFindings(Analysis& analysis) {
  if (analysis.sink.HasErrors()) return;
  const Model& model = analysis.model;
  std::vector<bool> read(model.findings.size(), false);
  for (const Expr& expr : model.exprs) {
    if (expr.kind == ExprKind::kFinding) read[expr.ref] = true;
  }
  for (std::size_t i = 0; i < model.findings.size(); ++i) {
    const Finding& finding = model.findings[i];
    if (read[i] || model.policies[finding.policy].role != Role::kEntry) continue;
    diagnostics::Diagnostic& report =
        analysis.sink.Report(diagnostics::Code::kFindingUnread, finding.span, {{"name", finding.name}});
    report.help = {"要它起作用，在要求里写：须 「" + finding.name + "」",
                   "to make it count, write in a requirement: must 「" + finding.name + "」"};
    ProposeRule(analysis, finding, report);
  }
}

}  // namespace zhun::sema
