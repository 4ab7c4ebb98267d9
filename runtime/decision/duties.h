#pragma once

#include "runtime/decision/applicable.h"
#include "runtime/decision/bases.h"
#include "runtime/decision/decision.h"

namespace zhun::decision {

/// What a duty demands, with the word that makes it a demand: 应当…, 不得…, 可以….
base::Words DutyWords(const program::Rule& rule);

/// Duties that arise from a decision: obligations with what they are kept until, and deadlines by the calendar. The
/// evaluation must have run with the outcome set.
class DutyList {
 public:
  DutyList(const program::Bundle& bundle, vm::Evaluation& evaluation, const BasisPrinter& bases, base::Date as_of);

  /// Adds what the duties among `applicable` come to.
  void Write(const Applicable& applicable, Decision& decision) const;

 private:
  void WriteDuty(const program::Rule& rule, Decision& decision) const;
  base::Words LimitWords(const program::TimeLimit& limit, const values::Value& length) const;
  std::optional<base::Date> DateOf(std::uint16_t event) const;
  void WriteDeadline(const program::Rule& rule, base::Date from, const values::Value& length, Decision& decision) const;
  std::int64_t CalendarRegion() const;
  bool ReadingIs(std::string_view reading, std::string_view value) const;

  const program::Bundle& bundle_;
  vm::Evaluation& evaluation_;
  const BasisPrinter& bases_;
  base::Date as_of_;
};

}  // namespace zhun::decision
