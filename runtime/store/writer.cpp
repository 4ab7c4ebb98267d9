#include "runtime/store/writer.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "runtime/store/hash.h"

namespace zhun::store {
namespace {

template <class T>
std::string_view BytesOf(const T& value) {
  return {reinterpret_cast<const char*>(&value), sizeof(value)};
}

void Pad(std::string& file) { file.resize(Aligned(file.size()), '\0'); }

}  // namespace

void Writer::Add(Kind kind, std::string bytes, std::uint64_t segment_size) {
  if (!IsSegmentSize(segment_size) || static_cast<std::uint32_t>(kind) >= kMostKinds) std::abort();
  parts_[kind] = {std::move(bytes), static_cast<std::uint32_t>(segment_size)};
}

std::string Writer::Finish() const {
  std::uint64_t segments = 0;
  for (const auto& [kind, part] : parts_) segments += SegmentsOf(part.bytes.size(), part.segment_size);
  const std::uint64_t start = DirectoryEnd(parts_.size(), segments);

  std::vector<SectionRow> rows;
  std::uint64_t end = start;
  std::uint32_t first_segment = 0;
  for (const auto& [kind, part] : parts_) {
    const auto count = static_cast<std::uint32_t>(SegmentsOf(part.bytes.size(), part.segment_size));
    rows.push_back({static_cast<std::uint32_t>(kind), part.segment_size, end, part.bytes.size(), first_segment, count});
    first_segment += count;
    end += Aligned(part.bytes.size());
  }

  std::string file(start, '\0');
  file.reserve(end);
  for (const auto& [kind, part] : parts_) {
    file += part.bytes;
    Pad(file);
  }
  std::string directory;
  for (const SectionRow& row : rows) directory += BytesOf(row);
  for (const SectionRow& row : rows) {
    const std::string_view section = std::string_view(file).substr(row.offset, Aligned(row.size));
    for (std::uint32_t i = 0; i < row.segments; ++i) {
      directory += BytesOf(Hash(section.substr(std::uint64_t{i} * row.segment_size, row.segment_size)));
    }
  }
  Pad(directory);
  Header header{{'Z', 'H', 'U', 'N'}, kFormat, {}, end, static_cast<std::uint32_t>(rows.size()), first_segment, {},
                Hash(directory),      0};
  header.header_checksum = Hash(BytesOf(header).substr(0, offsetof(Header, header_checksum)));
  file.replace(0, sizeof(Header), BytesOf(header));
  file.replace(sizeof(Header), directory.size(), directory);
  return file;
}

}  // namespace zhun::store
