// zhun explain
#include <ostream>

#include <nlohmann/json.hpp>

#include "compiler/driver/rule_page.h"
#include "compiler/driver/rules.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;
using Json = nlohmann::ordered_json;

struct MessageRow {
  std::string_view code;
  diagnostics::Severity severity;
  base::Words pattern;
};

const MessageRow* FindMessage(std::string_view code) {
  using enum diagnostics::Severity;
  static const std::vector<MessageRow> rows = {
#define ZHUN_DIAGNOSTIC(NAME, CODE, SEVERITY, ZH, EN, WHY_ZH, WHY_EN) MessageRow{CODE, SEVERITY, {ZH, EN}},
#include "runtime/diagnostics/catalogue.def"
#undef ZHUN_DIAGNOSTIC
  };
  for (const MessageRow& row : rows) {
    if (row.code == code) return &row;
  }
  return nullptr;
}

const base::Words& WordsOf(diagnostics::Severity severity) {
  static const base::Words error{"错误", "error"}, warning{"警告", "warning"}, information{"提示", "information"};
  switch (severity) {
    case diagnostics::Severity::kError: return error;
    case diagnostics::Severity::kWarning: return warning;
    case diagnostics::Severity::kInformation: return information;
  }
  return error;
}

Json Both(const base::Words& words) { return {{"zh", words.zh}, {"en", words.en}}; }

void ExplainMessage(const MessageRow& row, const Arguments& arguments, Host& host) {
  const base::Words& why = *diagnostics::ExplanationOf(row.code);
  const base::Words& severity = WordsOf(row.severity);
  if (arguments.Json()) {
    const Json json = {
        {"code", row.code}, {"severity", severity.en}, {"message", Both(row.pattern)}, {"explanation", Both(why)}};
    host.out << json.dump() << '\n';
    return;
  }
  const base::Language language = arguments.Language();
  host.out << row.code << "  " << base::In(language, severity) << "\n  " << base::In(language, row.pattern) << "\n\n  "
           << base::In(language, why) << '\n';
}

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

}  // namespace

int RunExplain(const Arguments& arguments, Host& host) {
  const std::string& code = arguments.Operands().front();
  if (const MessageRow* row = FindMessage(code)) {
    ExplainMessage(*row, arguments, host);
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

}  // namespace zhun::driver
