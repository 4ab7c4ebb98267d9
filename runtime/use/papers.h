#pragma once

#include <optional>

#include "runtime/decision/papers.h"
#include "runtime/use/use.h"

/// From the papers of a use, as they were handed in, to an answer.
namespace zhun::use {

struct Papers {
  decision::Paper grant;                 ///< a decision, as `zhun decide --format json` prints it
  decision::Paper event;
  std::optional<decision::Paper> entry;  ///< for rules that read it
  std::optional<decision::Paper> context;
};

/// Digests of what was read (contract, «Receipts»).
struct Receipt {
  base::Date day;  ///< of the use, in Shanghai
  std::string grant, event, policies, law;
};

struct Judged : Answer {
  Receipt receipt;
};

/// Judges one use after another over one bundle. One object a thread; the bundle may be shared.
class UseJudge {
 public:
  explicit UseJudge(const program::Bundle& bundle);
  /// Every fault of each paper is reported; with any there is no answer.
  std::optional<Judged> Judge(const Papers& papers, diagnostics::Sink& sink);

 private:
  const program::Bundle& bundle_;
  decision::PolicyIndex index_;
  decision::Provisions provisions_;
  vm::Evaluation evaluation_;
  values::Document no_case_;         ///< a case without events
  values::Document no_application_;  ///< the use is judged by the grant, not by what was applied for
};

/// Marks what grant and use name as purposes, for rules that compare them (`PurposesIn`); memory in `arena`.
void SupplyPurposes(const vocabulary::Vocabulary& vocabulary, values::Document& owner, const values::Record& record,
                    values::Arena& arena);

}  // namespace zhun::use
