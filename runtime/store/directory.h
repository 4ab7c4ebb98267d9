#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/store/fault.h"
#include "runtime/store/layout.h"

namespace zhun::store {

/// Where one section lies. `size` 0 and `segments` 0 where it is empty or the file has none.
struct Extent {
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::uint32_t first_segment = 0;
  std::uint32_t segments = 0;
  std::uint8_t segment_bits = 0;  ///< a segment has 2 to the power of this bytes
  bool present = false;
};

/// What header and directory of a file say, verified: every extent lies inside the file, none overlaps another.
struct Directory {
  std::array<Extent, kMostKinds> sections{};  ///< by number of the kind
  std::vector<std::uint64_t> checksums;       ///< of the segments
};

/// Reads the beginning of `file`. Its time grows with sections and segments, not with what is in them.
Result<Directory> ReadDirectory(std::string_view file);

/// The number of the format; 0 where the bytes are too few to hold one.
std::uint8_t FormatOf(std::string_view file);

/// The bytes of one segment with the zeros behind the section's end, all of which its checksum covers.
std::string_view SegmentOf(std::string_view file, const Extent& section, std::uint32_t number);

}  // namespace zhun::store
