// zhun timeline
#include "compiler/driver/timeline.h"

#include <istream>
#include <ostream>

#include "compiler/driver/files.h"
#include "compiler/driver/option_rules.h"
#include "compiler/driver/rules.h"
#include "compiler/picture/picture.h"
#include "runtime/timeline/answer_text.h"
#include "runtime/values/json.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

bool CheckUsage(const Arguments& arguments, diagnostics::Sink& sink) {
  OptionRules rules(arguments, sink);
  rules.Apart(Option::kBundle, Option::kPolicies);
  rules.Apart(Option::kBundle, Option::kBase);
  rules.Apart(Option::kCase, Option::kCaseBatch);
  rules.Apart(Option::kCase, Option::kCaseBrief);
  rules.Apart(Option::kCaseBatch, Option::kCaseOutput);
  if (arguments.Has(Option::kCaseBrief)) rules.Need(Option::kCaseBatch);
  if (!arguments.Has(Option::kCaseBatch)) rules.Need(Option::kCase);
  const std::string* format = arguments.Value(Option::kCaseFormat);
  if (arguments.Has(Option::kCaseBatch) && format != nullptr && *format != "json") {
    const std::string other = Spelled(Option::kCaseFormat) + " " + *format;
    sink.ReportIn(Code::kOptionsTogether, "", "", {{"one", Spelled(Option::kCaseBatch)}, {"other", other}});
  }
  rules.OneStandardInput({Option::kCase, Option::kCaseBatch, Option::kBundle});
  return !sink.HasErrors();
}

/// A date stands for its end, an instant for itself; without either it is now.
std::optional<timeline::Moment> MomentOf(const Arguments& arguments, const Host& host, diagnostics::Sink& sink) {
  const auto day = AsOf(arguments, sink);
  if (sink.HasErrors()) return std::nullopt;
  if (!day) return timeline::Moment::At(host.now());
  const auto instant = base::ParseInstant(*arguments.Value(Option::kAsOf));
  return instant ? timeline::Moment::At(instant->seconds) : timeline::Moment::EndOf(*day);
}

std::string Written(const timeline::Result& result, const vocabulary::Vocabulary& vocabulary,
                    const Arguments& arguments) {
  const std::string* format = arguments.Value(Option::kCaseFormat);
  const std::string kind = format == nullptr ? "text" : *format;
  if (kind == "json") return timeline::ToJson(result, vocabulary, 2) + "\n";
  if (kind == "html") return picture::ToHtml(result, vocabulary, arguments.Language());
  if (kind == "ics") return picture::ToCalendar(result, vocabulary, arguments.Language());
  return timeline::ToText(result, vocabulary, arguments.Language());
}

int FollowOne(const Arguments& arguments, timeline::Moment as_of, Host& host, diagnostics::Sink& sink) {
  const std::string& name = *arguments.Value(Option::kCase);
  const auto paper = ReadFile(name, host.in, values::kLargestDocument, sink);
  const auto bundle = paper ? RulesFor(arguments, host) : std::nullopt;
  if (!bundle) return exit_code::kRefused;
  const timeline::Readings readings = ReadingsOf(arguments, bundle->vocabulary, sink);
  if (sink.HasErrors()) return exit_code::kUsage;
  const auto result = timeline::Timeline(*bundle, readings).Follow({*paper, name, as_of, false}, sink);
  if (!result) return exit_code::kRefused;
  const std::string text = Written(*result, bundle->vocabulary, arguments);
  const std::string* output = arguments.Value(Option::kCaseOutput);
  if (output != nullptr && *output != "-")
    return WriteFile(*output, text, sink) ? exit_code::kDone : exit_code::kRefused;
  host.out << text;
  return exit_code::kDone;
}

}  // namespace

timeline::Readings ReadingsOf(const Arguments& arguments, const vocabulary::Vocabulary& vocabulary,
                              diagnostics::Sink& sink) {
  timeline::Readings asked;
  base::Words known;
  for (const vocabulary::Reading& reading : vocabulary.readings) {
    for (const vocabulary::Enumerator& value : reading.values) {
      known.zh += (known.zh.empty() ? "" : "、") + reading.name.zh + "=" + value.name.zh;
      known.en += (known.en.empty() ? "" : ", ") + reading.name.en + "=" + value.name.en;
    }
  }
  for (const std::string& each : arguments.Values(Option::kCaseReading)) {
    const std::size_t equals = each.find('=');
    const std::string name = each.substr(0, equals),
                      wanted = equals == std::string::npos ? "" : each.substr(equals + 1);
    std::optional<program::Reading> found;
    for (std::uint16_t i = 0; i < vocabulary.readings.size(); ++i) {
      const vocabulary::Reading& reading = vocabulary.readings[i];
      if (!vocabulary::Names(reading.name, name) && reading.key != name) continue;
      for (std::uint16_t value = 0; value < reading.values.size(); ++value) {
        const vocabulary::Enumerator& member = reading.values[value];
        if (vocabulary::Names(member.name, wanted) || member.code == wanted) found = program::Reading{i, value};
      }
    }
    if (found) {
      asked.push_back(*found);
    } else {
      sink.ReportIn(Code::kOptionValue, "", "",
                    {{"option", Spelled(Option::kCaseReading)}, {"value", each}, {"values", known}});
    }
  }
  return asked;
}

int RunTimeline(const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  int code = exit_code::kUsage;
  const bool fit = CheckUsage(arguments, sink);
  const auto as_of = MomentOf(arguments, host, sink);
  if (fit && as_of) {
    code = arguments.Has(Option::kCaseBatch) ? FollowBatch(arguments, *as_of, host, sink)
                                             : FollowOne(arguments, *as_of, host, sink);
  }
  Tell(sink, arguments.HowToSpeak(), host);
  return code;
}

}  // namespace zhun::driver
