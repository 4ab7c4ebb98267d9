#include "runtime/store/directory.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "runtime/store/hash.h"

namespace zhun::store {
namespace {

template <class T>
T At(std::string_view bytes, std::uint64_t offset) {
  T value;
  std::memcpy(&value, bytes.data() + offset, sizeof(value));
  return value;
}

bool IsKnown(std::uint32_t kind) {
  switch (static_cast<Kind>(kind)) {
#define ZHUN_SECTION(NAME, NUMBER, WHAT) case Kind::k##NAME:
#include "runtime/store/kinds.def"
#undef ZHUN_SECTION
    return true;
  }
  return false;
}

bool IsZero(std::string_view bytes) { return bytes.find_first_not_of('\0') == std::string_view::npos; }

/// The header, as far as it can be judged without the directory.
Fault CheckHeader(std::string_view file, Header& header) {
  if (file.substr(0, kMagic.size()) != kMagic) return Fault::kNotOurs;
  if (file.size() > kMagic.size() && FormatOf(file) != kFormat) return Fault::kFormat;
  if (file.size() < sizeof(Header)) return Fault::kAltered;
  header = At<Header>(file, 0);
  if (Hash(file.substr(0, offsetof(Header, header_checksum))) != header.header_checksum) return Fault::kAltered;
  if (header.file_size != file.size()) return Fault::kAltered;
  const bool zero = IsZero({reinterpret_cast<const char*>(header.zero), sizeof(header.zero)}) &&
                    IsZero({reinterpret_cast<const char*>(header.more_zero), sizeof(header.more_zero)});
  const bool fits = header.sections < kMostKinds && DirectoryEnd(header.sections, header.segments) <= file.size();
  return zero && fits ? Fault::kNone : Fault::kMalformed;
}

/// Whether `row` is the one that has to follow what ends at byte `end` and at segment `segment`.
bool Follows(const SectionRow& row, std::uint64_t end, std::uint32_t segment, std::uint64_t file_size) {
  return IsKnown(row.kind) && IsSegmentSize(row.segment_size) && row.offset == end && row.size <= file_size - end &&
         Aligned(row.size) <= file_size - end && row.first_segment == segment &&
         row.segments == SegmentsOf(row.size, row.segment_size);
}

/// Every byte behind the directory belongs to exactly one section, every checksum to exactly one segment.
bool ReadRows(std::string_view file, const Header& header, Directory& directory) {
  std::uint64_t end = DirectoryEnd(header.sections, header.segments);
  std::uint32_t segment = 0;
  std::uint32_t least = 0;
  for (std::uint32_t i = 0; i < header.sections; ++i) {
    const auto row = At<SectionRow>(file, sizeof(Header) + i * sizeof(SectionRow));
    if (row.kind < least || !Follows(row, end, segment, file.size())) return false;
    directory.sections[row.kind] = {row.offset,
                                    row.size,
                                    row.first_segment,
                                    row.segments,
                                    static_cast<std::uint8_t>(std::countr_zero(row.segment_size)),
                                    true};
    end += Aligned(row.size);
    segment += row.segments;
    least = row.kind + 1;
  }
  return end == file.size() && segment == header.segments;
}

}  // namespace

std::uint8_t FormatOf(std::string_view file) {
  return file.size() > kMagic.size() ? static_cast<std::uint8_t>(file[kMagic.size()]) : std::uint8_t{0};
}

Result<Directory> ReadDirectory(std::string_view file) {
  Header header{};
  if (const Fault fault = CheckHeader(file, header); fault != Fault::kNone) return {{}, fault};
  const std::uint64_t end = DirectoryEnd(header.sections, header.segments);
  if (Hash(file.substr(sizeof(Header), end - sizeof(Header))) != header.directory_checksum) {
    return {{}, Fault::kAltered};
  }
  Result<Directory> read;
  if (!ReadRows(file, header, read.value)) return {{}, Fault::kMalformed};
  const std::uint64_t checksums = sizeof(Header) + header.sections * sizeof(SectionRow);
  read.value.checksums.reserve(header.segments);
  for (std::uint64_t i = 0; i < header.segments; ++i) {
    read.value.checksums.push_back(At<std::uint64_t>(file, checksums + i * sizeof(std::uint64_t)));
  }
  return read;
}

std::string_view SegmentOf(std::string_view file, const Extent& section, std::uint32_t number) {
  const std::uint64_t start = std::uint64_t{number} << section.segment_bits;
  const std::uint64_t left = Aligned(section.size) - start;
  return file.substr(section.offset + start, std::min(left, std::uint64_t{1} << section.segment_bits));
}

}  // namespace zhun::store
