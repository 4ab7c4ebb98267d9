#include <map>

#include "tests/golden_runner/golden.h"
#include "tests/lint/linted.h"
#include "tests/lint/reported.h"

namespace zhun::testing {
namespace {

constexpr const char* kSettings = "zhun.toml";

/// "html zh": the small outcome in this format and language.
std::string Reported(const golden::Case& each) {
  const bool english = each.input.ends_with(" en\n");
  const std::string format = each.input.substr(0, each.input.find(' '));
  const lint::Outcome outcome = SmallOutcome();
  const lint::ReportContext context = SmallContext(english ? base::Language::kEnglish : base::Language::kChinese);
  if (format == "suppressions") return lint::SuppressionsAsText(outcome, context, kSettings);
  if (format == "suppressions_json") return lint::SuppressionsAsJson(outcome, kSettings);
  static const std::map<std::string, std::string (*)(const lint::Outcome&, const lint::ReportContext&)> formats = {
      {"text", lint::ReportAsText},           {"json", lint::ReportAsJson},
      {"sarif", lint::ReportAsSarif},         {"junit", lint::ReportAsJunit},
      {"github", lint::ReportAsGithub},       {"html", lint::ReportAsHtml},
      {"statistics", lint::StatisticsAsText}, {"statistics_json", lint::StatisticsAsJson},
  };
  return formats.at(format)(outcome, context);
}

}  // namespace
}  // namespace zhun::testing

/// Each format of the report, over one small outcome, against the text beside its name.
int main(int argc, char** argv) {
  using namespace zhun;
  const auto folder = testing::LintCases().parent_path() / "lint_report";
  return golden::Run(argc, argv, {{"LintReport", folder, {".format"}, testing::Reported}});
}
