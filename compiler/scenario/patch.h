#pragma once

#include <optional>
#include <string>

#include "compiler/scenario/scenario.h"
#include "compiler/scenario/target.h"

namespace zhun::scenario {

/// What a test is about.
enum class Kind : std::uint8_t { kDecision, kUse, kCase };

/// The texts of a test: entry and application, grant and use, each perhaps with a context; or one case.
struct Papers {
  Kind kind = Kind::kDecision;
  std::string first, second;
  std::optional<std::string> context;
};

/// Makes the changes that the test gives (设, 缺, 声明无, 待核实), in their order. The texts must be well-formed JSON;
/// texts that nothing is changed in stay as they are, byte for byte. Reports paths and values that do not fit.
bool Patch(const Scenario& scenario, const program::Bundle& bundle, Papers& papers, diagnostics::Sink& sink);

}  // namespace zhun::scenario
