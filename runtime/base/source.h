#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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

/// Owns every text of a run. References to texts stay valid as long as the store.
class SourceStore {
 public:
  SourceId Add(std::string name, std::string text) { return sources_.Add({std::move(name), std::move(text)}); }
  const Source& operator[](SourceId id) const { return sources_[id]; }
  std::string_view TextOf(Span span) const;
  Position PositionOf(SourceId id, std::uint32_t offset) const;
  /// The whole line that holds `offset`, without its line end.
  std::string_view LineOf(SourceId id, std::uint32_t offset) const;
  /// In a literate file (`*.md`): the heading that `offset` stands under, without its marks. Empty where there is none.
  std::string_view HeadingOf(SourceId id, std::uint32_t offset) const;

 private:
  Store<Source> sources_;
};

}  // namespace zhun::base
