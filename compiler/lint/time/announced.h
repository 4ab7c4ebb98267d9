#pragma once

#include <optional>

#include "runtime/calendar/calendar.h"

namespace zhun::lint {

/// The last day of the last year whose calendar is announced; nothing: none is.
std::optional<base::Date> LastAnnouncedDay(const calendar::Book& book);

}  // namespace zhun::lint
