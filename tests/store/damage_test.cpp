#include <cstddef>
#include <functional>
#include <string>

#include <gtest/gtest.h>

#include "runtime/store/file.h"
#include "runtime/store/writer.h"
#include "tests/store/reseal.h"

// Damaged and hostile files: nothing of them is given.
namespace zhun::store {
namespace {

using store_test::Peek;
using store_test::Poke;

std::string Small() {
  Writer writer;
  writer.Add(Kind::kLaw, "second comes the law, in more than one segment of sixty-four bytes, and some more", 64);
  writer.Add(Kind::kVocabulary, "first comes what can be spoken of", 64);
  writer.Add(Kind::kProgram, std::string(130, 'p'), 128);
  return writer.Finish();
}

/// What opening says or, where the file opens, the worst that asking for each section says.
Fault WorstOf(const std::string& bytes) {
  const Opened opened = File::Copy(bytes);
  if (!opened) return opened.fault;
  for (const Kind kind : {Kind::kVocabulary, Kind::kLaw, Kind::kProgram}) {
    if (const auto section = opened.file->Section(kind); !section) return section.fault;
  }
  return Fault::kNone;
}

TEST(DamagedFile, WithAnyBitFlippedIsRefused) {
  const std::string sound = Small();
  ASSERT_EQ(WorstOf(sound), Fault::kNone);
  for (std::size_t bit = 0; bit < sound.size() * 8; ++bit) {
    std::string bytes = sound;
    bytes[bit / 8] ^= static_cast<char>(1 << (bit % 8));
    const Fault expected = bit < 32 ? Fault::kNotOurs : bit < 40 ? Fault::kFormat : Fault::kAltered;
    EXPECT_EQ(WorstOf(bytes), expected) << "bit " << bit;
  }
}

TEST(DamagedFile, OnlyTheDamagedSegmentIsRefused) {
  std::string bytes = Small();
  const std::size_t at = bytes.find("and some more");
  bytes[at] ^= 1;
  const Opened opened = File::Copy(bytes);
  ASSERT_TRUE(opened);
  for (int again = 0; again < 2; ++again) {
    EXPECT_TRUE(opened.file->Bytes(Kind::kLaw, 0, 64));
    EXPECT_EQ(opened.file->Bytes(Kind::kLaw, 60, 5).fault, Fault::kAltered);
    EXPECT_TRUE(opened.file->Section(Kind::kProgram));
  }
}

TEST(DamagedFile, CutAnywhereOrLengthenedIsRefusedAtOpening) {
  const std::string sound = Small();
  for (std::size_t size = 0; size < sound.size(); ++size) {
    EXPECT_EQ(File::Copy(sound.substr(0, size)).fault, size < 4 ? Fault::kNotOurs : Fault::kAltered) << size;
  }
  EXPECT_EQ(File::Copy(sound + '\0').fault, Fault::kAltered);
  EXPECT_EQ(File::Copy(sound + std::string(64, '\0')).fault, Fault::kAltered);
}

TEST(DamagedFile, OfAnotherFormatSaysWhich) {
  for (const int format : {0, 3, 5, 255}) {
    std::string bytes = Small();
    bytes[4] = static_cast<char>(format);
    const Opened opened = File::Copy(bytes);
    EXPECT_EQ(opened.fault, Fault::kFormat);
    EXPECT_EQ(opened.format, format);
  }
}

/// Something wrong of which every checksum is right.
struct Forgery {
  const char* name;
  std::function<void(std::string&)> make;
};

std::size_t RowAt(std::size_t number) { return sizeof(Header) + number * sizeof(SectionRow); }

template <class Change>
std::function<void(std::string&)> OfHeader(Change change) {
  return [change](std::string& file) {
    auto header = Peek<Header>(file, 0);
    change(header);
    Poke(file, 0, header);
  };
}

template <class Change>
std::function<void(std::string&)> OfRow(std::size_t number, Change change) {
  return [number, change](std::string& file) {
    auto row = Peek<SectionRow>(file, RowAt(number));
    change(row);
    Poke(file, RowAt(number), row);
  };
}

const Forgery kForgeries[] = {
    {"NoSections", OfHeader([](Header& header) { header.sections = 0; })},
    {"FewerSections", OfHeader([](Header& header) { header.sections = 2; })},
    {"MoreSections", OfHeader([](Header& header) { header.sections = 4; })},
    {"AsManySectionsAsCanBeSaid", OfHeader([](Header& header) { header.sections = 0xFFFFFFFF; })},
    {"AsManySegmentsAsCanBeSaid", OfHeader([](Header& header) { header.segments = 0xFFFFFFFF; })},
    {"FewerSegments", OfHeader([](Header& header) { header.segments = 1; })},
    {"SomethingInTheReservedBytes", OfHeader([](Header& header) { header.more_zero[2] = 1; })},
    {"SomethingBehindTheFormat", OfHeader([](Header& header) { header.zero[0] = 1; })},
    {"AnUnknownKind", OfRow(0, [](SectionRow& row) { row.kind = 63; })},
    {"AKindBeyondAll", OfRow(2, [](SectionRow& row) { row.kind = 0x80000000; })},
    {"AKindTwice", OfRow(1, [](SectionRow& row) { row.kind = 2; })},
    {"KindsDescending", OfRow(0, [](SectionRow& row) { row.kind = 5; })},
    {"SegmentsOfNoSize", OfRow(0, [](SectionRow& row) { row.segment_size = 0; })},
    {"SegmentsOfAnOddSize", OfRow(0, [](SectionRow& row) { row.segment_size = 96; })},
    {"SegmentsTooSmall", OfRow(0, [](SectionRow& row) { row.segment_size = 32; })},
    {"SegmentsTooLarge", OfRow(0, [](SectionRow& row) { row.segment_size = 0x80000000; })},
    {"ASectionInTheHeader", OfRow(0, [](SectionRow& row) { row.offset = 0; })},
    {"AnUnalignedSection", OfRow(1, [](SectionRow& row) { row.offset += 8; })},
    {"ASectionOverAnother", OfRow(1, [](SectionRow& row) { row.offset -= 64; })},
    {"ASectionBehindTheFile", OfRow(1, [](SectionRow& row) { row.offset = std::uint64_t{1} << 40; })},
    {"ASectionLargerThanTheFile", OfRow(2, [](SectionRow& row) { row.size = std::uint64_t{1} << 40; })},
    {"ASizeThatOverflows", OfRow(2, [](SectionRow& row) { row.size = ~std::uint64_t{0}; })},
    {"ASizeThatOverflowsWhenAligned", OfRow(2, [](SectionRow& row) { row.size = ~std::uint64_t{0} - 62; })},
    {"ASectionThatEndsEarlier", OfRow(2, [](SectionRow& row) { row.size = 1; })},
    {"SegmentsOfAnotherSection", OfRow(1, [](SectionRow& row) { row.first_segment = 0; })},
    {"FewerSegmentsThanBytes", OfRow(1, [](SectionRow& row) { row.segments = 1; })},
};

TEST(ForgedFile, IsMalformedAlthoughItsChecksumsFit) {
  for (const Forgery& forgery : kForgeries) {
    std::string bytes = Small();
    forgery.make(bytes);
    store_test::ResealBeginning(bytes);
    EXPECT_EQ(File::Copy(bytes).fault, Fault::kMalformed) << forgery.name;
  }
}

/// The test above must not be refused for its checksums.
TEST(ForgedFile, ResealingASoundFileChangesNothing) {
  std::string bytes = Small();
  store_test::Reseal(bytes);
  EXPECT_EQ(bytes, Small());
}

}  // namespace
}  // namespace zhun::store
