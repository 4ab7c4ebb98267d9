#include "compiler/driver/sample_page.h"

#include <sstream>

#include "runtime/diagnostics/visible_text.h"

namespace zhun::driver {
namespace {

/// Indented, and with what a terminal would hide.
std::string Shown(const std::string& sample) {
  std::string text;
  std::istringstream lines(sample);
  for (std::string line; std::getline(lines, line);) {
    text += line.empty() ? "\n" : "    " + diagnostics::Visible(line) + "\n";
  }
  return text;
}

}  // namespace

const base::Words& WordsOf(diagnostics::Severity severity) {
  static const base::Words error{"错误", "error"}, warning{"警告", "warning"}, information{"提示", "information"};
  switch (severity) {
    case diagnostics::Severity::kError: return error;
    case diagnostics::Severity::kWarning: return warning;
    case diagnostics::Severity::kInformation: return information;
  }
  return error;
}

std::string SampleAsText(const base::Words& bad, const base::Words& good, base::Language language) {
  static const base::Words wrong{"写错的：", "Wrong:"}, right{"改正后：", "Right:"}, nothing{"（空的）", "(empty)"};
  const auto shown = [&](const base::Words& words) {
    const std::string& text = base::In(language, words);
    return text.empty() ? "    " + base::In(language, nothing) + "\n" : Shown(text);
  };
  return "\n  " + base::In(language, wrong) + "\n" + shown(bad) + "\n  " + base::In(language, right) + "\n" +
         shown(good);
}

}  // namespace zhun::driver
