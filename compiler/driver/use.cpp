// zhun use
#include <istream>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/option_rules.h"
#include "compiler/driver/rules.h"
#include "runtime/use/answer_text.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

constexpr int kDenied = 10;
constexpr int kReferred = 12;

bool CheckUsage(const Arguments& arguments, diagnostics::Sink& sink) {
  OptionRules rules(arguments, sink);
  rules.Apart(Option::kBundle, Option::kPolicies);
  rules.Apart(Option::kBundle, Option::kBase);
  rules.Need(Option::kGrant);
  rules.Need(Option::kEvent);
  rules.OneStandardInput({Option::kGrant, Option::kEvent, Option::kUseEntry, Option::kContext, Option::kBundle});
  return !sink.HasErrors();
}

/// The texts of the papers, as read.
struct Texts {
  std::optional<std::string> grant, event, entry, context;
};

Texts ReadTexts(const Arguments& arguments, Host& host, diagnostics::Sink& sink) {
  const auto read = [&](Option option) -> std::optional<std::string> {
    if (!arguments.Has(option)) return std::nullopt;
    return ReadFile(*arguments.Value(option), host.in, values::kLargestDocument, sink);
  };
  return {read(Option::kGrant), read(Option::kEvent), read(Option::kUseEntry), read(Option::kContext)};
}

use::Papers PapersOf(const Arguments& arguments, const Texts& texts) {
  use::Papers papers{{*texts.grant, *arguments.Value(Option::kGrant)},
                     {*texts.event, *arguments.Value(Option::kEvent)},
                     std::nullopt,
                     std::nullopt};
  if (texts.entry) papers.entry = {*texts.entry, *arguments.Value(Option::kUseEntry)};
  if (texts.context) papers.context = {*texts.context, *arguments.Value(Option::kContext)};
  return papers;
}

int JudgeOne(const Arguments& arguments, const use::Papers& papers, const program::Bundle& bundle, Host& host,
             diagnostics::Sink& sink) {
  const auto judged = use::UseJudge(bundle).Judge(papers, sink);
  if (!judged) return exit_code::kRefused;
  if (arguments.Json()) {
    host.out << use::ToJson(*judged, bundle.vocabulary, 2) << '\n';
  } else {
    host.out << use::ToText(*judged, bundle.vocabulary, arguments.Language(), arguments.Has(Option::kExplain));
  }
  switch (judged->verdict) {
    case use::Verdict::kPermit: return exit_code::kDone;
    case use::Verdict::kDeny: return kDenied;
    case use::Verdict::kRefer: return kReferred;
  }
  return exit_code::kInternal;
}

}  // namespace

int RunUse(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  int code = exit_code::kUsage;
  if (CheckUsage(arguments, sink)) {
    code = exit_code::kRefused;
    const Texts texts = ReadTexts(arguments, host, sink);
    const auto bundle = sink.HasErrors() ? std::nullopt : RulesFor(arguments, host);
    if (bundle) code = JudgeOne(arguments, PapersOf(arguments, texts), *bundle, host, sink);
  }
  Tell(sink, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
