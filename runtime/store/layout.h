#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

/// Where what stands in the file (docs/program_format.md). Numbers are little-endian; nothing is a pointer.
namespace zhun::store {

static_assert(std::endian::native == std::endian::little, "the file is read in place");

enum class Kind : std::uint32_t {
#define ZHUN_SECTION(NAME, NUMBER, WHAT) k##NAME = NUMBER,
#include "runtime/store/kinds.def"
#undef ZHUN_SECTION
};

constexpr std::string_view kMagic = "ZHUN";
constexpr std::uint8_t kFormat = 4;
constexpr std::uint32_t kMostKinds = 64;

/// Every section begins at a multiple of this, in the file and in memory.
constexpr std::uint64_t kAlignment = 64;
constexpr std::uint64_t kSmallestSegment = kAlignment;
constexpr std::uint64_t kUsualSegment = 64 * 1024;
constexpr std::uint64_t kLargestSegment = std::uint64_t{1} << 30;

/// Bytes 0 to 63.
struct Header {
  char magic[4];
  std::uint8_t format;
  std::uint8_t zero[3];
  std::uint64_t file_size;
  std::uint32_t sections;
  std::uint32_t segments;  ///< of all sections together
  std::uint64_t more_zero[3];
  std::uint64_t directory_checksum;
  std::uint64_t header_checksum;  ///< of the 56 bytes before it
};
static_assert(sizeof(Header) == 64);

/// One row of the directory, which begins at byte 64 and is ascending by kind. The checksums of all segments, eight bytes
/// each, in the order of the sections, follow the last row; zeros up to the next multiple of 64 end the directory.
struct SectionRow {
  std::uint32_t kind;
  std::uint32_t segment_size;  ///< a power of two; the last segment may be shorter
  std::uint64_t offset;  ///< where the section before it ends, rounded up to 64
  std::uint64_t size;
  std::uint32_t first_segment;
  std::uint32_t segments;
};
static_assert(sizeof(SectionRow) == 32);

constexpr std::uint64_t Aligned(std::uint64_t size) { return (size + kAlignment - 1) & ~(kAlignment - 1); }

/// How many segments cover `size` bytes and the zeros behind them up to the next multiple of 64.
constexpr std::uint64_t SegmentsOf(std::uint64_t size, std::uint64_t segment_size) {
  return Aligned(size) / segment_size + (Aligned(size) % segment_size != 0 ? 1 : 0);
}

constexpr bool IsSegmentSize(std::uint64_t size) {
  return std::has_single_bit(size) && size >= kSmallestSegment && size <= kLargestSegment;
}

/// Bytes from the beginning of the file to the first section.
constexpr std::uint64_t DirectoryEnd(std::uint64_t sections, std::uint64_t segments) {
  return sizeof(Header) + Aligned(sections * sizeof(SectionRow) + segments * sizeof(std::uint64_t));
}

}  // namespace zhun::store
