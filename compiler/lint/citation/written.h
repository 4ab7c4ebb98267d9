#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "compiler/lint/subject/policies.h"
#include "runtime/law/standing.h"

/// Citations of statutes as policies write them, with what they continue filled in.
namespace zhun::lint {

/// One citation of an instrument in a policy under review.
struct Written {
  const sema::Policy& policy;
  const ast::Citation& tree;
  CitedBy by;
  law::Citation cited;  ///< full name, version and place; without a place where that could not be read
  bool bare = false;    ///< no version is written
};

/// Calls `visit` with every citation of an instrument in the policies under review, in the order of the text.
void ForEachWritten(const PolicySubject& subject, const std::function<void(const Written&)>& visit);

/// Nothing where the policy does not say from when it is in force, which the compiler has reported.
std::optional<base::Date> FirstDayOf(const sema::Policy& policy);

/// The day as of which a policy must still be right: that of the review, or its first where that is later. Nothing
/// where its last day is past, or its first is not known.
std::optional<base::Date> DayOfReview(const sema::Policy& policy, base::Date as_of);

/// 《name》（version）, without a place.
std::string InstrumentAsCited(const law::Citation& cited);

}  // namespace zhun::lint
