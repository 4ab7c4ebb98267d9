#include "runtime/store/id_index.h"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/store/hash.h"
#include "runtime/store/writer.h"

// From ids to numbers: all are found, no others, whatever falls together.
namespace zhun::store {
namespace {

constexpr Kind kKind = Kind::kProgram;  // any will do

std::vector<std::string_view> Views(const std::vector<std::string>& ids) { return {ids.begin(), ids.end()}; }

std::vector<std::string> Numbered(std::size_t count) {
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < count; ++i) ids.push_back("GD-MZ-" + std::to_string(i * 7));
  return ids;
}

Opened FileOf(const std::string& section, std::uint64_t segment = kUsualSegment) {
  Writer writer;
  writer.Add(kKind, section, segment);
  return File::Copy(writer.Finish());
}

void ExpectFound(const std::string& section, const std::vector<std::string>& ids) {
  const Opened opened = FileOf(section, 4096);
  ASSERT_TRUE(opened);
  const Result<IdIndex> index = IdIndex::Open(*opened.file, kKind);
  ASSERT_TRUE(index);
  ASSERT_EQ(index.value.Count(), ids.size());
  for (std::size_t i = 0; i < ids.size(); ++i) {
    const Result<std::uint32_t> found = index.value.Find(ids[i]);
    ASSERT_TRUE(found);
    ASSERT_EQ(found.value, i) << ids[i];
    ASSERT_EQ(index.value.Find(ids[i] + "x").value, kNoEntry);
  }
  EXPECT_EQ(index.value.Find("nobody").value, kNoEntry);
}

TEST(IdIndex, FindsEveryIdAndNoOther) {
  for (const std::size_t count : {0, 1, 2, 3, 10, 1000, 100000}) {
    const std::vector<std::string> ids = Numbered(count);
    const auto section = BuildIdIndex(Views(ids));
    ASSERT_TRUE(section);
    ExpectFound(*section, ids);
  }
}

TEST(IdIndex, TakesTwentyFourBytesAnId) {
  const std::vector<std::string> ids = Numbered(100000);
  std::size_t letters = 0;
  for (const std::string& id : ids) letters += 2 + id.size();
  const std::size_t fixed = sizeof(IdHeader) + (kLongestRun + 1) * sizeof(IdSlot);
  EXPECT_LE(BuildIdIndex(Views(ids))->size(), letters + 24 * ids.size() + fixed);
}

TEST(IdIndex, HoldsEmptyAndLongIdsButNoIdTwice) {
  const std::vector<std::string> ids = {"", std::string(65535, 'a'), std::string("a\0b", 3), "甲"};
  const auto section = BuildIdIndex(Views(ids));
  ASSERT_TRUE(section);
  ExpectFound(*section, ids);
  EXPECT_FALSE(BuildIdIndex({"a", "b", "a"}));
  const std::string too_long(65536, 'a');
  EXPECT_FALSE(BuildIdIndex({too_long}));
}

/// Two different ids of sixteen bytes with one hash under `seed`: XXH3 multiplies the two halves, each xored with a constant,
/// and adds them; where one factor is nought the product says nothing of the other.
std::vector<std::string> SameHash(std::uint64_t seed) {
  // The bytes 24 to 55 of XXH3's default secret, as its specification gives them.
  constexpr std::uint64_t kSecret[4] = {0x1f67b3b7a4a44072, 0x78e5c0cc4ee679cb, 0x2172ffcc7dd05a82, 0x8e2443f7744608b8};
  const std::uint64_t low = (kSecret[0] ^ kSecret[1]) + seed;
  const std::uint64_t high = (kSecret[2] ^ kSecret[3]) - seed;
  constexpr std::uint64_t kAny = 0x0102030405060708;
  const auto id = [](std::uint64_t first, std::uint64_t second) {
    std::string bytes(16, '\0');
    std::memcpy(bytes.data(), &first, 8);
    std::memcpy(bytes.data() + 8, &second, 8);
    return bytes;
  };
  return {id(low, kAny ^ high), id(__builtin_bswap64(kAny) ^ low, high)};
}

TEST(IdIndex, TellsIdsOfOneHashApart) {
  for (const std::uint64_t seed : {std::uint64_t{0}, std::uint64_t{12345}}) {
    const std::vector<std::string> same = SameHash(seed);
    ASSERT_NE(same[0], same[1]);
    ASSERT_EQ(Hash(same[0], seed), Hash(same[1], seed)) << seed;
  }
  // The table's seed depends on its ids, so the section is laid out by hand.
  const std::vector<std::string> ids = SameHash(0);
  const std::string third = "another";
  const std::uint64_t hash = Hash(ids[0]);
  for (std::size_t known = 1; known <= 2; ++known) {
    IdHeader header{0, static_cast<std::uint32_t>(known), 1, 2, 36, 0};
    IdSlot slots[3] = {{hash, 0, 0}, {hash, 1, 18}, {0, kNoEntry, 0}};
    if (known == 1) slots[1] = slots[2];
    std::string section(reinterpret_cast<const char*>(&header), sizeof(header));
    section.append(reinterpret_cast<const char*>(slots), sizeof(slots));
    for (const std::string& id : ids) section += std::string("\x10\0", 2) + id;
    const Opened opened = FileOf(section);
    const Result<IdIndex> index = IdIndex::Open(*opened.file, kKind);
    ASSERT_TRUE(index);
    EXPECT_EQ(index.value.Find(ids[0]).value, 0u);
    EXPECT_EQ(index.value.Find(ids[1]).value, known == 2 ? 1u : kNoEntry);
    EXPECT_EQ(index.value.Find(third).value, kNoEntry);
  }
}

/// Ids that would share one home under the plain hash are parted by the seed.
TEST(IdIndex, IsNotDefeatedByIdsPreparedToFallTogether) {
  std::vector<std::string> ids;
  for (std::uint32_t i = 0; ids.size() < 200; ++i) {
    std::string id = "prepared-" + std::to_string(i);
    if (Hash(id) >> 54 == 5) ids.push_back(std::move(id));
  }
  const auto section = BuildIdIndex(Views(ids));
  ASSERT_TRUE(section);
  ExpectFound(*section, ids);
}

TEST(IdIndex, IsTheSameForTheSameIds) {
  EXPECT_EQ(BuildIdIndex(Views(Numbered(1000))), BuildIdIndex(Views(Numbered(1000))));
}

TEST(IdIndex, RefusesAHeaderThatDoesNotFitItsSection) {
  const std::string sound = *BuildIdIndex(Views(Numbered(100)));
  const auto with = [&](auto change) {
    std::string section = sound;
    IdHeader header;
    std::memcpy(&header, section.data(), sizeof(header));
    change(header);
    std::memcpy(section.data(), &header, sizeof(header));
    const Opened opened = FileOf(section);
    return IdIndex::Open(*opened.file, kKind).fault;
  };
  EXPECT_EQ(with([](IdHeader&) {}), Fault::kNone);
  EXPECT_EQ(with([](IdHeader& header) { header.homes = 0; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.homes += 1; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.homes = 0xFFFFFFFF; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.run += 1; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.run += kLongestRun, header.homes -= kLongestRun; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.ids_size = 0xFFFFFFFF; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.count = 0xFFFFFFFF; }), Fault::kMalformed);
  EXPECT_EQ(with([](IdHeader& header) { header.zero = 1; }), Fault::kMalformed);
  const Opened tiny = FileOf("too short");
  EXPECT_EQ(IdIndex::Open(*tiny.file, kKind).fault, Fault::kMalformed);
  EXPECT_EQ(IdIndex::Open(*tiny.file, Kind::kLaw).fault, Fault::kAbsent);
}

/// Slots that lie: a number that there is not, ids behind the section.
TEST(IdIndex, RefusesSlotsThatPointNowhere) {
  const std::vector<std::string> ids = Numbered(3);
  const std::string sound = *BuildIdIndex(Views(ids));
  for (const bool entry : {true, false}) {
    std::string section = sound;
    IdHeader header;
    std::memcpy(&header, section.data(), sizeof(header));
    for (std::uint32_t i = 0; i < header.homes + header.run; ++i) {
      IdSlot slot;
      std::memcpy(&slot, section.data() + sizeof(header) + i * sizeof(slot), sizeof(slot));
      if (slot.entry == kNoEntry) continue;
      if (entry) slot.entry = 77;
      if (!entry) slot.id = 0xFFFFFFF0;
      std::memcpy(section.data() + sizeof(header) + i * sizeof(slot), &slot, sizeof(slot));
    }
    const Opened opened = FileOf(section);
    const Result<IdIndex> index = IdIndex::Open(*opened.file, kKind);
    ASSERT_TRUE(index);
    for (const std::string& id : ids) EXPECT_EQ(index.value.Find(id).fault, Fault::kMalformed);
  }
}

}  // namespace
}  // namespace zhun::store
