#pragma once

#include <string>
#include <vector>

namespace zhun::lint {

/// Rows of cells in columns as a terminal shows them, where a Han character is two wide: two blanks between columns, none
/// behind the last. Columns whose number is in `right` end flush. Every row has as many cells as the first.
std::string Aligned(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right);

}  // namespace zhun::lint
