#include "runtime/values/nearest.h"

#include <algorithm>
#include <string>
#include <vector>

#include "runtime/values/utf8.h"

namespace zhun::values {
namespace {

constexpr std::size_t kLongestWord = 60;

std::u32string CodePointsOf(std::string_view text) {
  std::u32string points;
  for (std::size_t offset = 0; offset < text.size();) points += NextCodePoint(text, &offset);
  return points;
}

/// Levenshtein distance, one row at a time.
std::size_t Distance(const std::u32string& from, const std::u32string& to) {
  std::vector<std::size_t> row(to.size() + 1);
  for (std::size_t column = 0; column <= to.size(); ++column) row[column] = column;
  for (std::size_t line = 1; line <= from.size(); ++line) {
    std::size_t diagonal = row[0];
    row[0] = line;
    for (std::size_t column = 1; column <= to.size(); ++column) {
      const std::size_t replaced = diagonal + (from[line - 1] == to[column - 1] ? 0 : 1);
      diagonal = row[column];
      row[column] = std::min({row[column] + 1, row[column - 1] + 1, replaced});
    }
  }
  return row[to.size()];
}

}  // namespace

std::optional<std::string_view> Nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > kLongestWord) return std::nullopt;
  const std::u32string wanted = CodePointsOf(word);
  std::size_t best = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  std::optional<std::string_view> nearest;
  for (const std::string_view candidate : candidates) {
    if (candidate.size() > kLongestWord) continue;
    const std::size_t distance = Distance(wanted, CodePointsOf(candidate));
    if (distance >= best) continue;
    best = distance;
    nearest = candidate;
  }
  return nearest;
}

}  // namespace zhun::values
