#pragma once

#include "runtime/decision/bases.h"
#include "runtime/decision/decision.h"
#include "runtime/decision/judgement.h"

namespace zhun::decision {

/// Puts a judgement into words: reasons, missing list, open findings, item decisions.
class Report {
 public:
  Report(const program::Bundle& bundle, vm::Evaluation& evaluation, const BasisPrinter& bases,
         const Judgement& judgement)
      : bundle_(bundle),
        evaluation_(evaluation),
        bases_(bases),
        judgement_(judgement),
        outcomes_(bundle.vocabulary) {}

  void Write(const Applicable& applicable, Decision& decision);
  /// Reasons that duties with an outcome of their own give: the legal ground of that outcome.
  void WriteGrounds(const Applicable& applicable, Decision& decision);
  /// Rules for the use that the grant comes with: those of entry policies whose guard is not known to be false. Runs the
  /// later nodes of these policies.
  std::vector<Reason> UseConditions(const Applicable& applicable);

 private:
  const program::Rule& RuleAt(std::uint32_t index) const { return bundle_.program.rules[index]; }
  std::string EffectOf(const Fired& fired) const;
  Reason FiredReason(const Fired& fired);
  std::vector<FactSeen> ItemFacts(const Fired& fired);
  void WriteOpen(const Applicable& applicable, Decision& decision);
  Reason OpenReason(const Applicable& applicable, const Open& open) const;
  base::Words Question(const Applicable& applicable, const vm::Fact& fact) const;
  base::Words InertWords(const Inert& inert) const;
  std::vector<std::uint32_t> WhoAsk(const Wanted& wanted) const;
  void WriteMissing(Decision& decision);
  void WriteItems(Decision& decision);

  const program::Bundle& bundle_;
  vm::Evaluation& evaluation_;
  const BasisPrinter& bases_;
  const Judgement& judgement_;
  Outcomes outcomes_;
};

}  // namespace zhun::decision
