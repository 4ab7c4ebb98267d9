#pragma once

#include <string>
#include <vector>

#include "compiler/lint/run.h"

/// The findings of a run as text. Pure functions: equal outcomes give equal texts. Waived findings and those of the
/// baseline are shown where a format can say so, and never counted.
namespace zhun::lint {

/// What every format needs to know besides the outcome.
struct ReportContext {
  const law::Registry& law;
  base::Date as_of;
  base::Language language = base::Language::kChinese;
  bool colour = false;               ///< text: for a terminal
  std::vector<RuleCode> rules = {};  ///< those that ran, in the order of the table; empty: all
  /// From this level on a finding makes the review fail (JUnit).
  diagnostics::Severity fail_level = diagnostics::Severity::kError;
  bool compared = false;     ///< a baseline was given: SARIF says of each finding whether it is new
  std::string version = {};  ///< of the program; may be empty
  std::vector<std::string> scope = {};  ///< files and folders under review, as the user named them
};

/// For people at a terminal: each finding as a message with its excerpt, under the entry, application or policy it is
/// about; then what could not be settled, and the counts.
std::string ReportAsText(const Outcome& outcome, const ReportContext& context);

/// One JSON object a line, in the form of the contract (code, severity, message, file, range, pointer, help, basis,
/// labels, fix; runtime/diagnostics/render_json.h), and besides:
///
///     "subject": id of the entry or application, or code of the policy; "owner": 提供单位 or 制定机关;
///     "fingerprint": 16 digits that stay the same while lines move;
///     "suppression": {"reason":…,"until":"2027-01-01"|null} where it is waived;
///     "baseline": true where the baseline has it; "witness": a case that shows it.
std::string ReportAsJson(const Outcome& outcome, const ReportContext& context);

/// SARIF 2.1.0 for code-scanning viewers: one run; rules with help, results with regions (columns in code points),
/// related places in the texts of the law (embedded), fingerprints, fixes, suppressions. Has no time stamp.
std::string ReportAsSarif(const Outcome& outcome, const ReportContext& context);

/// JUnit XML: one suite a family of rules; a rule without findings passes, a finding from the level of failure on is a
/// failure, a lesser one passes with its words as output, a waived one or one of the baseline is skipped.
std::string ReportAsJunit(const Outcome& outcome, const ReportContext& context);

/// Workflow commands of GitHub, one a line: ::error file=…,line=…,col=…,title=…::message. Only findings that count.
std::string ReportAsGithub(const Outcome& outcome, const ReportContext& context);

/// One self-contained page for a reviewer to hand over: counts, findings by article and by owner, what is waived.
/// However many findings there are, it stays readable: equal ones stand together, and the rest is counted.
std::string ReportAsHtml(const Outcome& outcome, const ReportContext& context);

/// How often each rule found something: a table for people, or one JSON object a rule and line:
/// {"code":…,"severity":…,"title":{…},"count":…,"waived":…,"baseline":…}.
std::string StatisticsAsText(const Outcome& outcome, const ReportContext& context);
std::string StatisticsAsJson(const Outcome& outcome, const ReportContext& context);

/// Every waiver: a table for people, or one JSON object a waiver and line: {"code":…,"subject":…,"reason":…,
/// "until":…|null,"expired":…,"used":…,"file":…,"line":…}. `settings_file`: where those without a policy stand.
std::string SuppressionsAsText(const Outcome& outcome, const ReportContext& context, const std::string& settings_file);
std::string SuppressionsAsJson(const Outcome& outcome, const std::string& settings_file);

}  // namespace zhun::lint
