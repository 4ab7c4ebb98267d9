#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/id.h"

namespace zhun::base {

/// One text that was read: a policy file, a table, a JSON document.
struct Source {
  std::string name;  ///< as the user gave it; printed in messages
  std::string text;  ///< the bytes, unchanged
};

using SourceId = Id<Source>;

/// Byte range [begin, end) of a source. Lines and columns are computed only when printed.
struct Span {
  SourceId source;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool operator==(const Span&) const = default;
};

/// Line and column, both from 1; columns count code points.
struct Position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
};

/// Where the lines of a text begin and how many code points stand before each block of it, so that a place is found
/// without reading the text from its beginning: catalogues have tens of megabytes, sometimes in one line.
class LineIndex {
 public:
  explicit LineIndex(std::string_view text);

  /// Byte at which the line that holds `offset` begins.
  std::uint32_t LineStart(std::uint32_t offset) const;
  /// Byte of the line feed that ends the line, or `size`, that of the whole text.
  std::uint32_t LineEnd(std::uint32_t offset, std::size_t size) const;
  /// `text`: the one that the index was made from.
  Position PositionOf(std::string_view text, std::uint32_t offset) const;

 private:
  std::uint32_t CodePointsBefore(std::string_view text, std::uint32_t offset) const;

  std::vector<std::uint32_t> starts_;       ///< of every line, ascending; the first is 0
  std::vector<std::uint32_t> code_points_;  ///< before each block
};

/// Owns every text of a run. References to texts stay valid as long as the store.
class SourceStore {
 public:
  SourceId Add(std::string name, std::string text);
  const Source& operator[](SourceId id) const { return sources_[id]; }
  std::string_view TextOf(Span span) const;
  Position PositionOf(SourceId id, std::uint32_t offset) const;
  /// The whole line that holds `offset`, without its line end.
  std::string_view LineOf(SourceId id, std::uint32_t offset) const;
  /// In a literate file (`*.md`): the heading that `offset` stands under, without its marks. Empty where there is none.
  std::string_view HeadingOf(SourceId id, std::uint32_t offset) const;

 private:
  Store<Source> sources_;
  std::vector<LineIndex> lines_;  ///< one a source
};

}  // namespace zhun::base
