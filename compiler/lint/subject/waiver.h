#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compiler/lint/subject/finding.h"

namespace zhun::lint {

/// A waiver (豁免), of a policy or of the settings, and what came of it.
struct Waiver {
  std::string code;                ///< as written
  std::optional<RuleCode> rule;    ///< nothing: there is no such rule
  std::string reason;
  std::optional<base::Date> until;  ///< last day
  std::string subject;             ///< code of the policy; pattern of ids of entries (settings)
  std::string entry;               ///< id of the policy's entry: findings about it are waived too
  base::Span span;                 ///< in the policy; invalid for those of the settings
  std::size_t line = 0;            ///< in the settings file
  bool expired = false;            ///< `until` lies before the day of the review: it waives nothing
  std::size_t used = 0;            ///< findings it waives
};

/// What the rule about waivers looks at, when all other rules have spoken.
struct WaiverSubject {
  const std::vector<Waiver>& waivers;
  std::string settings_file;
  base::Date as_of;
  std::vector<RuleCode> not_run;  ///< a waiver of a rule that did not run cannot be called unused

  bool Ran(RuleCode rule) const { return std::ranges::find(not_run, rule) == not_run.end(); }
};

}  // namespace zhun::lint
