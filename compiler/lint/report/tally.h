#pragma once

#include <string_view>
#include <vector>

#include "compiler/lint/report/report.h"

/// Counting, the same for every format.
namespace zhun::lint {

struct Tally {
  std::size_t errors = 0, warnings = 0, notes = 0, waived = 0, known = 0;

  void Count(const Finding& finding);
  std::size_t Counting() const { return errors + warnings + notes; }
  std::size_t All() const { return Counting() + waived + known; }
};

Tally TallyOf(const Outcome& outcome);

/// One tally for each row of the table of rules, in its order.
std::vector<Tally> TallyByRule(const Outcome& outcome);

/// The rules that ran, in the order of the table.
std::vector<RuleCode> RulesThatRan(const ReportContext& context);

/// "错误" / "error"; of SARIF "note".
const base::Words& NameOf(diagnostics::Severity severity);
std::string_view WordOf(diagnostics::Severity severity);

/// The family of a rule: 目录, 策略, 期限, 引用, 文风. `letter`: first of its code.
const base::Words& FamilyOf(char letter);

}  // namespace zhun::lint
