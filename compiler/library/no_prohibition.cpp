#include "compiler/library/no_prohibition.h"

#include "compiler/library/table.h"

namespace zhun::library {
namespace {

using diagnostics::Code;

constexpr std::size_t kColumns = 5;

NoProhibition ReadRow(const RowReader& row) {
  const std::string place = row.Required(1, {"条款", "the provision"});
  row.Required(4, {"来源", "the source"});
  const std::optional<law::Range> range = law::ParseLocator(place);
  if (!place.empty() && (!range || range->to)) {
    row.Report(Code::kLibraryLine, {{"what", base::Words{"一个条款，如“第N条”", "one provision, such as 第N条"}}});
  }
  return {row.Required(0, {"文件版本", "the version of the instrument"}), range ? range->from : law::Position{},
          row.Name(2)};
}

}  // namespace

std::optional<std::vector<NoProhibition>> LoadNoProhibitions(const std::filesystem::path& directory,
                                                             diagnostics::Sink& sink) {
  const std::size_t errors_before = sink.ErrorCount();
  const std::optional<Table> table = ReadTable(directory / "no_prohibition.tsv", kColumns, sink);
  if (!table) return std::nullopt;
  std::vector<NoProhibition> rows;
  for (const TableRow& row : table->rows) rows.push_back(ReadRow(RowReader(*table, row, sink)));
  if (sink.ErrorCount() != errors_before) return std::nullopt;
  return rows;
}

}  // namespace zhun::library
