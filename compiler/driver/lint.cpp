// zhun lint
#include <algorithm>
#include <istream>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/lint_report.h"
#include "compiler/driver/rules.h"
#include "compiler/lint/run.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using diagnostics::Severity;
using lint::RuleCode;

constexpr std::size_t kLargestCatalogue = 1u << 30;  ///< bytes

/// The rules a word names: one by its code, or a family by its letter. Reports a word that names none.
std::vector<RuleCode> RulesOf(const std::string& word, diagnostics::Sink& sink) {
  std::vector<RuleCode> rules;
  for (const lint::RuleRow& row : lint::RuleRows()) {
    if (word.size() == 1 && row.text.starts_with(word)) rules.push_back(row.code);
  }
  if (const auto rule = lint::RuleNamed(word)) rules.push_back(*rule);
  if (rules.empty()) sink.ReportIn(Code::kLintRuleUnknown, "", "", {{"word", word}});
  return rules;
}

/// The rules in lists such as "K04,P".
std::vector<RuleCode> RulesOf(const std::vector<std::string>& lists, diagnostics::Sink& sink) {
  std::vector<RuleCode> rules;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      std::ranges::copy(RulesOf(list.substr(begin, end - begin), sink), std::back_inserter(rules));
      begin = end + 1;
    }
  }
  return rules;
}

/// --select without --ignore, in the order of the table; empty: all.
std::vector<RuleCode> Selected(const Arguments& arguments, diagnostics::Sink& sink) {
  const auto selected = RulesOf(arguments.Values(Option::kSelect), sink);
  const auto ignored = RulesOf(arguments.Values(Option::kIgnore), sink);
  if (selected.empty() && ignored.empty()) return {};
  std::vector<RuleCode> rules;
  for (const lint::RuleRow& row : lint::RuleRows()) {
    const bool wanted = selected.empty() || std::ranges::find(selected, row.code) != selected.end();
    if (wanted && std::ranges::find(ignored, row.code) == ignored.end()) rules.push_back(row.code);
  }
  return rules;
}

std::optional<lint::DocumentText> ReadDocument(const Arguments& arguments, Option option, Host& host,
                                               diagnostics::Sink& sink) {
  const std::string* path = arguments.Value(option);
  if (path == nullptr) return std::nullopt;
  std::optional<std::string> text = ReadFile(*path, host.in, kLargestCatalogue, sink);
  if (!text) return std::nullopt;
  if (text->size() > kLargestCatalogue) {
    sink.ReportIn(Code::kFileTooLarge, "", "", {{"file", *path}, {"limit", std::to_string(kLargestCatalogue)}});
  }
  return lint::DocumentText{*path, std::move(*text)};
}

/// The policies to look at; none where only documents were given.
std::optional<Selection> Policies(const Arguments& arguments, const Host& host, diagnostics::Sink& sink) {
  const bool documents = arguments.Has(Option::kLintCatalog) || arguments.Has(Option::kLintApplication);
  if (documents && arguments.Operands().empty()) return Selection{};
  return Select(arguments.Operands(), arguments.Value(Option::kBase), host, sink);
}

Severity FailLevel(const Arguments& arguments) {
  const std::string* level = arguments.Value(Option::kFailLevel);
  if (level == nullptr || *level == "error") return Severity::kError;
  return *level == "warning" ? Severity::kWarning : Severity::kInformation;
}

int ExitOf(const lint::Outcome& outcome, Severity fail_level) {
  if (outcome.faults.HasErrors()) return exit_code::kRefused;
  const bool fails = std::ranges::any_of(outcome.findings, [&](const lint::Finding& finding) {
    return lint::Counts(finding) && finding.level <= fail_level;
  });
  return fails ? exit_code::kNegative : exit_code::kDone;
}

}  // namespace

int RunLint(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const std::vector<RuleCode> rules = Selected(arguments, sink);
  const auto as_of = AsOf(arguments, sink);
  if (sink.HasErrors()) {
    Tell(sink, arguments.HowToSpeak(), host);
    return exit_code::kUsage;
  }
  const auto library = ReadLibrary(host, sink);
  const auto selection = Policies(arguments, host, sink);
  auto catalogue = ReadDocument(arguments, Option::kLintCatalog, host, sink);
  auto applications = ReadDocument(arguments, Option::kLintApplication, host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  if (sink.HasErrors()) return exit_code::kRefused;

  lint::Request request{*library,
                        selection->files,
                        selection->wanted,
                        std::move(catalogue),
                        std::move(applications),
                        as_of.value_or(base::ShanghaiDate(host.now())),
                        {},
                        rules};
  lint::Outcome outcome = lint::Run(request);
  outcome.faults.Sort();
  Tell(outcome.faults, outcome.compilation.sources, arguments.HowToSpeak(), host);
  const Severity fail_level = FailLevel(arguments);
  const bool compared = arguments.Has(Option::kBaseline);
  if (!PrintReport(arguments, request, outcome, fail_level, compared, host)) return exit_code::kRefused;
  return ExitOf(outcome, fail_level);
}

}  // namespace zhun::driver
