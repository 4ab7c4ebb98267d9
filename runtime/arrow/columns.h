#pragma once

#include <optional>
#include <string>

#include "runtime/arrow/rows.h"

namespace zhun::arrow {

/// The column of a schema and its array, with all that is inside; nothing, and a message, where there is none.
/// `name`: what messages call it.
std::optional<Column> ReadColumn(const ArrowSchema& schema, const ArrowArray& array, const std::string& name,
                                 diagnostics::Sink& sink);

/// Puts members whose names have points into records: period.from, period.to → period {from, to}.
void Group(std::vector<Column>& members, const std::vector<std::string>& names);

/// `name` as the key of a member of a JSON object.
std::string KeyOf(const std::string& name);

}  // namespace zhun::arrow
