#pragma once

#include <string>

#include "compiler/lint/run.h"

/// The findings of a run as text. Waived findings and those of the baseline are shown where a format can say so, and never
/// counted.
namespace zhun::lint {

/// What every format needs to know besides the outcome.
struct ReportContext {
  const law::Registry& law;
  base::Date as_of;
  base::Language language = base::Language::kChinese;
  bool colour = false;
  bool statistics = false;  ///< text: a table of rules with their counts instead of the findings
};

/// For people: each finding as a message with its excerpt, then the counts, and what could not be settled.
std::string ReportAsText(const Outcome& outcome, const ReportContext& context);

/// One JSON object a line, in the form of the contract, with `subject`, `owner`, `fingerprint`, and where there is one
/// `suppression`, `witness`, `baseline`.
std::string ReportAsJson(const Outcome& outcome, const ReportContext& context);

}  // namespace zhun::lint
