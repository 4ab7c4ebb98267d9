#include "compiler/driver/option_rules.h"

namespace zhun::driver {

using diagnostics::Code;

void OptionRules::Apart(Option one, Option other) {
  if (!arguments_.Has(one) || !arguments_.Has(other)) return;
  sink_.ReportIn(Code::kOptionsTogether, "", "", {{"one", Spelled(one)}, {"other", Spelled(other)}});
}

void OptionRules::Need(Option option) {
  if (arguments_.Has(option)) return;
  sink_.ReportIn(Code::kOptionNeeded, "", "", {{"command", Spelled(arguments_.Row())}, {"option", Spelled(option)}});
}

void OptionRules::OneStandardInput(std::initializer_list<Option> options) {
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

}  // namespace zhun::driver
