#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "runtime/store/directory.h"
#include "runtime/store/fault.h"
#include "runtime/store/layout.h"

namespace zhun::store {

class File;

/// An opened file, or why there is none.
struct Opened {
  std::unique_ptr<const File> file;
  Fault fault = Fault::kNone;
  std::uint8_t format = 0;  ///< the number of the format, where that is what is wrong

  explicit operator bool() const { return fault == Fault::kNone; }
};

/// A file of sections, opened for reading. Header and directory are verified when it is opened, every segment before its
/// bytes are first given. Threads may share it: nothing locks, and two that ask first verify twice, which is harmless.
///
/// Views stay valid as long as the `File`. A file that is mapped must not change: a process that shortens it ends every
/// reader of the lost pages with SIGBUS, and bytes overwritten after they were verified are not noticed. Replace a file by
/// writing beside it and renaming; readers keep the old one until they close it.
class File {
 public:
  /// Maps the file read-only, shared with whoever else has it open.
  static Opened Open(const std::string& path);
  /// The same for bytes at hand, which are copied to where alignment is right.
  static Opened Copy(std::string_view bytes);

  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File();

  bool Has(Kind kind) const { return At(kind).present; }
  std::uint64_t SizeOf(Kind kind) const { return At(kind).size; }  ///< 0 where there is no such section

  /// `size` bytes of a section from `offset` on. kAbsent: no such section; kMalformed: beyond its end; kAltered.
  Result<std::string_view> Bytes(Kind kind, std::uint64_t offset, std::uint64_t size) const {
    const Extent& section = At(kind);
    if (!section.present) return {{}, Fault::kAbsent};
    if (offset > section.size || size > section.size - offset) return {{}, Fault::kMalformed};
    if (size != 0) {
      const std::uint64_t last = (offset + size - 1) >> section.segment_bits;
      for (std::uint64_t i = offset >> section.segment_bits; i <= last; ++i) {
        if (!IsVerified(section.first_segment + i) && !Verify(section, static_cast<std::uint32_t>(i))) {
          return {{}, Fault::kAltered};
        }
      }
    }
    return {bytes_.substr(section.offset + offset, size), Fault::kNone};
  }
  /// All of it. Begins at a multiple of `kAlignment` in memory.
  Result<std::string_view> Section(Kind kind) const { return Bytes(kind, 0, SizeOf(kind)); }

  std::string_view All() const { return bytes_; }  ///< the whole file, not verified

 private:
  enum class Owner : std::uint8_t { kMapping, kHeap };
  using Word = std::atomic<std::uint64_t>;

  explicit File(Owner owner) : owner_(owner) {}
  static Opened Check(std::unique_ptr<File> file);

  const Extent& At(Kind kind) const { return directory_.sections[static_cast<std::uint32_t>(kind) % kMostKinds]; }
  /// The bytes do not change, so a bit says all there is to know and orders nothing: relaxed is enough.
  bool IsVerified(std::uint64_t segment) const {
    return (verified_[segment / 64].load(std::memory_order_relaxed) >> (segment % 64) & 1) != 0;
  }
  bool Verify(const Extent& section, std::uint32_t number) const;

  std::string_view bytes_;
  Owner owner_;
  Directory directory_;
  std::unique_ptr<Word[]> verified_;  ///< a bit a segment
};

}  // namespace zhun::store
