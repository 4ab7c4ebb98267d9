#include "compiler/library/table.h"

#include <fstream>
#include <iterator>
#include <utility>

namespace zhun::library {
namespace {

using diagnostics::Code;

std::vector<std::string> Split(std::string_view line) {
  std::vector<std::string> cells;
  for (;;) {
    const std::size_t tab = line.find('\t');
    cells.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

/// Takes the next line off `text`, without its end (LF or CR LF).
std::string_view TakeLine(std::string_view& text) {
  const std::size_t end = text.find('\n');
  std::string_view line = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

}  // namespace

std::optional<Table> ReadTable(const std::filesystem::path& path, std::size_t columns, diagnostics::Sink& sink) {
  Table table{path.string(), {}};
  std::ifstream in(path, std::ios::binary);
  std::error_code error;
  if (!in || !std::filesystem::is_regular_file(path, error)) {
    sink.ReportIn(Code::kLibraryFileMissing, table.file, "", {{"file", table.file}});
    return std::nullopt;
  }
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  std::string_view rest = bytes;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = TakeLine(rest);
    if (line.empty() || line.starts_with('#')) continue;
    TableRow row{number, Split(line)};
    if (row.cells.size() == columns) {
      table.rows.push_back(std::move(row));
    } else {
      RowReader(table, row, sink)
          .Report(Code::kTableCells,
                  {{"found", std::to_string(row.cells.size())}, {"expected", std::to_string(columns)}});
    }
  }
  return table;
}

std::string_view RowReader::Optional(std::size_t column) const {
  const std::string_view cell = row_.cells[column];
  return cell == "-" ? std::string_view() : cell;
}

std::string RowReader::Required(std::size_t column, const base::Words& what) const {
  const std::string_view cell = Optional(column);
  if (cell.empty()) Report(Code::kTableEmpty, {{"what", what}});
  return std::string(cell);
}

base::Words RowReader::Name(std::size_t column) const {
  return {Required(column, {"中文名", "Chinese name"}), Required(column + 1, {"英文名", "English name"})};
}

base::Words RowReader::Label(std::size_t column) const {
  if (Optional(column).empty() && Optional(column + 1).empty()) return {};
  return Name(column);
}

std::size_t RowReader::OneOf(std::size_t column, std::initializer_list<std::string_view> words) const {
  std::string list;
  std::size_t index = 0;
  for (const std::string_view word : words) {
    if (row_.cells[column] == word) return index;
    ++index;
    list.append(list.empty() ? "" : ", ").append(word);
  }
  Report(Code::kTableWord, {{"what", row_.cells[column]}, {"words", list}});
  return 0;
}

void RowReader::Report(Code code, std::vector<diagnostics::Argument> arguments) const {
  arguments.emplace_back("line", std::to_string(row_.line));
  sink_.ReportIn(code, table_.file, "", std::move(arguments));
}

}  // namespace zhun::library
