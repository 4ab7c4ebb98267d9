#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace zhun::values {

/// The whole country.
inline constexpr std::int64_t kWholeCountry = 100000;

/// A region of GB/T 2260.
struct Region {
  std::int64_t code = 0;    ///< six digits
  std::string name;         ///< as published
  std::int64_t parent = 0;  ///< kWholeCountry for provinces, 0 for the whole country

  bool operator==(const Region&) const = default;
};

/// Ascending by code.
struct RegionTable {
  std::vector<Region> regions;

  bool operator==(const RegionTable&) const = default;
};

/// Whether `inner` lies in `outer` or is the same (contract): `outer` without its trailing zero pairs is a prefix of
/// `inner`; the whole country contains every region. Directly administered county-level units (419001) have their
/// province's digits in front and so lie in it. Nothing is looked up; numbers that are no six-digit codes lie nowhere.
bool RegionWithin(std::int64_t inner, std::int64_t outer);

/// Six digits, the first not zero; nothing else.
std::optional<std::int64_t> ParseRegion(std::string_view text);

/// nullptr where the table has no such code. The pointer lives as long as the table.
const Region* FindRegion(const RegionTable& table, std::int64_t code);

/// 广东省广州市天河区: the names from the province down; empty for an unknown code. Group headings that are no places
/// (市辖区, 省直辖县级行政区划) are left out.
std::string FullRegionName(const RegionTable& table, std::int64_t code);

}  // namespace zhun::values
