#include "tests/arrow/built.h"

#include <algorithm>
#include <cstring>

namespace zhun::arrow_test {
namespace {

template <class Number>
void Append(std::vector<char>& bytes, Number number) {
  const std::size_t size = bytes.size();
  bytes.resize(size + sizeof number);
  std::memcpy(bytes.data() + size, &number, sizeof number);
}

std::vector<char> Bits(const std::vector<bool>& bits) {
  std::vector<char> bytes((bits.size() + 7) / 8 + 1);
  for (std::size_t i = 0; i < bits.size(); ++i) {
    if (bits[i]) bytes[i / 8] = static_cast<char>(bytes[i / 8] | 1 << i % 8);
  }
  return bytes;
}

template <class T>
std::vector<bool> ThereOf(const Optional<T>& values) {
  std::vector<bool> there;
  for (const auto& value : values) there.push_back(value.has_value());
  return there;
}

/// With the first buffer, which says what is there; without it where everything is.
Column Open(const std::string& name, const std::string& format, const std::vector<bool>& there) {
  auto built = std::make_unique<Built>();
  built->name = name;
  built->format = format;
  const auto nulls = std::ranges::count(there, false);
  built->bytes.push_back(nulls == 0 ? std::vector<char>() : Bits(there));
  built->array.length = static_cast<std::int64_t>(there.size());
  built->array.null_count = nulls;
  return built;
}

Column Closed(Column built) {
  built->Close();
  return built;
}

}  // namespace

void Built::Close() {
  buffers.clear();
  schemas.clear();
  arrays.clear();
  for (const std::vector<char>& each : bytes) buffers.push_back(each.empty() ? nullptr : each.data());
  for (const Column& member : members) {
    schemas.push_back(&member->schema);
    arrays.push_back(&member->array);
  }
  schema.format = format.c_str();
  schema.name = name.c_str();
  schema.flags = ARROW_FLAG_NULLABLE;
  schema.n_children = array.n_children = static_cast<std::int64_t>(members.size());
  schema.children = schemas.data();
  array.children = arrays.data();
  array.n_buffers = static_cast<std::int64_t>(buffers.size());
  array.buffers = buffers.data();
  schema.dictionary = dictionary == nullptr ? nullptr : &dictionary->schema;
  array.dictionary = dictionary == nullptr ? nullptr : &dictionary->array;
}

Column Texts(const std::string& name, const Optional<std::string>& values, bool large) {
  Column built = Open(name, large ? "U" : "u", ThereOf(values));
  std::vector<char> offsets, bytes;
  const auto offset = [&] {
    large ? Append(offsets, static_cast<std::int64_t>(bytes.size()))
          : Append(offsets, static_cast<std::int32_t>(bytes.size()));
  };
  offset();
  for (const auto& value : values) {
    if (value) bytes.insert(bytes.end(), value->begin(), value->end());
    offset();
  }
  built->bytes.push_back(offsets);
  built->bytes.push_back(bytes);
  return Closed(std::move(built));
}

Column Numbers(const std::string& name, const std::string& format, std::size_t width,
               const Optional<std::int64_t>& values) {
  Column built = Open(name, format, ThereOf(values));
  std::vector<char> numbers;
  for (const auto& value : values) {
    const std::int64_t number = value.value_or(0x5A);
    const char* from = reinterpret_cast<const char*>(&number);  // little-endian
    numbers.insert(numbers.end(), from, from + width);
  }
  built->bytes.push_back(numbers);
  return Closed(std::move(built));
}

Column Flags(const std::string& name, const Optional<bool>& values) {
  Column built = Open(name, "b", ThereOf(values));
  std::vector<bool> bits;
  for (const auto& value : values) bits.push_back(value.value_or(true));
  built->bytes.push_back(Bits(bits));
  return Closed(std::move(built));
}

Column Nothing(const std::string& name, std::size_t length) {
  Column built = Open(name, "n", std::vector<bool>(length, true));
  built->bytes.clear();
  built->array.null_count = static_cast<std::int64_t>(length);
  return Closed(std::move(built));
}

Column Lists(const std::string& name, const Optional<std::int32_t>& ends, Column members) {
  Column built = Open(name, "+l", ThereOf(ends));
  std::vector<char> offsets;
  std::int32_t last = 0;
  Append(offsets, last);
  for (const auto& end : ends) Append(offsets, last = end.value_or(last));
  built->bytes.push_back(offsets);
  built->members.push_back(std::move(members));
  return Closed(std::move(built));
}

Column FixedLists(const std::string& name, std::size_t length, std::size_t each, Column members) {
  Column built = Open(name, "+w:" + std::to_string(each), std::vector<bool>(length, true));
  built->members.push_back(std::move(members));
  return Closed(std::move(built));
}

Column Records(const std::string& name, std::size_t length, std::vector<Column> members,
               const std::vector<bool>& there) {
  Column built = Open(name, "+s", there.empty() ? std::vector<bool>(length, true) : there);
  built->members = std::move(members);
  return Closed(std::move(built));
}

Column Coded(const std::string& name, const Optional<std::int64_t>& places, Column values) {
  Column built = Numbers(name, "c", 1, places);
  built->dictionary = std::move(values);
  return Closed(std::move(built));
}

}  // namespace zhun::arrow_test
