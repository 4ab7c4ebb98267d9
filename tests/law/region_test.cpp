#include "runtime/values/region.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "compiler/library/region.h"

namespace zhun::values {
namespace {

const RegionTable& Table() {
  static const RegionTable table = [] {
    diagnostics::Sink sink;
    return library::LoadRegions(std::filesystem::path(ZHUN_SOURCE_DIR) / "stdlib/region", sink).value_or(RegionTable{});
  }();
  return table;
}

TEST(Regions, LieInOneAnotherByTheirDigits) {
  struct Row {
    std::int64_t inner, outer;
    bool within;
  };
  const Row rows[] = {
      {440100, 440000, true},   {440106, 440000, true},   {440106, 440100, true},  {440106, 440106, true},
      {440000, 440100, false},  {440200, 440100, false},  {430100, 440000, false}, {440000, 100000, true},
      {100000, 100000, true},   {100000, 440000, false},  {419001, 410000, true},  {419001, 419001, true},
      {419001, 410100, false},  {419002, 419001, false},  {659001, 650000, true},  {469021, 460000, true},
      {441900, 440000, true},   {44, 440000, false},      {440000, 44, false},     {0, 100000, false},
      {1440106, 100000, false}, {-440000, 440000, false},
  };
  for (const Row& row : rows)
    EXPECT_EQ(RegionWithin(row.inner, row.outer), row.within) << row.inner << " " << row.outer;
}

TEST(Regions, OfTheTableLieInTheirParents) {
  ASSERT_GT(Table().regions.size(), 3300U);
  for (const Region& region : Table().regions) {
    EXPECT_TRUE(RegionWithin(region.code, kWholeCountry));
    if (region.code == kWholeCountry) continue;
    EXPECT_TRUE(RegionWithin(region.code, region.parent)) << region.code;
    EXPECT_FALSE(RegionWithin(region.parent, region.code)) << region.code;
  }
}

TEST(Regions, AreKnownByName) {
  EXPECT_EQ(FullRegionName(Table(), 440106), "广东省广州市天河区");
  EXPECT_EQ(FullRegionName(Table(), 440000), "广东省");
  EXPECT_EQ(FullRegionName(Table(), 100000), "中华人民共和国");
  EXPECT_EQ(FullRegionName(Table(), 110101), "北京市东城区");
  EXPECT_EQ(FullRegionName(Table(), 419001), "河南省济源市");
  EXPECT_EQ(FullRegionName(Table(), 659001), "新疆维吾尔自治区石河子市");
  EXPECT_EQ(FullRegionName(Table(), 441900), "广东省东莞市");
  EXPECT_EQ(FullRegionName(Table(), 710000), "台湾省");
  EXPECT_EQ(FullRegionName(Table(), 999999), "");
  EXPECT_EQ(FindRegion(Table(), 419001)->parent, 410000);
  EXPECT_EQ(FindRegion(Table(), 123456), nullptr);
}

TEST(Regions, AreSixDigits) {
  EXPECT_EQ(ParseRegion("440106"), 440106);
  for (const char* text : {"", "44", "044010", "4401060", "44010a", " 44010", "-44010", "+44010"}) {
    EXPECT_EQ(ParseRegion(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace zhun::values
