#pragma once

#include "runtime/decision/decision.h"
#include "runtime/decision/provisions.h"
#include "runtime/program/bundle.h"
#include "runtime/vm/evaluation.h"

namespace zhun::decision {

/// Citations of rules as decisions print them: canonical, with rank and text as of the day of the decision. A published
/// condition is cited by the provision its policy rests on, with the condition's own words; a path gives the entry's.
class BasisPrinter {
 public:
  BasisPrinter(const program::Bundle& bundle, const vm::Evaluation& evaluation, Provisions& provisions)
      : bundle_(bundle),
        evaluation_(evaluation),
        provisions_(provisions) {}

  Bases Print(const std::vector<program::Citation>& citations, std::uint32_t policy) const;

 private:
  void Published(const std::string& number, std::uint32_t policy, Bases& bases) const;
  void FromEntry(program::NodeIndex path, std::uint32_t policy, Bases& bases) const;

  const program::Bundle& bundle_;
  const vm::Evaluation& evaluation_;
  Provisions& provisions_;  ///< as of the day of the decision
};

}  // namespace zhun::decision
