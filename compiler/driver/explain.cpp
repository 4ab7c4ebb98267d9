// zhun explain
#include <algorithm>
#include <ostream>

#include "compiler/driver/lint_page.h"
#include "compiler/driver/message_page.h"
#include "compiler/driver/rule_page.h"
#include "compiler/driver/rules.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

/// Whether some rule has this code; the same code may be a rule's in several policies that never meet.
bool ExplainRules(const std::string& code, const program::Bundle& bundle, const Arguments& arguments, Host& host) {
  bool found = false;
  const base::Date today = base::ShanghaiDate(host.now());
  for (const program::Rule& rule : bundle.program.rules) {
    if (rule.code != code && rule.name != code) continue;
    if (found && !arguments.Json()) host.out << '\n';
    host.out << (arguments.Json() ? RuleAsJson(bundle, rule, today)
                                  : RuleAsText(bundle, rule, today, arguments.Language()));
    found = true;
  }
  return found;
}

/// The rule of the linter with this code, as one of its pages.
std::string LintPage(const lint::RuleRow& row, const program::Bundle& bundle, const Arguments& arguments, Host& host) {
  const base::Date today = base::ShanghaiDate(host.now());
  return arguments.Json() ? LintRuleAsJson(row, bundle.law, today) + "\n"
                          : LintRuleAsText(row, bundle.law, today, arguments.Language());
}

/// A rule of the linter or of a policy.
bool ExplainOther(const std::string& code, const program::Bundle& bundle, const Arguments& arguments, Host& host) {
  const auto rule = lint::RuleNamed(code);
  if (!rule) return ExplainRules(code, bundle, arguments, host);
  host.out << LintPage(lint::RowOf(*rule), bundle, arguments, host);
  return true;
}

/// The code of a message, of a rule of the linter, or of a rule of a policy.
int ExplainOne(const std::string& code, const Arguments& arguments, Host& host) {
  if (const Message* message = FindMessage(code)) {
    host.out << (arguments.Json() ? MessageAsJson(*message) + "\n" : MessageAsText(*message, arguments.Language()));
    return exit_code::kDone;
  }
  diagnostics::Sink sink;
  const auto bundle = ReadDefaultBundle(host, sink);
  const bool found = bundle && ExplainOther(code, *bundle, arguments, host);
  if (bundle && !found) sink.ReportIn(Code::kTopicUnknown, "", "", {{"word", code}});
  Tell(sink, arguments.HowToSpeak(), host);
  if (!bundle) return exit_code::kRefused;
  return found ? exit_code::kDone : exit_code::kUsage;
}

/// The rules of the linter in the order of codes; the table has them by family.
std::vector<lint::RuleRow> LintRules() {
  std::vector<lint::RuleRow> rows(lint::RuleRows().begin(), lint::RuleRows().end());
  std::ranges::sort(rows, {}, &lint::RuleRow::text);
  return rows;
}

/// Every rule of the linter and every message, in the order of codes; in JSON one array, an object a line.
int ExplainAll(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const auto bundle = ReadDefaultBundle(host, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  if (!bundle) return exit_code::kRefused;
  const base::Date today = base::ShanghaiDate(host.now());
  if (!arguments.Json()) {
    for (const lint::RuleRow& row : LintRules()) host.out << LintPage(row, *bundle, arguments, host) << '\n';
    host.out << MessagesAsText(Messages(), arguments.Language());
    return exit_code::kDone;
  }
  std::string objects;
  const auto add = [&](const std::string& object) { objects += (objects.empty() ? "[\n" : ",\n") + object; };
  for (const lint::RuleRow& row : LintRules()) add(LintRuleAsJson(row, bundle->law, today));
  for (const Message& message : Messages()) add(MessageAsJson(message));
  host.out << objects << "\n]\n";
  return exit_code::kDone;
}

/// One code or --all: not both, not neither.
bool CheckUsage(const Arguments& arguments, diagnostics::Sink& sink) {
  const bool all = arguments.Has(Option::kAll);
  const CommandRow& row = arguments.Row();
  if (arguments.Operands().empty() && !all) {
    const base::Words what{"代码，或者 " + Spelled(Option::kAll), "CODE or " + Spelled(Option::kAll)};
    sink.ReportIn(Code::kOperandMissing, "", "", {{"command", Spelled(row)}, {"what", what}});
  } else if (!arguments.Operands().empty() && all) {
    const std::string& code = arguments.Operands().front();
    sink.ReportIn(Code::kOptionsTogether, "", "", {{"one", Spelled(Option::kAll)}, {"other", code}});
  }
  return !sink.HasErrors();
}

}  // namespace

int RunExplain(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  if (!CheckUsage(arguments, sink)) {
    Tell(sink, arguments.HowToSpeak(), host);
    return exit_code::kUsage;
  }
  return arguments.Has(Option::kAll) ? ExplainAll(arguments, host)
                                     : ExplainOne(arguments.Operands().front(), arguments, host);
}

}  // namespace zhun::driver
