#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "runtime/store/layout.h"

namespace zhun::store {

/// Puts sections together into a file. The same sections give the same bytes, in whatever order they are added.
class Writer {
 public:
  /// A section of `kind`, in place of one added before. `segment_size` is how much is verified at a time: a power of two
  /// from `kSmallestSegment` to `kLargestSegment` (anything else ends the program: it is a mistake of the caller).
  void Add(Kind kind, std::string bytes, std::uint64_t segment_size = kUsualSegment);

  /// The file. To replace a file that others may have opened, write beside it and rename (docs/program_format.md).
  std::string Finish() const;

 private:
  struct Part {
    std::string bytes;
    std::uint32_t segment_size = 0;
  };
  std::map<Kind, Part> parts_;
};

}  // namespace zhun::store
