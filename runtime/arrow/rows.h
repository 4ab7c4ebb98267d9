#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/arrow/zhun_arrow.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::arrow {

/// How the values of a column are written as JSON.
enum class Kind : std::uint8_t {
  kNull,
  kBool,
  kSigned,    ///< a number; `width` bytes
  kUnsigned,
  kText,      ///< `width`: bytes of an offset
  kDays,      ///< a date: days since 1970; `width` 4
  kMillis,    ///< a date: milliseconds since 1970
  kInstant,   ///< an instant; `unit` a second
  kList,      ///< `width`: bytes of an offset
  kFixedList, ///< `unit` members each
  kRecord,
  kGroup,     ///< a record put together from columns whose names have the same beginning; no array
};

/// A column, or a part of one. What it points to belongs to whoever handed it in.
struct Column {
  Kind kind = Kind::kNull;
  std::uint8_t width = 0;
  std::int64_t unit = 0;
  const ArrowArray* array = nullptr;
  std::string key;                ///< of the record around it, as JSON: "period":
  std::vector<Column> children;   ///< members, or what the list is of
  std::vector<Column> dictionary; ///< at most one: the values; this column then holds places in it
};

/// Applications in columns, handed in through the Arrow C data interface: a struct whose members are the keys of an
/// application (CONTRACT.md), or text, each a JSON document. Names with points stand for records: `period.from`.
/// null says nothing: the key is left out (absent, not declared absent; for that hand in documents).
/// Reads the memory of the caller, who keeps it alive; nothing is copied or released. May be shared by threads.
class Rows {
 public:
  /// Nothing where a column has a type that no attribute has, or an array does not fit its schema; `sink` says which.
  /// That buffers are as long as they should be cannot be seen: the interface does not say how long they are.
  static std::optional<Rows> Of(const ArrowSchema& schema, const ArrowArray& array, diagnostics::Sink& sink);

  std::size_t Size() const { return size_; }
  /// Appends the JSON document of a row.
  void Write(std::size_t row, std::string& text) const;

 private:
  Column root_;
  std::size_t size_ = 0;
};

}  // namespace zhun::arrow
