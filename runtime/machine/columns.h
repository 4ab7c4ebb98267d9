#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "runtime/facts/facts.h"
#include "runtime/facts/memory.h"
#include "runtime/residual/residual.h"

namespace zhun::machine {

inline constexpr std::size_t kBlock = 64;  ///< rows that are evaluated together: one bit each in a word

/// What else than the code matters of the facts of a block, a bit a row.
struct States {
  std::uint64_t known = 0, none = 0, uncertain = 0, empty = 0;  ///< the first three exclude one another
};

/// The facts of one slot, row by row. Codes as in facts::Fact, in half the memory as long as all of them fit; what else
/// matters of the value is a bit a row.
struct Column {
  /// Behind `lead` codes that are nobody's: without them columns would all begin at the same place of a page, and fall
  /// into the same few lines of the cache.
  std::vector<std::int32_t> narrow;
  std::size_t lead = 0;
  std::vector<std::int64_t> wide;  ///< instead, once a code does not fit
  std::vector<States> states;  ///< by block
  std::vector<values::Value> values;  ///< where code reads whole values; else none

  const std::int32_t* NarrowAt(std::size_t row) const { return narrow.data() + lead + row; }
  void Clear() {
    narrow.clear();
    wide.clear();
    states.clear();
    values.clear();
  }
};

/// Rows whose entries share their code.
struct Group {
  const residual::Code* code = nullptr;
  std::vector<Column> columns;  ///< by slot
  std::vector<std::uint32_t> constants;  ///< by row: place of those of its entry
  std::vector<std::uint8_t> item_counts;  ///< by row: items of its entry
  std::vector<std::uint32_t> rows;  ///< by row: its place in the batch
  bool rowwise = false;  ///< some of the code works on whole values, and so one row after another
  std::vector<bool> read;  ///< by slot: code reads it; the others have no column
  std::vector<bool> whole;  ///< by slot: code reads its whole value

  std::size_t Size() const { return rows.size(); }
};

/// Facts of many applications, in columns. Rows are put together by the code that decides them, whatever their order.
class Columns {
 public:
  explicit Columns(const residual::Residual& residual) : residual_(residual) {}

  /// Appends a row. What its values point to is copied; `facts` may be used again.
  void Add(const facts::Facts& facts);
  void Clear();  ///< the memory is kept, and so are groups, then empty

  std::size_t Size() const { return size_; }
  const std::vector<Group>& Groups() const { return groups_; }
  /// Rows that no code decides: the full evaluation has to.
  const std::vector<std::uint32_t>& General() const { return general_; }
  const residual::Residual& Tables() const { return residual_; }

 private:
  Group& GroupOf(std::uint32_t code);
  void Append(Column& column, const facts::Fact& fact, std::size_t row, bool whole);
  values::Value Copy(const values::Value& value);

  const residual::Residual& residual_;
  facts::Memory memory_;
  std::vector<Group> groups_;
  std::map<std::uint32_t, std::size_t> group_of_;  ///< by code
  std::vector<std::uint32_t> general_;
  std::size_t size_ = 0;
};

/// Whether an instruction is evaluated for one row after another: it works on whole values.
bool IsRowwise(residual::Op op);

}  // namespace zhun::machine
