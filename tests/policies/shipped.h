#pragma once

#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "compiler/scenario/scenario.h"

namespace zhun::policies {

/// All policies under policies/, compiled.
struct Shipped {
  pipeline::Compilation compilation;
  std::unique_ptr<program::Bundle> bundle;  ///< none where they do not compile
  diagnostics::Sink messages;
};

/// The shipped tables, read once.
const pipeline::Library& ShippedLibrary();

/// A rule of a base policy, by where it stands.
struct BaseRule {
  std::size_t file = 0, policy = 0, rule = 0;
  std::string code;
};
inline void PrintTo(const BaseRule& rule, std::ostream* out) { *out << rule.code; }  // for GoogleTest
std::vector<BaseRule> BaseRules();

std::unique_ptr<Shipped> CompileShipped(const std::optional<BaseRule>& without);

/// All of them, compiled once.
const program::Bundle& ShippedBundle();

/// Every scenario; those of base policies, and all others.
std::vector<scenario::Scenario> Scenarios(const Shipped& shipped);

}  // namespace zhun::policies
