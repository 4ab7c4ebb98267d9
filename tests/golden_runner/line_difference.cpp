#include "tests/golden_runner/line_difference.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace zhun::golden {
namespace {

constexpr std::size_t kContext = 3;
/// Above this many pairs of lines the middle is shown as replaced altogether.
constexpr std::size_t kMostPairs = 4'000'000;

struct Line {
  char sign;         ///< ' ', '-' or '+'
  std::string_view text;
  std::size_t number;  ///< line of the expected text, from 1
};

/// Every line with its line end.
std::vector<std::string_view> SplitLines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.size(), text.find('\n') == text.npos ? text.npos : text.find('\n') + 1);
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

using Lines = std::vector<std::string_view>;

/// `longest[i][j]`: how many lines `expected` from i and `actual` from j have in common, in order.
std::vector<std::vector<std::uint32_t>> CommonLines(const Lines& expected, const Lines& actual) {
  std::vector<std::vector<std::uint32_t>> longest(expected.size() + 1, std::vector<std::uint32_t>(actual.size() + 1));
  for (std::size_t i = expected.size(); i-- > 0;) {
    for (std::size_t j = actual.size(); j-- > 0;) {
      longest[i][j] =
          expected[i] == actual[j] ? longest[i + 1][j + 1] + 1 : std::max(longest[i + 1][j], longest[i][j + 1]);
    }
  }
  return longest;
}

std::vector<Line> Align(const Lines& expected, const Lines& actual) {
  const bool small = expected.size() * actual.size() <= kMostPairs;
  const auto longest = small ? CommonLines(expected, actual) : std::vector<std::vector<std::uint32_t>>{};
  std::vector<Line> lines;
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < expected.size() || j < actual.size()) {
    if (i < expected.size() && j < actual.size() && expected[i] == actual[j]) {
      lines.push_back({' ', expected[i], i + 1});
      ++i, ++j;
    } else if (i < expected.size() && (j == actual.size() || !small || longest[i + 1][j] >= longest[i][j + 1])) {
      lines.push_back({'-', expected[i], i + 1});
      ++i;
    } else {
      lines.push_back({'+', actual[j++], i + 1});
    }
  }
  return lines;
}

std::vector<bool> NearADifference(const std::vector<Line>& lines) {
  std::vector<bool> near(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].sign == ' ') continue;
    const std::size_t from = i - std::min(i, kContext);
    const std::size_t to = std::min(lines.size(), i + kContext + 1);
    std::fill(near.begin() + static_cast<std::ptrdiff_t>(from), near.begin() + static_cast<std::ptrdiff_t>(to), true);
  }
  return near;
}

std::string Print(const Line& line) {
  std::string_view text = line.text;
  const bool ends = text.ends_with('\n');
  if (ends) text.remove_suffix(1);
  std::string out = std::string(1, line.sign) + " " + std::string(text.substr(0, text.find_last_not_of(" \t\r") + 1));
  if (line.sign != ' ') {
    for (const char blank : text.substr(text.find_last_not_of(" \t\r") + 1)) {
      out += blank == ' ' ? "<blank>" : blank == '\t' ? "<tab>" : "<CR>";
    }
  }
  return out.append(ends ? "\n" : "<no line end>\n");
}

}  // namespace

std::string LineDifference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return "";
  const std::vector<Line> lines = Align(SplitLines(expected), SplitLines(actual));
  const std::vector<bool> near = NearADifference(lines);
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!near[i]) continue;
    if (i == 0 || !near[i - 1]) out += "@@ " + std::to_string(lines[i].number) + "\n";
    out += Print(lines[i]);
  }
  return out;
}

}  // namespace zhun::golden
