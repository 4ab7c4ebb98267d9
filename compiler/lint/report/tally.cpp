#include "compiler/lint/report/tally.h"

namespace zhun::lint {

using diagnostics::Severity;

void Tally::Count(const Finding& finding) {
  if (finding.suppression) {
    ++waived;
  } else if (finding.known) {
    ++known;
  } else if (finding.level == Severity::kError) {
    ++errors;
  } else {
    ++(finding.level == Severity::kWarning ? warnings : notes);
  }
}

Tally TallyOf(const Outcome& outcome) {
  Tally tally;
  for (const Finding& finding : outcome.findings) tally.Count(finding);
  return tally;
}

std::vector<Tally> TallyByRule(const Outcome& outcome) {
  std::vector<Tally> tallies(RuleRows().size());
  for (const Finding& finding : outcome.findings) tallies[static_cast<std::size_t>(finding.rule)].Count(finding);
  return tallies;
}

std::vector<RuleCode> RulesThatRan(const ReportContext& context) {
  if (!context.rules.empty()) return context.rules;
  std::vector<RuleCode> rules;
  for (const RuleRow& row : RuleRows()) rules.push_back(row.code);
  return rules;
}

const base::Words& NameOf(Severity severity) {
  static const base::Words names[] = {{"错误", "error"}, {"警告", "warning"}, {"提示", "note"}};
  return names[static_cast<std::size_t>(severity)];
}

std::string_view WordOf(Severity severity) { return NameOf(severity).en; }

const base::Words& FamilyOf(char letter) {
  static const base::Words entries{"目录条目", "Catalogue entries"}, policies{"策略", "Policies"},
      time{"期限", "Time limits"}, citations{"引用", "Citations"}, style{"文字", "Style"};
  switch (letter) {
    case 'K': return entries;
    case 'P': return policies;
    case 'T': return time;
    case 'C': return citations;
    default: return style;
  }
}

}  // namespace zhun::lint
