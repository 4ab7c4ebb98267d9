#pragma once

#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/residual/code.h"

/// What is left of the policies once an entry of the catalogue is known: flat tables without pointers, so that they can
/// be used where a file is mapped. Entries whose programs differ only in constants share the code.
///
/// After N. D. Jones, C. K. Gomard, P. Sestoft, «Partial Evaluation and Automatic Program Generation» (1993): the entry
/// is the static input, application and context are the dynamic one.
namespace zhun::residual {

/// How the fact of a slot is held (machine/fact.h): what its code is.
enum class Shape : std::uint8_t {
  kNumber,  ///< yes/no, member of an enumeration, number, day, instant, region: the number
  kText,  ///< its place in the slot's domain, or kNoCode
  kBits,  ///< a list: the set of the members' places in the domain; kOtherBit for those that have none
  kItems,  ///< the set of positions in the entry's items
  kMembers,  ///< a list: no code
  kRecord,  ///< only whether it is there
};

inline constexpr std::int64_t kNoCode = -1;
inline constexpr int kOtherBit = 63;  ///< something that has no code: an item that the entry does not have
inline constexpr int kUnsaidBit = 62;  ///< truths by item: of an item that is not known
inline constexpr std::size_t kMostItems = 62;  ///< of an entry that is specialised

/// Something a case may say: an attribute by its path, a finding, the day of the decision.
struct Slot {
  enum class Source : std::uint8_t { kApplication, kContext, kFinding, kCondition, kToday };

  Source source = Source::kApplication;
  Shape shape = Shape::kNumber;
  std::uint16_t domain = 0xFFFF;  ///< of texts that are compared with constants
  std::uint16_t number = 0;  ///< kFinding: of the program; kCondition: position in the entry's conditions.others
  std::uint8_t depth = 0;  ///< fields of the path in use
  std::uint8_t fields[7] = {};  ///< kApplication, kContext: attributes from the root down
  std::uint8_t reserved[2] = {};

  bool operator==(const Slot&) const = default;
};
static_assert(sizeof(Slot) == 16);

/// The texts that a slot is compared with: an open hash table over `Residual::places`.
struct Domain {
  std::uint32_t first_place = 0, place_count = 0;  ///< a power of two
  std::uint32_t size = 0;
  std::uint32_t reserved = 0;
};

/// A place of a hash table of texts.
struct Place {
  std::uint64_t hash = 0;
  std::uint32_t text = 0, size = 0;  ///< into `Residual::bytes`
  std::uint32_t code = kNobody;
  std::uint32_t reserved = 0;

  static constexpr std::uint32_t kNobody = 0xFFFFFFFFu;
};
static_assert(sizeof(Place) == 24);

/// The program of an entry for applications received from `from` on (days since 1970), until the next period.
struct Period {
  std::int32_t from = 0;
  std::uint32_t code = 0;  ///< kGeneral: the full evaluator has to decide
  std::uint32_t constants = 0;  ///< into `Residual::constants`
  std::uint32_t reserved = 0;

  static constexpr std::uint32_t kGeneral = 0xFFFFFFFFu;
};

/// An entry of the catalogue.
struct Entry {
  std::uint32_t id = 0, id_size = 0;  ///< into `Residual::bytes`
  std::uint32_t first_period = 0, period_count = 0;
  std::uint32_t items = 0, item_count = 0;  ///< words: codes of the items' names in the domain of item names
  std::uint32_t conditions = 0, condition_count = 0;  ///< words: texts of the numbers of other conditions
  std::uint64_t document = 0;  ///< into the catalogue's documents
  std::uint32_t document_size = 0;
  std::uint32_t reserved = 0;
};
static_assert(sizeof(Entry) == 48);

/// All tables of a bundle. Views: the memory is a `Storage` or a mapped file, must outlive it and is never written to.
struct Residual {
  std::span<const Slot> slots;
  std::span<const Domain> domains;
  std::span<const Place> places;
  std::span<const Instruction> instructions;
  std::span<const Rule> rules;
  std::span<const Code> codes;
  std::span<const Period> periods;
  std::span<const Entry> entries;
  std::span<const Place> index;  ///< hash table over ids: `code` is an entry; its size is a power of two
  std::span<const std::uint64_t> constants;
  std::span<const char> bytes;
  std::span<const char> documents;  ///< canonical JSON of the entries
  std::uint32_t item_domain = 0;  ///< names of items
  std::uint32_t items_slot = 0;  ///< the items asked for; every bundle has it

  std::string_view Text(std::uint64_t word) const { return TextAt(static_cast<std::uint32_t>(word >> 32), word); }
  std::string_view TextAt(std::uint32_t place, std::uint64_t size) const {
    return {bytes.data() + place, static_cast<std::uint32_t>(size)};
  }
};

/// The same tables, owned.
struct Storage {
  std::vector<Slot> slots;
  std::vector<Domain> domains;
  std::vector<Place> places;
  std::vector<Instruction> instructions;
  std::vector<Rule> rules;
  std::vector<Code> codes;
  std::vector<Period> periods;
  std::vector<Entry> entries;
  std::vector<Place> index;
  std::vector<std::uint64_t> constants;
  std::string bytes;
  std::string documents;
  std::uint32_t item_domain = 0;
  std::uint32_t items_slot = 0;

  Residual View() const;
};

/// A place and a count or size in one word.
constexpr std::uint64_t Pack(std::uint32_t place, std::uint32_t count) {
  return static_cast<std::uint64_t>(place) << 32 | count;
}

std::uint64_t HashOf(std::string_view text);
/// Where to look first in a table of `size` places, a power of two from 2 on: by the highest bits, since they hang on every
/// byte of the text, which the lowest do not.
inline std::size_t FirstPlace(std::uint64_t hash, std::size_t size) {
  return static_cast<std::size_t>(hash >> (std::countl_zero(size) + 1));
}
/// The code of `text`, or kNobody.
std::uint32_t Find(std::span<const Place> places, std::span<const char> bytes, std::string_view text);
/// Position in `entries`, or kNobody.
inline std::uint32_t FindEntry(const Residual& residual, std::string_view id) {
  return Find(residual.index, residual.bytes, id);
}
/// The period for applications received on `day`: the last that has begun; nullptr before the first.
inline const Period* PeriodFor(const Residual& residual, const Entry& entry, std::int32_t day) {
  const Period* const first = residual.periods.data() + entry.first_period;
  for (const Period* period = first + entry.period_count; period != first;) {
    if ((--period)->from <= day) return period;
  }
  return nullptr;
}

/// The code as text, stable byte for byte.
std::string Print(const Residual& residual, std::uint32_t code);

}  // namespace zhun::residual
