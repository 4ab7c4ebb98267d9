#pragma once

#include <set>
#include <string>

#include "compiler/explain/sample.h"

/// Makes a whole case of a sample and runs it.
namespace zhun::explain::testing {

/// What came of one text.
struct Outcome {
  std::set<std::string, std::less<>> codes;  ///< of all messages
  std::string told;                          ///< the messages as people see them, for failures
};

/// Runs `text` in its frame as the program would.
Outcome RunIn(Frame frame, const std::string& text);

}  // namespace zhun::explain::testing
