#include "compiler/scenario/report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "runtime/diagnostics/render_json.h"
#include "runtime/diagnostics/render_text.h"
#include "runtime/diagnostics/visible_text.h"

namespace zhun::scenario {
namespace {

using base::In;
using base::Language;
using Json = nlohmann::ordered_json;

const char* CodeOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed: return "passed";
    case Verdict::kFailed: return "failed";
    case Verdict::kFaulty: return "faulty";
  }
  return "";
}

base::Words Mark(Verdict verdict) {
  switch (verdict) {
    case Verdict::kPassed: return {"通过", "passed"};
    case Verdict::kFailed: return {"不通过", "FAILED"};
    case Verdict::kFaulty: return {"有错", "FAULTY"};
  }
  return {};
}

std::string Faults(const Result& result, const base::SourceStore& sources, Language language, bool colour) {
  std::string text;
  for (const diagnostics::Diagnostic& fault : result.faults.All()) {
    if (diagnostics::SeverityOf(fault.code) == diagnostics::Severity::kError) {
      text += diagnostics::RenderText(fault, sources, language, colour);
    }
  }
  return text;
}

std::string Summary(const std::vector<Result>& results, Language language) {
  const std::size_t passed = CountOf(results, Verdict::kPassed);
  const std::size_t failed = CountOf(results, Verdict::kFailed), faulty = CountOf(results, Verdict::kFaulty);
  if (language == Language::kChinese)
    return fmt::format("{} 个测试：{} 个通过，{} 个不通过，{} 个有错\n", results.size(), passed, failed, faulty);
  return fmt::format("{} {}: {} passed, {} failed, {} faulty\n", results.size(), results.size() == 1 ? "test" : "tests",
                     passed, failed, faulty);
}

/// As XML text or attribute: the five characters that mean something, and no control characters, which XML forbids.
std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&apos;"; break;
      case '\n': out += "&#10;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string JunitCase(const Result& result, const base::SourceStore& sources, Language language) {
  std::string text =
      fmt::format("    <testcase classname=\"{}\" name=\"{}\"", Escaped(result.file), Escaped(result.name));
  if (result.verdict == Verdict::kPassed) return text + "/>\n";
  std::string why = result.verdict == Verdict::kFaulty ? Faults(result, sources, language, false) : "";
  for (const base::Words& difference : result.differences) why += In(language, difference) + "\n";
  const char* element = result.verdict == Verdict::kFaulty ? "error" : "failure";
  return text + fmt::format(" line=\"{}\">\n      <{} message=\"{}\"/>\n    </testcase>\n", result.line, element,
                            Escaped(why));
}

}  // namespace

std::size_t CountOf(const std::vector<Result>& results, Verdict verdict) {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [&](const Result& result) { return result.verdict == verdict; }));
}

std::string ReportText(const std::vector<Result>& results, const base::SourceStore& sources, Language language,
                       bool colour) {
  std::string text;
  for (const Result& result : results) {
    if (result.verdict == Verdict::kPassed) continue;
    const std::string name = diagnostics::Visible(result.file) + ":" + std::to_string(result.line) + "  「" +
                             diagnostics::Visible(result.name) + "」";
    text += In(language, Mark(result.verdict)) + "  " + name + "\n";
    for (const base::Words& difference : result.differences)
      text += "    " + diagnostics::Visible(In(language, difference)) + "\n";
    if (result.verdict == Verdict::kFaulty) text += Faults(result, sources, language, colour);
    text += "\n";
  }
  return text + Summary(results, language);
}

std::string ReportJson(const std::vector<Result>& results, const base::SourceStore& sources) {
  Json tests = Json::array();
  for (const Result& result : results) {
    Json differences = Json::array();
    for (const base::Words& difference : result.differences)
      differences.push_back({{"zh", difference.zh}, {"en", difference.en}});
    tests.push_back({{"file", result.file},
                     {"line", result.line},
                     {"name", result.name},
                     {"verdict", CodeOf(result.verdict)},
                     {"differences", std::move(differences)},
                     {"faults", Json::parse(diagnostics::RenderJsonArray(result.faults, sources))}});
  }
  const Json report = {{"passed", CountOf(results, Verdict::kPassed)},
                       {"failed", CountOf(results, Verdict::kFailed)},
                       {"faulty", CountOf(results, Verdict::kFaulty)},
                       {"tests", std::move(tests)}};
  return report.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string ReportJunit(const std::vector<Result>& results, const base::SourceStore& sources, Language language) {
  std::string text = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{}\" errors=\"{}\">\n",
      results.size(), CountOf(results, Verdict::kFailed), CountOf(results, Verdict::kFaulty));
  for (std::size_t begin = 0; begin < results.size();) {
    std::size_t end = begin;
    while (end < results.size() && results[end].file == results[begin].file) ++end;
    const std::vector<Result> suite(results.begin() + static_cast<std::ptrdiff_t>(begin),
                                    results.begin() + static_cast<std::ptrdiff_t>(end));
    text +=
        fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"{}\">\n", Escaped(suite[0].file),
                    suite.size(), CountOf(suite, Verdict::kFailed), CountOf(suite, Verdict::kFaulty));
    for (const Result& result : suite) text += JunitCase(result, sources, language);
    text += "  </testsuite>\n";
    begin = end;
  }
  return text + "</testsuites>\n";
}

}  // namespace zhun::scenario
