#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/arrow/zhun_arrow.h"

/// Arrays made by hand, by the letter of https://arrow.apache.org/docs/format/Columnar.html.
namespace zhun::arrow_test {

/// A schema and an array that own what they point to. Not to be copied: the structures point into the object.
struct Built {
  std::string format, name;
  std::vector<std::vector<char>> bytes;
  std::vector<const void*> buffers;
  std::vector<std::unique_ptr<Built>> members;
  std::unique_ptr<Built> dictionary;
  std::vector<ArrowSchema*> schemas;
  std::vector<ArrowArray*> arrays;
  ArrowSchema schema{};
  ArrowArray array{};

  /// Points the structures at what is here; again after a change.
  void Close();
};
using Column = std::unique_ptr<Built>;

template <class T>
using Optional = std::vector<std::optional<T>>;

Column Texts(const std::string& name, const Optional<std::string>& values, bool large = false);
Column Numbers(const std::string& name, const std::string& format, std::size_t width,
               const Optional<std::int64_t>& values);
Column Flags(const std::string& name, const Optional<bool>& values);
Column Nothing(const std::string& name, std::size_t length);
/// `ends[i]`: where list i ends in `members`; nothing: null.
Column Lists(const std::string& name, const Optional<std::int32_t>& ends, Column members);
Column FixedLists(const std::string& name, std::size_t length, std::size_t each, Column members);
Column Records(const std::string& name, std::size_t length, std::vector<Column> members,
               const std::vector<bool>& there = {});
Column Coded(const std::string& name, const Optional<std::int64_t>& places, Column values);

}  // namespace zhun::arrow_test
