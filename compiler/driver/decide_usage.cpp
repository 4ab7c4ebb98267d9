// Which options of `zhun decide` go together.
#include <initializer_list>

#include "compiler/driver/decide.h"

namespace zhun::driver {
namespace {

using diagnostics::Code;

class Usage {
 public:
  Usage(const Arguments& arguments, diagnostics::Sink& sink) : arguments_(arguments), sink_(sink) {}

  void Apart(Option one, Option other) {
    if (!arguments_.Has(one) || !arguments_.Has(other)) return;
    sink_.ReportIn(Code::kOptionsTogether, "", "", {{"one", Spelled(one)}, {"other", Spelled(other)}});
  }

  void Need(Option option) {
    if (arguments_.Has(option)) return;
    sink_.ReportIn(Code::kOptionNeeded, "", "", {{"command", Spelled(arguments_.Row())}, {"option", Spelled(option)}});
  }

  void OneStandardInput(std::initializer_list<Option> options) {
    std::optional<Option> first;
    for (const Option option : options) {
      const std::string* value = arguments_.Value(option);
      if (value == nullptr || *value != "-") continue;
      if (first) {
        sink_.ReportIn(Code::kStandardInputTwice, "", "", {{"one", Spelled(*first)}, {"other", Spelled(option)}});
      }
      first = option;
    }
  }

 private:
  const Arguments& arguments_;
  diagnostics::Sink& sink_;
};

}  // namespace

bool CheckDecideUsage(const Arguments& arguments, diagnostics::Sink& sink) {
  Usage usage(arguments, sink);
  usage.Apart(Option::kBundle, Option::kPolicies);
  usage.Apart(Option::kBundle, Option::kBase);
  const bool held = arguments.Has(Option::kBundle);  // it may hold the entries
  const bool brief = arguments.Has(Option::kBrief);
  if (arguments.Has(Option::kBatch) || arguments.Has(Option::kCatalog) || brief) {
    for (const Option single : {Option::kEntry, Option::kApplication}) {
      usage.Apart(arguments.Has(Option::kBatch) ? Option::kBatch : Option::kCatalog, single);
    }
    for (const Option long_answer : {Option::kCatalog, Option::kExplain}) {
      if (brief) usage.Apart(Option::kBrief, long_answer);
    }
    if (brief) usage.Need(Option::kBundle);
    if (!held && !brief) usage.Need(Option::kCatalog);
    usage.Need(Option::kBatch);
    if (arguments.Has(Option::kFormat) && !arguments.Json()) {
      const std::string format = Spelled(Option::kFormat) + " text";
      sink.ReportIn(Code::kOptionsTogether, "", "", {{"one", Spelled(Option::kBatch)}, {"other", format}});
    }
  } else {
    if (!held) usage.Need(Option::kEntry);
    usage.Need(Option::kApplication);
  }
  usage.OneStandardInput(
      {Option::kEntry, Option::kApplication, Option::kContext, Option::kCatalog, Option::kBatch, Option::kBundle});
  return !sink.HasErrors();
}

}  // namespace zhun::driver
