#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/lint/report/provisions.h"
#include "compiler/lint/report/tally.h"

/// The findings that count, ordered for a reader: by rule, article and owner.
namespace zhun::lint {

/// Findings of one rule that say the same in the same words; the first stands for all.
struct Group {
  std::vector<const Finding*> findings;
};

struct RuleFindings {
  RuleCode rule{};
  Tally tally;
  std::vector<Group> groups;  ///< in the order of the outcome
};

/// Rules that have findings that count, in the order of the table.
std::vector<RuleFindings> GroupByRule(const Outcome& outcome);

/// An article and the rules that rest on it. A rule is shown in full under its first provision only.
struct ArticleFindings {
  const CitedProvision* provision = nullptr;  ///< one that lies in the article; nullptr: the rules cite nothing
  std::vector<const RuleFindings*> rules;
  std::vector<const RuleFindings*> also;  ///< shown in full under another article
};

/// In legal order; what cites nothing comes last.
std::vector<ArticleFindings> GroupByArticle(const std::vector<RuleFindings>& rules, Provisions& provisions);

/// A body and what was found in its entries and policies.
struct OwnerFindings {
  std::string owner;  ///< empty: not stated
  Tally tally;
  std::map<RuleCode, std::vector<const Finding*>> by_rule;
};

/// Most errors first, then most warnings, then by name.
std::vector<OwnerFindings> GroupByOwner(const Outcome& outcome);

}  // namespace zhun::lint
