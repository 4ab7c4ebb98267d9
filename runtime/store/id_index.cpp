#include "runtime/store/id_index.h"

#include <algorithm>
#include <cstring>

#include "runtime/store/hash.h"

namespace zhun::store {
namespace {

constexpr std::uint64_t kLongestId = 0xFFFF;
constexpr std::uint64_t kMostBytes = 0xFFFFFFFF;
constexpr std::uint32_t kMostIds = 0x7FFFFFFF;
constexpr int kSeeds = 8;
constexpr std::size_t kLengthSize = sizeof(std::uint16_t);

/// Where in 0 … homes - 1 a hash belongs; never descends as the hash ascends.
std::uint64_t HomeOf(std::uint64_t hash, std::uint32_t homes) { return ((hash >> 32) * homes) >> 32; }

template <class T>
void Append(std::string& bytes, const T& value) {
  bytes.append(reinterpret_cast<const char*>(&value), sizeof(value));
}

template <class T>
T Load(std::string_view bytes, std::uint64_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof(value));
  return value;
}

/// The ids one after another, each behind its length, and where each begins; nothing where they do not fit.
struct Pool {
  std::string bytes;
  std::vector<std::uint32_t> places;
};

std::optional<Pool> PoolOf(const std::vector<std::string_view>& ids) {
  Pool pool;
  for (const std::string_view id : ids) {
    if (id.size() > kLongestId || pool.bytes.size() + kLengthSize + id.size() > kMostBytes) return std::nullopt;
    pool.places.push_back(static_cast<std::uint32_t>(pool.bytes.size()));
    Append(pool.bytes, static_cast<std::uint16_t>(id.size()));
    pool.bytes += id;
  }
  return pool;
}

/// Lays ascending slots out, each at its home or behind its predecessor; nothing where one would lie too far from home.
std::optional<std::vector<IdSlot>> LayOut(const std::vector<IdSlot>& sorted, std::uint32_t homes, std::uint32_t& run) {
  std::vector<IdSlot> slots(std::size_t{homes} + kLongestRun, IdSlot{0, kNoEntry, 0});
  std::uint64_t next = 0;
  run = 0;
  for (const IdSlot& slot : sorted) {
    const std::uint64_t home = HomeOf(slot.hash, homes);
    const std::uint64_t place = std::max(home, next);
    if (place - home >= kLongestRun) return std::nullopt;
    run = std::max(run, static_cast<std::uint32_t>(place - home + 1));
    slots[place] = slot;
    next = place + 1;
  }
  slots.resize(std::size_t{homes} + run);
  return slots;
}

std::vector<IdSlot> Sorted(const std::vector<std::string_view>& ids, const Pool& pool, std::uint64_t seed) {
  std::vector<IdSlot> sorted;
  sorted.reserve(ids.size());
  for (std::uint32_t i = 0; i < ids.size(); ++i) sorted.push_back({Hash(ids[i], seed), i, pool.places[i]});
  std::ranges::sort(sorted, [&](const IdSlot& left, const IdSlot& right) {
    return left.hash != right.hash ? left.hash < right.hash : ids[left.entry] < ids[right.entry];
  });
  return sorted;
}

bool HasTwice(const std::vector<std::string_view>& ids, const std::vector<IdSlot>& sorted) {
  return std::ranges::adjacent_find(sorted, [&](const IdSlot& left, const IdSlot& right) {
           return left.hash == right.hash && ids[left.entry] == ids[right.entry];
         }) != sorted.end();
}

std::string Written(const IdHeader& header, const std::vector<IdSlot>& slots, const std::string& ids) {
  std::string section;
  section.reserve(sizeof(header) + slots.size() * sizeof(IdSlot) + ids.size());
  Append(section, header);
  section.append(reinterpret_cast<const char*>(slots.data()), slots.size() * sizeof(IdSlot));
  return section + ids;
}

}  // namespace

std::optional<std::string> BuildIdIndex(const std::vector<std::string_view>& ids) {
  if (ids.size() > kMostIds) return std::nullopt;
  const std::optional<Pool> pool = PoolOf(ids);
  if (!pool) return std::nullopt;
  // Two thirds full at most: 16 / (2 / 3) = 24 bytes an id.
  const auto count = static_cast<std::uint32_t>(ids.size());
  const std::uint32_t homes = count + count / 2 + 1;
  for (int attempt = 0; attempt < kSeeds; ++attempt) {
    IdHeader header{Hash(pool->bytes, attempt), count, homes, 0, static_cast<std::uint32_t>(pool->bytes.size()), 0};
    const std::vector<IdSlot> sorted = Sorted(ids, *pool, header.seed);
    if (HasTwice(ids, sorted)) return std::nullopt;
    if (const auto slots = LayOut(sorted, homes, header.run)) return Written(header, *slots, pool->bytes);
  }
  return std::nullopt;
}

Result<IdIndex> IdIndex::Open(const File& file, Kind kind) {
  const Result<std::string_view> bytes = file.Bytes(kind, 0, sizeof(IdHeader));
  if (!bytes) return {{}, bytes.fault};
  Result<IdIndex> index;
  index.value.file_ = &file;
  index.value.kind_ = kind;
  index.value.header_ = Load<IdHeader>(bytes.value, 0);
  const IdHeader& header = index.value.header_;
  const std::uint64_t slots = std::uint64_t{header.homes} + header.run;
  const bool fits = header.count <= slots && header.homes > 0 && header.zero == 0 && header.run <= kLongestRun &&
                    slots <= kNoEntry &&
                    sizeof(IdHeader) + slots * sizeof(IdSlot) + header.ids_size == file.SizeOf(kind);
  if (!fits) return {{}, Fault::kMalformed};
  return index;
}

Result<std::uint32_t> IdIndex::Find(std::string_view id) const {
  const std::uint64_t hash = Hash(id, header_.seed);
  const std::uint64_t home = HomeOf(hash, header_.homes);
  const auto run = file_->Bytes(kind_, sizeof(IdHeader) + home * sizeof(IdSlot), header_.run * sizeof(IdSlot));
  if (!run) return {kNoEntry, run.fault};
  for (std::uint64_t at = 0; at < run.value.size(); at += sizeof(IdSlot)) {
    const auto slot = Load<IdSlot>(run.value, at);
    if (slot.entry == kNoEntry || slot.hash > hash) break;
    if (slot.hash < hash) continue;
    const Result<bool> same = IsAt(slot.id, id);
    if (!same) return {kNoEntry, same.fault};
    if (!same.value) continue;
    if (slot.entry >= header_.count) return {kNoEntry, Fault::kMalformed};
    return {slot.entry, Fault::kNone};
  }
  return {kNoEntry, Fault::kNone};
}

Result<bool> IdIndex::IsAt(std::uint32_t place, std::string_view id) const {
  const std::uint64_t at = IdsAt() + place;
  const Result<std::string_view> length = file_->Bytes(kind_, at, kLengthSize);
  if (!length) return {false, length.fault};
  if (Load<std::uint16_t>(length.value, 0) != id.size()) return {false, Fault::kNone};
  const Result<std::string_view> bytes = file_->Bytes(kind_, at + kLengthSize, id.size());
  if (!bytes) return {false, bytes.fault};
  return {bytes.value == id, Fault::kNone};
}

}  // namespace zhun::store
