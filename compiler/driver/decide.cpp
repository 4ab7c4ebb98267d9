// zhun decide
#include "compiler/driver/decide.h"

#include <array>
#include <istream>
#include <ostream>
#include <utility>

#include "compiler/driver/files.h"
#include "compiler/driver/rules.h"
#include "runtime/decision/papers.h"
#include "runtime/decision/to_json.h"
#include "runtime/decision/to_text.h"
#include "runtime/engine/catalogue.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

/// The texts of one case, as read.
struct Texts {
  std::optional<std::string> entry, application, context;
};

/// Nothing where a file cannot be read; all that cannot be read are reported.
std::optional<Texts> ReadTexts(const Arguments& arguments, Host& host, diagnostics::Sink& sink) {
  const auto read = [&](Option option) -> std::optional<std::string> {
    if (!arguments.Has(option)) return std::nullopt;
    return ReadFile(*arguments.Value(option), host.in, values::kLargestDocument, sink);
  };
  Texts texts{read(Option::kEntry), read(Option::kApplication), read(Option::kContext)};
  if (sink.HasErrors()) return std::nullopt;
  return texts;
}

/// Without an entry: its text is empty.
decision::Papers PapersOf(const Arguments& arguments, const Texts& texts) {
  decision::Papers papers{{{}, {}}, {*texts.application, *arguments.Value(Option::kApplication)}, std::nullopt};
  if (texts.entry) papers.entry = {*texts.entry, *arguments.Value(Option::kEntry)};
  if (texts.context) papers.context = {*texts.context, *arguments.Value(Option::kContext)};
  return papers;
}

/// Puts in the entry that the application names, from the bundle; its text lives as long as the bundle.
bool FindEntry(const Arguments& arguments, const program::Bundle& bundle, decision::Papers& papers,
               diagnostics::Sink& sink) {
  const std::string& name = *arguments.Value(Option::kBundle);
  const auto catalogue = OpenEntries(bundle, name, sink);
  const auto entry = catalogue == nullptr ? std::nullopt : engine::EntryOf(*catalogue, name, papers.application, sink);
  if (entry) papers.entry = {*entry, name};
  return entry.has_value();
}

void Print(const decision::Decision& decision, const program::Bundle& bundle, const Arguments& arguments, Host& host) {
  if (arguments.Json()) {
    host.out << decision::ToJson(decision, bundle.vocabulary, 2) << '\n';
  } else {
    host.out << decision::ToText(decision, bundle.vocabulary, arguments.Language(), arguments.Has(Option::kExplain));
  }
}

/// The exit code; what is wrong is in `sink`.
int DecideOne(const Arguments& arguments, decision::Papers papers, const program::Bundle& bundle,
              std::optional<base::Date> as_of, Host& host, diagnostics::Sink& sink) {
  if (!arguments.Has(Option::kEntry) && !FindEntry(arguments, bundle, papers, sink)) return exit_code::kRefused;
  const base::Date day = decision::DayOf(as_of, papers.context).value_or(base::ShanghaiDate(host.now()));
  auto bound = decision::BindCase(bundle, decision::FindingCodes(bundle), papers, day, sink);
  if (!bound) return exit_code::kRefused;
  decision::Decider decider(bundle);
  const auto decision = decider.Decide(bound->View(), sink);
  if (!decision) return exit_code::kRefused;
  Print(*decision, bundle, arguments, host);
  return ExitOf(decision->decision);
}

}  // namespace

std::unique_ptr<const residual::Mapped> OpenEntries(const program::Bundle& bundle, const std::string& name,
                                                    diagnostics::Sink& sink) {
  auto catalogue = engine::OpenCatalogue(bundle, name, sink);
  if (catalogue == nullptr && !sink.HasErrors()) {
    sink.ReportIn(diagnostics::Code::kNoCatalogue, name, "", {{"file", name}});
  }
  return catalogue;
}

int ExitOf(const std::string& decision) {
  static constexpr std::array<std::pair<const char*, int>, 7> kExits = {{{"grant", exit_code::kDone},
                                                                         {"partial_grant", exit_code::kDone},
                                                                         {"refuse", 10},
                                                                         {"supplement", 11},
                                                                         {"refer", 12},
                                                                         {"not_requestable", 13},
                                                                         {"out_of_scope", 14}}};
  for (const auto& [code, exit] : kExits) {
    if (decision == code) return exit;
  }
  return exit_code::kInternal;
}

int RunDecide(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  const bool fit = CheckDecideUsage(arguments, sink);
  const auto as_of = AsOf(arguments, sink);
  int code = exit_code::kUsage;
  if (fit && !sink.HasErrors()) {
    if (arguments.Has(Option::kBrief)) return DecideBriefly(arguments, as_of, host);
    if (arguments.Has(Option::kBatch)) return DecideBatch(arguments, as_of, host);
    code = exit_code::kRefused;
    const auto texts = ReadTexts(arguments, host, sink);
    const auto bundle = texts ? RulesFor(arguments, host) : std::nullopt;
    if (bundle) code = DecideOne(arguments, PapersOf(arguments, *texts), *bundle, as_of, host, sink);
  }
  Tell(sink, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
