#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include "runtime/store/hash.h"
#include "runtime/store/layout.h"

namespace zhun::store_test {

template <class T>
T Peek(std::string_view file, std::size_t at) {
  T value{};
  if (at <= file.size() && file.size() - at >= sizeof(value)) std::memcpy(&value, file.data() + at, sizeof(value));
  return value;
}

template <class T>
void Poke(std::string& file, std::size_t at, const T& value) {
  if (at <= file.size() && file.size() - at >= sizeof(value)) std::memcpy(file.data() + at, &value, sizeof(value));
}

/// Makes the checksums of header and directory fit what the file says now.
inline void ResealBeginning(std::string& file) {
  if (file.size() < sizeof(store::Header)) return;
  auto header = Peek<store::Header>(file, 0);
  const std::uint64_t end = store::DirectoryEnd(header.sections, header.segments);
  if (end <= file.size()) {
    const auto directory = std::string_view(file).substr(sizeof(header), end - sizeof(header));
    Poke(file, offsetof(store::Header, directory_checksum), store::Hash(directory));
  }
  const auto before = std::string_view(file).substr(0, offsetof(store::Header, header_checksum));
  Poke(file, offsetof(store::Header, header_checksum), store::Hash(before));
}

/// The same, and the checksums of all segments, as far as the directory makes sense.
inline void Reseal(std::string& file) {
  const auto header = Peek<store::Header>(file, 0);
  const std::size_t rows = std::min<std::size_t>(header.sections, store::kMostKinds);
  for (std::size_t i = 0; i < rows; ++i) {
    const auto row = Peek<store::SectionRow>(file, sizeof(header) + i * sizeof(store::SectionRow));
    if (!store::IsSegmentSize(row.segment_size) || row.offset > file.size()) continue;
    const std::uint64_t size = std::min<std::uint64_t>(store::Aligned(row.size), file.size() - row.offset);
    for (std::uint64_t from = 0; from < size; from += row.segment_size) {
      const auto segment =
          std::string_view(file).substr(row.offset + from, std::min<std::uint64_t>(row.segment_size, size - from));
      const std::size_t number = row.first_segment + from / row.segment_size;
      Poke(file, sizeof(header) + header.sections * sizeof(store::SectionRow) + number * 8, store::Hash(segment));
    }
  }
  ResealBeginning(file);
}

}  // namespace zhun::store_test
