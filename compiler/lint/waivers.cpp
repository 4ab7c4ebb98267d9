#include "compiler/lint/waivers.h"

namespace zhun::lint {
namespace {

Waiver Of(const sema::Policy& policy, const ast::Waiver& tree, base::Date as_of) {
  Waiver waiver;
  waiver.code = tree.lint.text;
  waiver.rule = RuleNamed(tree.lint.text);
  waiver.reason = tree.reason.text;
  waiver.until = base::ParseDate(tree.until.text);
  waiver.subject = policy.code;
  waiver.entry = policy.entry_id;
  waiver.span = tree.span;
  waiver.expired = waiver.until && *waiver.until < as_of;
  return waiver;
}

Waiver Of(const SettingsWaiver& row, const std::string& code, base::Date as_of) {
  Waiver waiver;
  waiver.code = code;
  waiver.rule = row.rule;
  waiver.reason = row.reason;
  waiver.until = row.until;
  waiver.subject = row.subject;
  waiver.line = row.line;
  waiver.expired = waiver.until && *waiver.until < as_of;
  return waiver;
}

bool Covers(const Waiver& waiver, const Finding& finding) {
  if (waiver.expired || waiver.rule != finding.rule) return false;
  if (!waiver.span.source.IsValid()) return Matches(waiver.subject, finding.subject);
  if (finding.pointer.empty() && finding.span.source == waiver.span.source) return finding.subject == waiver.subject;
  return !waiver.entry.empty() && finding.subject == waiver.entry;
}

}  // namespace

void ApplyWaivers(const Request& request, const std::vector<std::uint32_t>& wanted, Outcome& outcome) {
  for (const std::uint32_t index : wanted) {
    const sema::Policy& policy = outcome.compilation.model.policies[index];
    for (const ast::Waiver& tree : policy.tree->waivers) outcome.waivers.push_back(Of(policy, tree, request.as_of));
  }
  for (const SettingsWaiver& row : request.settings.waivers) {
    outcome.waivers.push_back(Of(row, std::string(RowOf(row.rule).text), request.as_of));
  }
  for (Finding& finding : outcome.findings) {
    for (Waiver& waiver : outcome.waivers) {
      if (finding.suppression || !Covers(waiver, finding)) continue;
      ++waiver.used;
      finding.suppression = Suppression{waiver.reason, waiver.until};
    }
  }
}

}  // namespace zhun::lint
