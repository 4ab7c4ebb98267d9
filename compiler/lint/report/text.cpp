#include <fmt/format.h>

#include "compiler/lint/report/report.h"
#include "compiler/lint/report/tally.h"
#include "runtime/diagnostics/paint.h"
#include "runtime/diagnostics/render_text.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::lint {
namespace {

using base::In;
using base::Language;
using diagnostics::Visible;

/// What the findings below are about: "GD-MZ-0101 最低生活保障对象信息（某省民政厅）".
std::string Heading(const Finding& finding, const ReportContext& context) {
  std::string heading = Visible(finding.subject);
  if (!finding.title.empty()) heading += " " + Visible(finding.title);
  if (!finding.owner.empty()) {
    heading += context.language == Language::kChinese ? "（" + Visible(finding.owner) + "）"
                                                      : " (" + Visible(finding.owner) + ")";
  }
  const diagnostics::Paint paint{context.colour};
  return paint(diagnostics::Colour::kBold, "== " + heading) + "\n\n";
}

std::string Undecided(const Findings::Open& open, const base::SourceStore& sources, Language language) {
  std::string text = In(language, {"无法判定", "not settled"}) + fmt::format("[{}]: ", RowOf(open.rule).text);
  text += Visible(In(language, open.what)) + "\n";
  if (!open.span.source.IsValid()) return text;
  const base::Position at = sources.PositionOf(open.span.source, open.span.begin);
  return text + fmt::format(" --> {}:{}:{}\n", Visible(sources[open.span.source].name), at.line, at.column);
}

std::string Looked(const Outcome& outcome, Language language) {
  return language == Language::kChinese ? fmt::format("检查了 {} 个策略、{} 个目录条目、{} 件申请", outcome.policies,
                                                      outcome.entries, outcome.applications)
                                        : fmt::format("Policies: {}, entries: {}, applications: {}", outcome.policies,
                                                      outcome.entries, outcome.applications);
}

std::string Summary(const Outcome& outcome, const ReportContext& context) {
  const Tally tally = TallyOf(outcome);
  const bool chinese = context.language == Language::kChinese;
  std::string text = Looked(outcome, context.language);
  text += chinese ? fmt::format("：{} 个错误，{} 个警告，{} 个提示", tally.errors, tally.warnings, tally.notes)
                  : fmt::format(". Errors: {}, warnings: {}, notes: {}", tally.errors, tally.warnings, tally.notes);
  const auto also = [&](std::size_t count, const char* zh, const char* en) {
    if (count > 0) text += fmt::format("{}{}", chinese ? zh : en, count);
  };
  also(tally.waived, "；豁免 ", "; waived: ");
  also(tally.known, "；基线已有 ", "; in the baseline: ");
  also(outcome.gone, "；基线中已消失 ", "; gone from the baseline: ");
  also(outcome.undecided.size(), "；无法判定 ", "; not settled: ");
  return text + (chinese ? "。\n" : ".\n");
}

}  // namespace

std::string ReportAsText(const Outcome& outcome, const ReportContext& context) {
  const base::SourceStore& sources = outcome.compilation.sources;
  std::string text;
  const Finding* last = nullptr;
  for (const Finding& finding : outcome.findings) {
    if (!Counts(finding)) continue;
    const bool same = last != nullptr && last->subject == finding.subject && last->span.source == finding.span.source;
    if (!same && !finding.subject.empty()) text += Heading(finding, context);
    last = &finding;
    text += diagnostics::RenderText(BareMessageOf(finding, sources), sources, context.language, context.colour) + "\n";
  }
  for (const Findings::Open& open : outcome.undecided) text += Undecided(open, sources, context.language) + "\n";
  return text + Summary(outcome, context);
}

}  // namespace zhun::lint
