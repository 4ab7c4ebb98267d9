#include "compiler/driver/lint_report.h"

#include <map>
#include <ostream>

#include "compiler/driver/files.h"

namespace zhun::driver {
namespace {

using diagnostics::Severity;
using Format = std::string (*)(const lint::Outcome&, const lint::ReportContext&);

/// The files and folders under review, as the user named them.
std::vector<std::string> ScopeOf(const Arguments& arguments) {
  std::vector<std::string> scope = arguments.Operands();
  for (const Option option : {Option::kLintCatalog, Option::kLintApplication}) {
    if (const std::string* path = arguments.Value(option)) scope.push_back(*path);
  }
  return scope;
}

std::string InFormat(const std::string& name, const lint::Outcome& outcome, const lint::ReportContext& context) {
  static const std::map<std::string, Format> formats = {
      {"text", lint::ReportAsText},   {"json", lint::ReportAsJson},     {"sarif", lint::ReportAsSarif},
      {"junit", lint::ReportAsJunit}, {"github", lint::ReportAsGithub}, {"html", lint::ReportAsHtml}};
  return formats.at(name)(outcome, context);
}

std::string ReportOf(const Arguments& arguments, const lint::Request& request, const lint::Outcome& outcome,
                     Severity fail_level, bool compared, const Host& host) {
  const std::string* chosen = arguments.Value(Option::kLintFormat);
  const std::string format = chosen == nullptr ? "text" : *chosen;
  const bool to_terminal = host.out_terminal && !arguments.Has(Option::kLintOutput);
  const lint::ReportContext context{
      request.library.law, request.as_of, arguments.Language(), to_terminal,       request.rules,
      fail_level,          compared,      ZHUN_VERSION,         ScopeOf(arguments)};
  const std::string& settings = request.settings.file;
  if (arguments.Has(Option::kSuppressions)) {
    return format == "json" ? lint::SuppressionsAsJson(outcome, settings)
                            : lint::SuppressionsAsText(outcome, context, settings);
  }
  if (arguments.Has(Option::kStatistics)) {
    return format == "json" ? lint::StatisticsAsJson(outcome, context) : lint::StatisticsAsText(outcome, context);
  }
  return InFormat(format, outcome, context);
}

}  // namespace

bool PrintReport(const Arguments& arguments, const lint::Request& request, const lint::Outcome& outcome,
                 Severity fail_level, bool compared, Host& host) {
  const std::string report = ReportOf(arguments, request, outcome, fail_level, compared, host);
  const std::string* path = arguments.Value(Option::kLintOutput);
  if (path == nullptr) {
    host.out << report;
    return true;
  }
  diagnostics::Sink sink;
  WriteFile(*path, report, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return !sink.HasErrors();
}

}  // namespace zhun::driver
