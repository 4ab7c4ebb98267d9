// zhun lint
#include <algorithm>
#include <istream>
#include <ostream>

#include "compiler/driver/corrections.h"
#include "compiler/driver/files.h"
#include "compiler/driver/lint_baseline.h"
#include "compiler/driver/lint_cache.h"
#include "compiler/driver/lint_report.h"
#include "compiler/driver/lint_settings.h"
#include "compiler/driver/rules.h"
#include "compiler/lint/run.h"
#include "compiler/sema/suggest.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using diagnostics::Severity;
using lint::RuleCode;

constexpr std::size_t kLargestCatalogue = 1u << 30;  ///< bytes

/// The rules that a word names. Reports a word that names none.
std::vector<RuleCode> RulesNamed(const std::string& word, diagnostics::Sink& sink) {
  std::vector<RuleCode> rules = lint::RulesOf(word);
  if (!rules.empty()) return rules;
  std::vector<std::string> codes;
  for (const lint::RuleRow& row : lint::RuleRows()) codes.emplace_back(row.text);
  diagnostics::Diagnostic& report = sink.ReportIn(Code::kLintRuleUnknown, "", "", {{"word", word}});
  // K5 is meant for K05, though K15 is as near.
  const auto meant = word.size() == 2 ? lint::RuleNamed(std::string{word[0], '0', word[1]}) : std::nullopt;
  if (meant) codes = {std::string(lint::RowOf(*meant).text)};
  const auto near = sema::Nearest(word, codes);
  if (near) report.help = {"是否指 " + *near + "？", "Did you mean " + *near + "?"};
  return rules;
}

/// The rules in lists such as "K04,P".
std::vector<RuleCode> RulesIn(const std::vector<std::string>& lists, diagnostics::Sink& sink) {
  std::vector<RuleCode> rules;
  for (const std::string& list : lists) {
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      std::ranges::copy(RulesNamed(list.substr(begin, end - begin), sink), std::back_inserter(rules));
      begin = end + 1;
    }
  }
  return rules;
}

