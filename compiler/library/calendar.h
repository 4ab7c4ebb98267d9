#pragma once

#include <filesystem>
#include <optional>

#include "runtime/calendar/calendar.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::library {

/// Reads `directory`/holidays.json (stdlib/calendar). Whatever is malformed or contradicts itself is reported with its
/// JSON pointer; then there is no book.
std::optional<calendar::Book> LoadCalendar(const std::filesystem::path& directory, diagnostics::Sink& sink);

}  // namespace zhun::library
