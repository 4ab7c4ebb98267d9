#pragma once

#include <initializer_list>

#include "compiler/driver/arguments.h"

namespace zhun::driver {

/// Which options of a command go together; what does not is reported.
class OptionRules {
 public:
  OptionRules(const Arguments& arguments, diagnostics::Sink& sink) : arguments_(arguments), sink_(sink) {}

  void Apart(Option one, Option other);
  void Need(Option option);
  /// There is one standard input: at most one of these may be -.
  void OneStandardInput(std::initializer_list<Option> options);

 private:
  const Arguments& arguments_;
  diagnostics::Sink& sink_;
};

}  // namespace zhun::driver
