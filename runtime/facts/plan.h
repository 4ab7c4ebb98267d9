#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "runtime/base/bytes.h"
#include "runtime/facts/facts.h"
#include "runtime/residual/residual.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::facts {

inline constexpr std::uint16_t kNoSlot = 0xFFFF;

/// Finds the field of a record by its JSON key: a hash without collisions, because the keys are known.
class KeyTable {
 public:
  KeyTable() = default;
  explicit KeyTable(const vocabulary::Record& record);

  /// Field of the key, or vocabulary::kNone. Eight bytes from `key` on must be readable.
  std::uint16_t Find(const char* key, std::size_t size) const {
    if (size == 0) return vocabulary::kNone;
    const Place& place = places_[Sample(key, size) * multiplier_ >> shift_];
    return place.size == size && base::SameBytes(place.key, key, size) ? place.field : vocabulary::kNone;
  }

 private:
  struct Place {
    const char* key = "";
    std::uint32_t size = 0;
    std::uint16_t field = vocabulary::kNone;
  };

  /// The first and the last eight bytes and the size, in one word.
  static std::uint64_t Sample(const char* key, std::size_t size) {
    const std::uint64_t first = base::EightBytes(key);
    if (size < 8) return (first & ((std::uint64_t{1} << 8 * size) - 1)) ^ std::uint64_t{size} << 56;
    return first ^ (base::EightBytes(key + size - 8) + size) * 0xFF51AFD7ED558CCDull;
  }
  bool Lay(const vocabulary::Record& record, std::size_t size);

  std::vector<Place> places_;
  std::uint64_t multiplier_ = 0;
  unsigned shift_ = 0;
};

/// A slot and the fact it has.
struct Filled {
  std::uint16_t slot = kNoSlot;
  Fact fact;
};

/// How the value of an attribute is read.
enum class How : std::uint8_t {
  kRefused,
  kText,
  kWord,
  kYesOrNo,
  kNumber,
  kList,
  kItems,
  kRecord,
  kFindings,
  kIgnored
};

/// Where an attribute goes.
struct FieldPlan {
  How how = How::kRefused;              ///< kRefused: the binder has to
  std::uint16_t slots[6] = {kNoSlot, kNoSlot, kNoSlot, kNoSlot, kNoSlot, kNoSlot};  ///< by residual::Shape
  std::uint16_t domain = kNoSlot;       ///< of kText
  std::uint16_t bits_domain = kNoSlot;  ///< of kBits
  std::uint16_t record = kNoSlot;       ///< plan of a record inside
  std::vector<Filled> when_none;        ///< slots of the attribute and below, where it is declared or counts as none
  std::vector<Filled> when_absent;

  std::uint16_t SlotOf(residual::Shape shape) const { return slots[static_cast<std::size_t>(shape)]; }
};

/// A record that stands at one place of a document.
struct RecordPlan {
  vocabulary::RecordIndex type = vocabulary::kNone;
  std::vector<FieldPlan> fields;
  std::uint64_t required = 0;           ///< fields without which there is no document
  std::vector<Filled> when_empty;       ///< slots below it, where it is there and says nothing
};

/// Which slots the attributes of application and context go to. The vocabulary has at most 64 attributes a record.
struct Plan {
  Plan(const residual::Residual& residual, const vocabulary::Vocabulary& vocabulary);

  std::vector<RecordPlan> records;
  std::vector<KeyTable> keys;           ///< by record of the vocabulary
  std::uint16_t application = 0, context = 0;  ///< into `records`
  std::vector<Fact> nothing;            ///< by slot: a case that says nothing
  bool fits = true;                     ///< false: some record has more than 64 attributes
};

}  // namespace zhun::facts
