#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhun::sema {

/// The candidate nearest to `word` by edits of code points, if it is near enough to be a slip of the pen
/// (at most a third of the letters, at least one). Nothing where two candidates are equally near: a guess would be wrong
/// half the time.
std::optional<std::string> Nearest(std::string_view word, const std::vector<std::string>& candidates);
/// The same with a bound of its own.
std::optional<std::string> Nearest(std::string_view word, const std::vector<std::string>& candidates,
                                   std::size_t most_edits);

}  // namespace zhun::sema
