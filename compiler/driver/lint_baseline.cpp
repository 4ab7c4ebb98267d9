#include "compiler/driver/lint_baseline.h"

#include <istream>

#include "compiler/driver/files.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

constexpr std::size_t kLargestBaseline = 256u << 20;  ///< bytes

}  // namespace

std::optional<lint::Baseline> BaselineFor(const Arguments& arguments, const lint::Settings& settings, Host& host,
                                          diagnostics::Sink& sink) {
  const std::string* given = arguments.Value(Option::kBaseline);
  const bool of_settings = given == nullptr && !settings.baseline.empty() && !arguments.Has(Option::kWriteBaseline);
  if (given == nullptr && !of_settings) return std::nullopt;
  const std::string& path = given != nullptr ? *given : settings.baseline;
  const auto text = ReadFile(path, host.in, kLargestBaseline, sink);
  if (!text) return std::nullopt;
  if (text->size() > kLargestBaseline) {
    sink.ReportIn(Code::kFileTooLarge, "", "", {{"file", path}, {"limit", std::to_string(kLargestBaseline)}});
    return std::nullopt;
  }
  return lint::ReadBaseline(path, *text, sink);
}

void UseBaseline(const Arguments& arguments, const lint::Request& request,
                 const std::optional<lint::Baseline>& baseline, lint::Outcome& outcome, diagnostics::Sink& sink) {
  const std::string* write = arguments.Value(Option::kWriteBaseline);
  std::optional<lint::Baseline> present;
  if (write != nullptr) present = lint::BaselineOf(outcome);
  if (present && !WriteFile(*write, lint::WriteBaseline(*present), sink)) return;
  const std::optional<lint::Baseline>& known = baseline ? baseline : present;
  if (known) lint::ApplyBaseline(*known, request, outcome);
}

void CheckBaselines(const Arguments& arguments, diagnostics::Sink& sink) {
  const std::string* read = arguments.Value(Option::kBaseline);
  const std::string* write = arguments.Value(Option::kWriteBaseline);
  if (read == nullptr || write == nullptr) return;
  if (*read != *write && !SameFile(*read, *write)) return;
  sink.ReportIn(
      Code::kOptionsTogether, "", "",
      {{"one", Spelled(Option::kBaseline) + " " + *read}, {"other", Spelled(Option::kWriteBaseline) + " " + *write}});
}

}  // namespace zhun::driver
