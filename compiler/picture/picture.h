#pragma once

#include <string>

#include "runtime/timeline/timeline.h"

namespace zhun::picture {

/// A page of its own, without scripts or anything from elsewhere: the time line, what may have been breached, deadlines,
/// powers, obligations, events. For the screen and for paper (A4 across).
std::string ToHtml(const timeline::Result& result, const vocabulary::Vocabulary& vocabulary, base::Language language);

/// The deadlines that are open or were missed as a calendar (RFC 5545): one all-day event each on the last day, on the
/// earliest possible day where that is all that is known, with a reminder the day before.
std::string ToCalendar(const timeline::Result& result, const vocabulary::Vocabulary& vocabulary,
                       base::Language language);

}  // namespace zhun::picture
