#include <fmt/format.h>

#include "compiler/lint/report/report.h"
#include "runtime/diagnostics/render_text.h"

namespace zhun::lint {
namespace {

using diagnostics::Severity;

struct Tally {
  std::size_t errors = 0, warnings = 0, notes = 0, waived = 0, known = 0;
};

Tally CountsOf(const Outcome& outcome) {
  Tally counts;
  for (const Finding& finding : outcome.findings) {
    if (finding.suppression) {
      ++counts.waived;
    } else if (finding.known) {
      ++counts.known;
    } else if (finding.level == Severity::kError) {
      ++counts.errors;
    } else {
      ++(finding.level == Severity::kWarning ? counts.warnings : counts.notes);
    }
  }
  return counts;
}

base::Words Looked(const Outcome& outcome) {
  return {fmt::format("检查了 {} 个策略、{} 个目录条目、{} 件申请", outcome.policies, outcome.entries,
                      outcome.applications),
          fmt::format("Policies: {}, entries: {}, applications: {}", outcome.policies, outcome.entries,
                      outcome.applications)};
}

std::string Summary(const Outcome& outcome, const ReportContext& context) {
  const Tally counts = CountsOf(outcome);
  const bool chinese = context.language == base::Language::kChinese;
  std::string text = base::In(context.language, Looked(outcome));
  text += chinese ? fmt::format("：{} 个错误，{} 个警告，{} 个提示", counts.errors, counts.warnings, counts.notes)
                  : fmt::format(". Errors: {}, warnings: {}, notes: {}", counts.errors, counts.warnings, counts.notes);
  if (counts.waived > 0) text += fmt::format(fmt::runtime(chinese ? "；豁免 {}" : "; waived: {}"), counts.waived);
  if (counts.known > 0)
    text += fmt::format(fmt::runtime(chinese ? "；基线已有 {}" : "; in the baseline: {}"), counts.known);
  if (outcome.gone > 0) {
    text += fmt::format(fmt::runtime(chinese ? "；基线中已消失 {} 处" : "; gone from the baseline: {}"), outcome.gone);
  }
  if (const std::size_t open = outcome.undecided.size(); open > 0) {
    text += fmt::format(fmt::runtime(chinese ? "；无法判定 {}" : "; not settled: {}"), open);
  }
  return text + (chinese ? "。\n" : ".\n");
}

}  // namespace

std::string ReportAsText(const Outcome& outcome, const ReportContext& context) {
  std::string text;
  for (const Finding& finding : outcome.findings) {
    if (!Counts(finding)) continue;
    const auto message = MessageOf(finding, outcome, context.law, context.as_of);
    text += diagnostics::RenderText(message, outcome.compilation.sources, context.language, context.colour) + "\n";
  }
  return text + Summary(outcome, context);
}

}  // namespace zhun::lint
