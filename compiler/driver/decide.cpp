// zhun decide
#include "compiler/driver/decide.h"

#include <istream>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"
#include "compiler/driver/setting.h"
#include "runtime/decision/decide.h"
#include "runtime/decision/to_json.h"
#include "runtime/decision/to_text.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

/// The texts of one case, as read.
struct Papers {
  std::optional<std::string> entry, application, context;
};

/// Nothing where a file cannot be read; all that cannot be read are reported.
std::optional<Papers> ReadPapers(const Arguments& arguments, Host& host, diagnostics::Sink& sink) {
  const auto read = [&](Option option) -> std::optional<std::string> {
    if (!arguments.Has(option)) return std::nullopt;
    return ReadFile(*arguments.Value(option), host.in, values::kLargestDocument, sink);
  };
  Papers papers{read(Option::kEntry), read(Option::kApplication), read(Option::kContext)};
  if (sink.HasErrors()) return std::nullopt;
  return papers;
}

void Print(const decision::Decision& decision, const program::Bundle& bundle, const Arguments& arguments, Host& host) {
  if (arguments.Json()) {
    host.out << decision::ToJson(decision, bundle.vocabulary, 2) << '\n';
  } else {
    host.out << decision::ToText(decision, bundle.vocabulary, arguments.Language(), arguments.Has(Option::kExplain));
  }
}

/// The exit code; what is wrong is in `sink`.
int DecideOne(const Arguments& arguments, const Papers& papers, const program::Bundle& bundle,
              std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink) {
  const auto name = [&](Option option) { return arguments.Has(option) ? *arguments.Value(option) : std::string(); };
  const std::string* context = papers.context ? &*papers.context : nullptr;
  auto setting = SettingOf(bundle, as_of, context, name(Option::kContext), host, sink);
  const base::Date day = setting ? setting->as_of : base::ShanghaiDate(host.now());
  const values::Binding binding{bundle.vocabulary, bundle.law, day};
  auto entry = values::BindEntry(binding, *papers.entry, name(Option::kEntry), sink);
  if (!entry) return exit_code::kRefused;
  const std::vector<std::string> findings = decision::FindingCodes(bundle);
  auto application =
      values::BindApplication(binding, *entry, findings, *papers.application, name(Option::kApplication), sink);
  if (!application || !setting) return exit_code::kRefused;
  WarnBeforeReceived(bundle, *application, setting->as_of, name(Option::kApplication), sink);
  decision::Decider decider(bundle);
  const auto decision = decider.Decide({*entry, *application, setting->context, setting->as_of}, sink);
  if (!decision) return exit_code::kRefused;
  Print(*decision, bundle, arguments, host);
  return ExitOf(decision->decision);
}

}  // namespace

int RunDecide(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const bool fit = CheckDecideUsage(arguments, sink);
  const auto as_of = AsOf(arguments, sink);
  int code = exit_code::kUsage;
  if (fit && !sink.HasErrors()) {
    if (arguments.Has(Option::kBatch)) return DecideBatch(arguments, as_of, host);
    code = exit_code::kRefused;
    const auto papers = ReadPapers(arguments, host, sink);
    const auto bundle = papers ? RulesFor(arguments, host) : std::nullopt;
    if (bundle) code = DecideOne(arguments, *papers, *bundle, as_of, host, sink);
  }
  Tell(sink, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
