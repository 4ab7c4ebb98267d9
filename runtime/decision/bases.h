#pragma once

#include "runtime/decision/decision.h"
#include "runtime/program/bundle.h"
#include "runtime/vm/evaluation.h"

namespace zhun::decision {

/// Citations of rules as decisions print them: canonical, with rank and text as of the day of the decision. A published
/// condition is cited by the provision its policy rests on, with the condition's own words; a path gives the entry's.
class BasisPrinter {
 public:
  BasisPrinter(const program::Bundle& bundle, const vm::Evaluation& evaluation, base::Date as_of)
      : bundle_(bundle),
        evaluation_(evaluation),
        as_of_(as_of) {}

  Bases Print(const std::vector<program::Citation>& citations, std::uint32_t policy) const;

 private:
  Basis Provision(const law::Citation& citation) const;
  void Published(const std::string& number, std::uint32_t policy, Bases& bases) const;
  void FromEntry(program::NodeIndex path, std::uint32_t policy, Bases& bases) const;

  const program::Bundle& bundle_;
  const vm::Evaluation& evaluation_;
  base::Date as_of_;
};

}  // namespace zhun::decision
