#pragma once

#include <optional>

#include "runtime/decision/applicable.h"
#include "runtime/decision/decision.h"
#include "runtime/decision/provisions.h"
#include "runtime/program/bundle.h"
#include "runtime/values/document.h"
#include "runtime/vm/evaluation.h"

namespace zhun::decision {

/// The documents of one case, bound as of `as_of`. `entry` and `context` are written to: attributes that the engine
/// itself supplies (which conditions a rule governs, whether policies match the entry) are filled in for this case.
struct Case {
  values::Document& entry;
  values::Document& application;
  values::Document& context;  ///< `values::EmptyContext` where none was given
  base::Date as_of;
};

/// Decides one case after another over one bundle, reusing its memory. One object a thread; the bundle may be shared.
class Decider {
 public:
  explicit Decider(const program::Bundle& bundle)
      : bundle_(bundle),
        policies_(bundle.program),
        provisions_(bundle.law),
        evaluation_(bundle.program, bundle.vocabulary) {}

  /// Nothing where an amount or date overflows; that is reported. The decision points into the case's documents.
  std::optional<Decision> Decide(const Case& each, diagnostics::Sink& sink);
  /// Shows every node evaluated to `observer` (evaluation.h).
  void Watch(vm::Observer* observer) { evaluation_.Watch(observer); }

 private:
  const program::Bundle& bundle_;
  PolicyIndex policies_;
  Provisions provisions_;
  vm::Evaluation evaluation_;
};

/// Finding names of the program that an application may answer (condition_<no> of its entry it may answer as well).
std::vector<std::string> FindingCodes(const program::Bundle& bundle);

}  // namespace zhun::decision
