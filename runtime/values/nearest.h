#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace zhun::values {

/// The candidate nearest to `word` by inserted, deleted and replaced code points, if it is near enough to be a slip of
/// the pen: at most a third of the word, at least one. Ties go to the earlier candidate; long words have none.
std::optional<std::string_view> Nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace zhun::values
