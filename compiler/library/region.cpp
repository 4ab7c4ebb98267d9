#include "compiler/library/region.h"

#include <array>
#include <fstream>
#include <string>
#include <string_view>

namespace zhun::library {
namespace {

using diagnostics::Code;

constexpr std::size_t kColumns = 3;

/// Fields of a line; nothing where there are more or fewer than three.
std::optional<std::array<std::string_view, kColumns>> Split(std::string_view line) {
  std::array<std::string_view, kColumns> fields;
  for (std::size_t column = 0; column < kColumns; ++column) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (column + 1 == kColumns)) return std::nullopt;
    fields[column] = line.substr(0, tab);
    line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  }
  return fields;
}

std::optional<values::Region> ReadRegion(std::string_view line) {
  const auto fields = Split(line);
  if (!fields) return std::nullopt;
  const auto& [code_text, name, parent_text] = *fields;
  const std::optional<std::int64_t> code = values::ParseRegion(code_text);
  if (!code || name.empty()) return std::nullopt;
  if (*code == values::kWholeCountry && parent_text.empty()) return values::Region{*code, std::string(name), 0};
  const std::optional<std::int64_t> parent = values::ParseRegion(parent_text);
  if (!parent) return std::nullopt;
  return values::Region{*code, std::string(name), *parent};
}

/// Every parent is in the table and contains its child.
void CheckParents(const values::RegionTable& table, const std::string& file, diagnostics::Sink& sink) {
  for (const values::Region& region : table.regions) {
    if (region.code == values::kWholeCountry) continue;
    const bool fits = region.parent != region.code && values::FindRegion(table, region.parent) != nullptr &&
                      values::RegionWithin(region.code, region.parent);
    if (fits) continue;
    const std::string code = std::to_string(region.code);
    sink.ReportIn(Code::kLibraryContradiction, file, "",
                  {{"what", base::Words{code + "的上级不存在，或者不包含它",
                                        "the parent of " + code + " does not exist or does not contain it"}}});
  }
}

}  // namespace

std::optional<values::RegionTable> LoadRegions(const std::filesystem::path& directory, diagnostics::Sink& sink) {
  const std::size_t errors_before = sink.ErrorCount();
  const std::string file = (directory / "regions.tsv").string();
  std::ifstream in(file, std::ios::binary);
  if (!in) {
    sink.ReportIn(Code::kLibraryFileMissing, file, "", {{"file", file}});
    return std::nullopt;
  }
  values::RegionTable table;
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::optional<values::Region> region = ReadRegion(line);
    if (!region) {
      sink.ReportIn(Code::kLibraryLine, file, "",
                    {{"line", std::to_string(number)},
                     {"what", base::Words{"六位代码、名称和上级代码，以制表符分隔",
                                          "a six-digit code, a name and the code of the parent, separated by tabs"}}});
      continue;
    }
    if (!table.regions.empty() && region->code <= table.regions.back().code) {
      sink.ReportIn(Code::kLibraryOrder, file, "", {{"what", std::to_string(region->code)}});
    }
    table.regions.push_back(*region);
  }
  if (sink.ErrorCount() == errors_before) CheckParents(table, file, sink);
  if (sink.ErrorCount() != errors_before) return std::nullopt;
  return table;
}

}  // namespace zhun::library
