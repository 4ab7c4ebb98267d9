#include "compiler/lint/adopt.h"

#include "compiler/lint/locate.h"
#include "compiler/lint/rules.h"
#include "compiler/lint/selection.h"

namespace zhun::lint {
namespace {

using diagnostics::Diagnostic;
using diagnostics::Severity;

Finding FindingOf(RuleCode rule, Diagnostic message) {
  Finding finding;
  finding.rule = rule;
  // Errors stand first: what does not compile is never less than an error.
  finding.level = std::min(diagnostics::SeverityOf(message), RowOf(rule).level);
  finding.message = diagnostics::MessageOf(message);
  finding.span = message.span;
  finding.key = message.pointer;
  finding.pointer = std::move(message.pointer);
  finding.labels = std::move(message.labels);
  finding.fixes = std::move(message.fixes);
  finding.help = std::move(message.help);
  return finding;
}

/// Whether a rule has said the same of the same place already, in its own words.
bool IsSaid(const std::vector<Finding>& findings, const Diagnostic& message, RuleCode rule) {
  if (message.pointer.empty()) return false;
  return std::ranges::any_of(findings, [&](const Finding& finding) {
    return finding.rule == rule && finding.span == message.span && finding.pointer == message.pointer;
  });
}

}  // namespace

void Adopt(const Request& request, std::vector<Diagnostic> messages, Outcome& outcome) {
  for (Diagnostic& message : messages) {
    const std::optional<RuleCode> rule = AdopterOf(message);
    if (rule && Runs(request, *rule)) {
      if (!IsSaid(outcome.findings, message, *rule)) outcome.findings.push_back(FindingOf(*rule, std::move(message)));
      continue;
    }
    outcome.faults.Report(message.code, message.span) = std::move(message);
  }
}

}  // namespace zhun::lint
