#include "compiler/sema/suggest.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace zhun::sema {
namespace {

std::u32string CodePoints(std::string_view text) {
  std::u32string points;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length && i + k < text.size(); ++k) {
      point = (point << 6) | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
    }
    points.push_back(point);
    i += length;
  }
  return points;
}

/// Edits of one code point each, or of two neighbours that changed places.
std::size_t Distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    before = std::exchange(last, row);
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
  }
  return row[b.size()];
}

}  // namespace

std::optional<std::string> Nearest(std::string_view word, const std::vector<std::string>& candidates) {
  return Nearest(word, candidates, std::max<std::size_t>(1, CodePoints(word).size() / 3));
}

std::optional<std::string> Nearest(std::string_view word, const std::vector<std::string>& candidates,
                                   std::size_t most_edits) {
  const std::u32string wanted = CodePoints(word);
  std::optional<std::string> best;
  std::size_t best_distance = most_edits + 1;
  bool tied = false;
  for (const std::string& candidate : candidates) {
    const std::size_t distance = Distance(wanted, CodePoints(candidate));
    if (distance == 0 || distance > best_distance || (best && *best == candidate)) continue;
    tied = best && distance == best_distance;
    if (distance == best_distance) continue;
    best_distance = distance;
    best = candidate;
  }
  return tied ? std::nullopt : best;
}

}  // namespace zhun::sema
