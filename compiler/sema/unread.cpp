#include "compiler/sema/unread.h"

#include <vector>

namespace zhun::sema {

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
  }
}

}  // namespace zhun::sema
