// Which options of `zhun decide` go together.
#include "compiler/driver/decide.h"
#include "compiler/driver/option_rules.h"

namespace zhun::driver {

using diagnostics::Code;

bool CheckDecideUsage(const Arguments& arguments, diagnostics::Sink& sink) {
  OptionRules usage(arguments, sink);
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
