#pragma once

#include <cstddef>
#include <filesystem>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::library {

/// One line of a table. `-` stands for nothing in cells that may be empty.
struct TableRow {
  std::size_t line = 0;  ///< from 1
  std::vector<std::string> cells;
};

/// A table of words: tab-separated cells, one row a line; lines that begin with `#` and empty lines are skipped.
struct Table {
  std::string file;
  std::vector<TableRow> rows;
};

/// Reads `path`, in which every row has `columns` cells. Rows with another number of cells are reported and left out.
/// Nothing where the file cannot be read.
std::optional<Table> ReadTable(const std::filesystem::path& path, std::size_t columns, diagnostics::Sink& sink);

/// One row being read: says what is wrong with a cell, with its line.
class RowReader {
 public:
  RowReader(const Table& table, const TableRow& row, diagnostics::Sink& sink) : table_(table), row_(row), sink_(sink) {}

  /// The cell, or an empty text for `-`.
  std::string_view Optional(std::size_t column) const;
  /// The cell; reported where it is empty or `-`. `what` names it in the message.
  std::string Required(std::size_t column, const base::Words& what) const;
  /// Chinese and English name in two columns; both are needed.
  base::Words Name(std::size_t column) const;
  /// Two columns that are both empty or both filled.
  base::Words Label(std::size_t column) const;
  /// Index of the cell among `words`; reported and 0 where it is none of them.
  std::size_t OneOf(std::size_t column, std::initializer_list<std::string_view> words) const;
  bool YesOrNo(std::size_t column) const { return OneOf(column, {"no", "yes"}) == 1; }

  void Report(diagnostics::Code code, std::vector<diagnostics::Argument> arguments) const;
  /// Reports `what` as twice, dangling …
  void ReportWord(diagnostics::Code code, std::string_view what) const { Report(code, {{"what", what}}); }

 private:
  const Table& table_;
  const TableRow& row_;
  diagnostics::Sink& sink_;
};

}  // namespace zhun::library