/// --select without --ignore, in the order of the table; empty: all.
std::vector<RuleCode> Selected(const Arguments& arguments, diagnostics::Sink& sink) {
  const auto selected = RulesIn(arguments.Values(Option::kSelect), sink);
  const auto ignored = RulesIn(arguments.Values(Option::kIgnore), sink);
  if (selected.empty() && ignored.empty()) return {};
  std::vector<RuleCode> rules;
  for (const lint::RuleRow& row : lint::RuleRows()) {
    const bool wanted = selected.empty() || std::ranges::find(selected, row.code) != selected.end();
    if (wanted && std::ranges::find(ignored, row.code) == ignored.end()) rules.push_back(row.code);
  }
  if (rules.empty() && !sink.HasErrors()) {
    const std::string select = Spelled(Option::kSelect), ignore = Spelled(Option::kIgnore);
    sink.ReportIn(Code::kOptionsTogether, "", "", {{"one", select}, {"other", ignore}}).help = {
        "这样一条规则也不剩。", "No rule is left like this."};
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

/// --fail-level, else that of the settings, else error.
Severity FailLevel(const Arguments& arguments, const lint::Settings& settings) {
  const std::string* level = arguments.Value(Option::kFailLevel);
  if (level == nullptr) return settings.fail_level.value_or(Severity::kError);
  if (*level == "error") return Severity::kError;
  return *level == "warning" ? Severity::kWarning : Severity::kInformation;
}

int ExitOf(const lint::Outcome& outcome, Severity fail_level) {
  if (outcome.faults.HasErrors()) return exit_code::kRefused;
  const bool fails = std::ranges::any_of(outcome.findings, [&](const lint::Finding& finding) {
    return lint::Counts(finding) && finding.level <= fail_level;
  });
  return fails ? exit_code::kNegative : exit_code::kDone;
}

/// Whether the report is for people; machines get nothing between its lines.
bool IsText(const Arguments& arguments) {
  const std::string* format = arguments.Value(Option::kLintFormat);
  return format == nullptr || *format == "text";
}

/// Puts form right in the files under review, and in the request. False where a file cannot be written.
bool Fix(const Arguments& arguments, lint::Request& request, Host& host) {
  const Corrections corrections = Correct(request);
  if (!WriteCorrections(corrections, arguments, host)) return false;
  if (IsText(arguments)) host.out << base::In(arguments.Language(), SaidOf(corrections)) << '\n';
  return true;
}

/// What is to be reviewed, read from files. The library must outlive it. Reports what cannot be read; nothing then.
std::optional<lint::Request> ReadRequest(const Arguments& arguments, const pipeline::Library& library,
                                         std::vector<RuleCode> rules, Host& host, diagnostics::Sink& sink) {
  auto settings = SettingsFor(arguments, library.vocabulary, host, sink);
  auto selection = Policies(arguments, host, sink);
  auto catalogue = ReadDocument(arguments, Option::kLintCatalog, host, sink);
  auto applications = ReadDocument(arguments, Option::kLintApplication, host, sink);
  const auto as_of = AsOf(arguments, sink);
  if (sink.HasErrors()) return std::nullopt;
  return lint::Request{library,
                       std::move(selection->files),
                       std::move(selection->wanted),
                       std::move(catalogue),
                       std::move(applications),
                       as_of.value_or(base::ShanghaiDate(host.now())),
                       std::move(*settings),
                       std::move(rules)};
}

/// The run; somebody at a terminal is told meanwhile that a large catalogue takes a moment.
lint::Outcome RunFor(const Arguments& arguments, const lint::Request& request, Host& host) {
  constexpr std::size_t kLarge = 4u << 20;  // bytes; less is done before it is read
  const bool tell = host.terminal && request.catalogue && request.catalogue->text.size() > kLarge;
  if (tell) host.err << base::In(arguments.Language(), {"正在审查……", "Reviewing…"}) << std::flush;
  lint::Outcome outcome = lint::Run(request);
  if (tell) host.err << "\r\x1b[K" << std::flush;
  return outcome;
}

/// Runs the linter over what was read and says what it found.
int Review(const Arguments& arguments, lint::Request& request, const std::optional<lint::Baseline>& baseline,
           Host& host) {
  if (arguments.Has(Option::kLintFix) && !Fix(arguments, request, host)) return exit_code::kRefused;
  const auto cache = CacheFor(arguments, request.settings, host);
  request.cache = cache ? &*cache : nullptr;
  lint::Outcome outcome = RunFor(arguments, request, host);
  diagnostics::Sink sink;
  UseBaseline(arguments, request, baseline, outcome, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  outcome.faults.Sort();
  Tell(outcome.faults, outcome.compilation.sources, arguments.HowToSpeak(), host);
  const Severity fail_level = FailLevel(arguments, request.settings);
  const bool compared = baseline || arguments.Has(Option::kWriteBaseline);
  const bool printed = PrintReport(arguments, request, outcome, fail_level, compared, host);
  return !printed || sink.HasErrors() ? exit_code::kRefused : ExitOf(outcome, fail_level);
}

}  // namespace

int RunLint(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  std::vector<RuleCode> rules = Selected(arguments, sink);
  AsOf(arguments, sink);
  CheckBaselines(arguments, sink);
  if (sink.HasErrors()) {
    Tell(sink, arguments.HowToSpeak(), host);
    return exit_code::kUsage;
  }
  const auto library = ReadLibrary(host, sink);
  auto request = library ? ReadRequest(arguments, *library, std::move(rules), host, sink) : std::nullopt;
  const auto baseline = request ? BaselineFor(arguments, request->settings, host, sink) : std::nullopt;
  Tell(sink, arguments.HowToSpeak(), host);
  if (sink.HasErrors()) return exit_code::kRefused;
  return Review(arguments, *request, baseline, host);
}

}  // namespace zhun::driver
