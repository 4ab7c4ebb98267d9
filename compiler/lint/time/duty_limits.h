#pragma once

#include <string_view>
#include <vector>

#include "compiler/lint/subject/length.h"

/// What the rules about time limits share: the limits of a policy's duties beside those of the Regulation.
namespace zhun::lint {

/// Classes of entries whose limits a rule looks at.
enum class For { kAll, kUnconditional, kConditional };

/// From one event to another, by their keys in the vocabulary.
struct Between {
  std::string_view from, met_by;
};

/// Reports every duty of entry policies under review, between these events, whose limit can end later than the one of
/// the base policies, and limits of one policy that contradict each other.
void ReportLongLimits(const PolicySubject& subject, Findings& findings, RuleCode rule, Between between, For which);

/// The same for one duty and whatever base duty has the same events.
void ReportLongLimit(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty,
                     For which);

/// Reports an extension that is longer than, or needs fewer events than, that of the base duty of the same events.
void ReportExtension(const PolicySubject& subject, Findings& findings, RuleCode rule, const sema::Rule& duty);

/// Duties of a policy that are to be done between these events, with a limit.
std::vector<const sema::Rule*> DutiesBetween(const PolicySubject& subject, std::uint32_t policy, Between between);

/// The base duties that a duty is measured by: same events, another policy's.
std::vector<const sema::Rule*> MeasuresOf(const PolicySubject& subject, const sema::Rule& duty);

/// The clause of the rule as written; the name of the rule where it has none.
base::Span PlaceOf(const PolicySubject& subject, const sema::Rule& rule, ast::ClauseKind kind);

/// What the rule rests on, in canonical form.
std::vector<std::string> BasisOf(const PolicySubject& subject, const sema::Rule& rule);

}  // namespace zhun::lint
