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

/// What rules have said in their own words, by rule and place: the compiler need not say it again.
class Said {
 public:
  explicit Said(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      if (!finding.pointer.empty()) places_.emplace(finding.rule, finding.span.begin, finding.pointer);
    }
  }

  bool Holds(RuleCode rule, const Diagnostic& message) const {
    return !message.pointer.empty() && places_.contains({rule, message.span.begin, message.pointer});
  }

 private:
  std::set<std::tuple<RuleCode, std::uint32_t, std::string>> places_;
};

}  // namespace

void Adopt(const Request& request, std::vector<Diagnostic> messages, Outcome& outcome) {
  const Said said(outcome.findings);
  for (Diagnostic& message : messages) {
    const std::optional<RuleCode> rule = AdopterOf(message.code);
    if (rule && Runs(request, *rule)) {
      if (!said.Holds(*rule, message)) outcome.findings.push_back(FindingOf(*rule, std::move(message)));
      continue;
    }
    outcome.faults.Report(message.code, message.span) = std::move(message);
  }
}

}  // namespace zhun::lint
