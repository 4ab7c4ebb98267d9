#include "runtime/store/file.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/store/writer.h"

// What was written is what is read.
namespace zhun::store {
namespace {

std::string Noise(std::size_t size, unsigned seed) {
  std::mt19937 random(seed);
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  return bytes;
}

/// A section, its size and the size of its segments.
struct Shape {
  Kind kind;
  std::size_t size;
  std::uint64_t segment;
};

const std::vector<std::vector<Shape>> kShapes = {
    {},
    {{Kind::kLaw, 0, 64}},
    {{Kind::kLaw, 1, 64}},
    {{Kind::kLaw, 63, 64}, {Kind::kProgram, 64, 64}, {Kind::kRegions, 65, 64}},
    {{Kind::kProgram, 1000, 128}, {Kind::kDigests, 0, 64}, {Kind::kVocabulary, 4096, kUsualSegment}},
    {{Kind::kProgram, 300000, kUsualSegment}, {Kind::kLawTexts, 200001, 4096}, {Kind::kLaw, 5, kLargestSegment}},
};

std::string Written(const std::vector<Shape>& shapes) {
  Writer writer;
  for (const Shape& shape : shapes)
    writer.Add(shape.kind, Noise(shape.size, static_cast<unsigned>(shape.kind)), shape.segment);
  return writer.Finish();
}

void ExpectHolds(const File& file, const std::vector<Shape>& shapes) {
  for (const Shape& shape : shapes) {
    const std::string wanted = Noise(shape.size, static_cast<unsigned>(shape.kind));
    const Result<std::string_view> section = file.Section(shape.kind);
    ASSERT_TRUE(section);
    EXPECT_EQ(section.value, wanted);
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(section.value.data()) % kAlignment, 0u);
    EXPECT_EQ(file.SizeOf(shape.kind), shape.size);
    for (std::size_t from = 0; from < shape.size; from += shape.size / 7 + 1) {
      const std::size_t size = std::min<std::size_t>(shape.size - from, 100);
      EXPECT_EQ(file.Bytes(shape.kind, from, size).value, std::string_view(wanted).substr(from, size));
    }
  }
}

TEST(StoreFile, GivesBackEverySection) {
  for (const std::vector<Shape>& shapes : kShapes) {
    const Opened opened = File::Copy(Written(shapes));
    ASSERT_TRUE(opened);
    ExpectHolds(*opened.file, shapes);
  }
}

TEST(StoreFile, IsTheSameMapped) {
  const std::string path = ::testing::TempDir() + "zhun_store_mapped";
  for (const std::vector<Shape>& shapes : kShapes) {
    std::ofstream(path, std::ios::binary) << Written(shapes);
    const Opened opened = File::Open(path);
    ASSERT_TRUE(opened);
    std::filesystem::remove(path);  // a mapping outlives the name
    ExpectHolds(*opened.file, shapes);
  }
}

TEST(StoreFile, DependsOnTheSectionsNotOnTheirOrder) {
  for (std::vector<Shape> shapes : kShapes) {
    const std::string once = Written(shapes);
    std::ranges::reverse(shapes);
    EXPECT_EQ(Written(shapes), once);
  }
}

TEST(StoreFile, TellsAbsentFromEmptyAndFromTooFar) {
  const Opened opened = File::Copy(Written({{Kind::kLaw, 0, 64}, {Kind::kProgram, 70, 64}}));
  ASSERT_TRUE(opened);
  const File& file = *opened.file;
  EXPECT_TRUE(file.Has(Kind::kLaw));
  EXPECT_TRUE(file.Section(Kind::kLaw));
  EXPECT_FALSE(file.Has(Kind::kRegions));
  EXPECT_EQ(file.Section(Kind::kRegions).fault, Fault::kAbsent);
  EXPECT_EQ(file.Bytes(Kind::kProgram, 70, 0).fault, Fault::kNone);
  EXPECT_EQ(file.Bytes(Kind::kProgram, 70, 1).fault, Fault::kMalformed);
  EXPECT_EQ(file.Bytes(Kind::kProgram, 71, 0).fault, Fault::kMalformed);
  EXPECT_EQ(file.Bytes(Kind::kProgram, 1, ~std::uint64_t{0}).fault, Fault::kMalformed);
  EXPECT_EQ(file.Bytes(Kind::kProgram, ~std::uint64_t{0}, 1).fault, Fault::kMalformed);
}

TEST(StoreFile, OnlyRegularFilesAreMapped) {
  EXPECT_EQ(File::Open(::testing::TempDir() + "there_is_no_such_file").fault, Fault::kUnreadable);
  EXPECT_EQ(File::Open(::testing::TempDir()).fault, Fault::kUnreadable);
  EXPECT_EQ(File::Open("/dev/null").fault, Fault::kUnreadable);
}

/// Meant for the thread sanitizer: the same segments verified by all at once.
TEST(StoreFile, IsReadByThreadsAtOnce) {
  const std::vector<Shape> shapes = {{Kind::kProgram, 100000, 256}, {Kind::kLaw, 50000, 64}};
  const Opened opened = File::Copy(Written(shapes));
  ASSERT_TRUE(opened);
  std::vector<std::thread> readers;
  for (int i = 0; i < 8; ++i) readers.emplace_back([&] { ExpectHolds(*opened.file, shapes); });
  for (std::thread& reader : readers) reader.join();
}

}  // namespace
}  // namespace zhun::store
