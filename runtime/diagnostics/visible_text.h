#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace zhun::diagnostics {

/// Columns a tab takes in an excerpt, wherever it stands.
inline constexpr std::uint32_t kTabWidth = 4;

/// A piece of text as a terminal shows it. Han and full-width characters are two columns wide, combining marks
/// none. Whatever a terminal would obey or hide instead of showing (control characters, bidirectional and zero-width
/// marks, line ends) stands as <U+202E>, a byte that is no UTF-8 as <FF>.
struct VisibleText {
  std::string text;
  /// `columns[i]` is the column, from 0, at which the character holding byte `i` of the original begins; one more
  /// element than the original has bytes, the last being the width of the whole.
  std::vector<std::uint32_t> columns;
};

VisibleText MakeVisible(std::string_view text);

/// Only the text of the above.
std::string Visible(std::string_view text);

}  // namespace zhun::diagnostics
