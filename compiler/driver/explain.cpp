// zhun explain
#include <ostream>

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

/// A message's code or a rule's.
int ExplainOne(const std::string& code, const Arguments& arguments, Host& host) {
  if (const Message* message = FindMessage(code)) {
    host.out << (arguments.Json() ? MessageAsJson(*message) : MessageAsText(*message, arguments.Language()));
    return exit_code::kDone;
  }
  diagnostics::Sink sink;
  const auto bundle = ReadDefaultBundle(host, sink);
  const bool found = bundle && ExplainRules(code, *bundle, arguments, host);
  if (bundle && !found) sink.ReportIn(Code::kTopicUnknown, "", "", {{"word", code}});
  Tell(sink, arguments.HowToSpeak(), host);
  if (!bundle) return exit_code::kRefused;
  return found ? exit_code::kDone : exit_code::kUsage;
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
  if (!arguments.Has(Option::kAll)) return ExplainOne(arguments.Operands().front(), arguments, host);
  host.out << (arguments.Json() ? MessagesAsJson(Messages()) : MessagesAsText(Messages(), arguments.Language()));
  return exit_code::kDone;
}

}  // namespace zhun::driver
