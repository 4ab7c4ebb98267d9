#include "compiler/lint/report/table.h"

#include <algorithm>

#include "runtime/diagnostics/visible_text.h"

namespace zhun::lint {
namespace {

std::size_t WidthOf(const std::string& cell) { return diagnostics::MakeVisible(cell).columns.back(); }

std::vector<std::size_t> WidthsOf(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], WidthOf(row[i]));
  }
  return widths;
}

}  // namespace

std::string Aligned(const std::vector<std::vector<std::string>>& rows, const std::vector<std::size_t>& right) {
  const std::vector<std::size_t> widths = WidthsOf(rows);
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string blanks(widths[i] - WidthOf(row[i]), ' ');
      const bool flush = std::ranges::find(right, i) != right.end();
      const std::string shown = diagnostics::Visible(row[i]);
      line += (i == 0 ? "" : "  ") + (flush ? blanks + shown : shown + blanks);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace zhun::lint
