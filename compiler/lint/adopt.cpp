#include "compiler/lint/adopt.h"

#include <set>
#include <tuple>

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

/// What a rule has said of a place in a document.
using Said = std::tuple<RuleCode, base::SourceId, std::uint32_t, std::string>;

/// What rules have said of documents already, in their own words.
std::set<Said> SaidIn(const std::vector<Finding>& findings) {
  std::set<Said> said;
  for (const Finding& finding : findings) {
    if (!finding.pointer.empty()) {
      said.emplace(finding.rule, finding.span.source, finding.span.begin, finding.pointer);
    }
  }
  return said;
}

}  // namespace

void Adopt(const Request& request, std::vector<Diagnostic> messages, Outcome& outcome) {
  const std::set<Said> said = SaidIn(outcome.findings);
  for (Diagnostic& message : messages) {
    const std::optional<RuleCode> rule = AdopterOf(message);
    if (rule && Runs(request, *rule)) {
      const bool again = said.contains({*rule, message.span.source, message.span.begin, message.pointer});
      if (!again) outcome.findings.push_back(FindingOf(*rule, std::move(message)));
      continue;
    }
    outcome.faults.Report(message.code, message.span) = std::move(message);
  }
}

}  // namespace zhun::lint
