#include "runtime/values/region.h"

#include <algorithm>
#include <array>

namespace zhun::values {
namespace {

constexpr std::int64_t kFirst = 100000;
constexpr std::int64_t kLast = 999999;

bool IsCode(std::int64_t code) { return code >= kFirst && code <= kLast; }

/// 10000 for a province, 100 for a city, 1 for a county.
std::int64_t StepOf(std::int64_t code) {
  if (code % 10000 == 0) return 10000;
  return code % 100 == 0 ? 100 : 1;
}

/// Headings of the standard under which regions are grouped; no one lives in them.
bool IsHeading(std::string_view name) {
  constexpr std::array<std::string_view, 4> kHeadings = {"市辖区", "县", "省直辖县级行政区划",
                                                         "自治区直辖县级行政区划"};
  return std::find(kHeadings.begin(), kHeadings.end(), name) != kHeadings.end();
}

}  // namespace

bool RegionWithin(std::int64_t inner, std::int64_t outer) {
  if (!IsCode(inner) || !IsCode(outer)) return false;
  if (outer == kWholeCountry) return true;
  const std::int64_t step = StepOf(outer);
  return inner / step == outer / step;
}

std::optional<std::int64_t> ParseRegion(std::string_view text) {
  if (text.size() != 6 || text[0] == '0') return std::nullopt;
  std::int64_t code = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    code = code * 10 + (digit - '0');
  }
  return code;
}

const Region* FindRegion(const RegionTable& table, std::int64_t code) {
  const auto found = std::lower_bound(table.regions.begin(), table.regions.end(), code,
                                      [](const Region& region, std::int64_t wanted) { return region.code < wanted; });
  return found != table.regions.end() && found->code == code ? &*found : nullptr;
}

std::string FullRegionName(const RegionTable& table, std::int64_t code) {
  constexpr int kDeepest = 4;  // country, province, city, county: a table with a ring in it ends here too
  std::string name;
  const Region* region = FindRegion(table, code);
  for (int depth = 0; region != nullptr && depth < kDeepest; ++depth) {
    if (region->code == kWholeCountry && !name.empty()) break;
    if (depth == 0 || !IsHeading(region->name)) name = region->name + name;
    region = FindRegion(table, region->parent);
  }
  return name;
}

}  // namespace zhun::values
