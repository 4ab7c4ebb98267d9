#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/store/fault.h"
#include "runtime/store/file.h"

/// An immutable hash table in a section: from an id (the code of a catalogue entry) to its number.
///
/// Slots are ascending by hash; the home of a hash is proportional to it, so one run of slots, at most `kLongestRun`, holds
/// every id that can be meant. A slot's hash is compared first, then the id itself: nothing rests on the hash alone.
namespace zhun::store {

constexpr std::uint32_t kLongestRun = 64;
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;

/// The first bytes of the section; slots and ids follow.
struct IdHeader {
  std::uint64_t
      seed;  ///< of the hash; depends on all ids, so nobody who supplies some can prepare ids that fall together
  std::uint32_t count;  ///< ids
  std::uint32_t homes;  ///< how many slots a hash can begin at
  std::uint32_t run;  ///< how many slots a look-up has to see; there are `homes` + `run` slots
  std::uint32_t ids_size;  ///< bytes of the ids behind the slots
  std::uint64_t zero;  ///< so that no slot lies across two cache lines
};
static_assert(sizeof(IdHeader) == 32);

struct IdSlot {
  std::uint64_t hash;
  std::uint32_t entry;  ///< kNoEntry: the slot is free
  std::uint32_t id;  ///< where the id lies among the ids: its length in two bytes, then its bytes
};
static_assert(sizeof(IdSlot) == 16);

/// The section for `ids`; the number of an id is its place in the list. 24 bytes an id and the ids themselves. Nothing where
/// an id occurs twice or is longer than 65535 bytes, where they take 4 GiB or more, or where no seed parts them well enough.
std::optional<std::string> BuildIdIndex(const std::vector<std::string_view>& ids);

/// Reads such a section. Copies share the file, which has to outlive them. Threads may share it.
class IdIndex {
 public:
  /// Checks the header, in time that does not grow with the ids.
  static Result<IdIndex> Open(const File& file, Kind kind);

  /// The number of `id`; kNoEntry where it is none of them. A fault where the bytes that tell are not what was written.
  Result<std::uint32_t> Find(std::string_view id) const;

  std::uint32_t Count() const { return header_.count; }

 private:
  std::uint64_t IdsAt() const {
    return sizeof(IdHeader) + (std::uint64_t{header_.homes} + header_.run) * sizeof(IdSlot);
  }
  /// Whether `id` is the one at `place` among the ids.
  Result<bool> IsAt(std::uint32_t place, std::string_view id) const;

  const File* file_ = nullptr;
  Kind kind_{};
  IdHeader header_{};
};

}  // namespace zhun::store
