#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "compiler/library/calendar.h"

namespace zhun::library {
namespace {

namespace fs = std::filesystem;

std::string Shipped() {
  std::ifstream in(fs::path(ZHUN_SOURCE_DIR) / "stdlib/calendar/holidays.json", std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> Load(const std::string& text) {
  const fs::path folder = fs::path(ZHUN_BINARY_DIR) / "tests/calendar/changed";
  fs::create_directories(folder);
  std::ofstream(folder / "holidays.json", std::ios::binary) << text;
  diagnostics::Sink sink;
  std::vector<std::string> said;
  if (LoadCalendar(folder, sink)) said.push_back("loaded");
  for (const auto& each : sink.All()) said.push_back(std::string(diagnostics::CodeText(each.code)) + each.pointer);
  return said;
}

TEST(CalendarFile, LoadsAsShipped) { EXPECT_EQ(Load(Shipped()), std::vector<std::string>{"loaded"}); }

TEST(CalendarFile, KeepsItsProvenance) {
  diagnostics::Sink sink;
  const auto book = LoadCalendar(fs::path(ZHUN_SOURCE_DIR) / "stdlib/calendar", sink);
  ASSERT_TRUE(book.has_value());
  ASSERT_EQ(book->years.size(), 4U);
  EXPECT_EQ(book->years[2].number, "国办发明电〔2025〕7号");
  EXPECT_EQ(book->years[3].status, calendar::Status::kNotAnnounced);
  ASSERT_EQ(book->overrides.size(), 3U);
  for (const auto& own : book->overrides) EXPECT_FALSE(own.source.empty());
}

TEST(CalendarFile, IsRefusedWhereASlipShows) {
  struct Change {
    std::string from, to, said;
  };
  const std::vector<Change> rows = {
      {"\"2024\": {", "\"24\": {", "Z6106/years/24"},
      {"\"2024\": {", "\"2028\": {", "Z6109/years/2025"},
      {"\"official\"", "\"guess\"", "Z6106/years/2024/status"},
      {"\"workdays\": 251", "\"workdays\": 250", "Z6110/years/2024/workdays"},
      {"\"days\": 8", "\"days\": 7", "Z6110/years/2024/festivals/1"},
      {"    \"2024-02-10\",\n", "", "Z6110/years/2024/festivals"},
      {"    \"2024-02-10\",\n", "    \"2024-02-10\",\n    \"2024-02-10\",\n", "Z6109/years/2024/holidays/2"},
      {"    \"2024-02-10\",\n", "    \"2024-02-31\",\n", "Z6106/years/2024/holidays/1"},
      {"    \"2024-10-12\"\n   ],\n   \"workdays\"", "    \"2025-10-12\"\n   ],\n   \"workdays\"", "Z6110/years/2024"},
      {"\"region\": \"45\"", "\"region\": \"4\"", "Z6106/regional_overrides/examples/0"},
      {"\"year\": 2023", "\"year\": 2017", "Z6109/regional_overrides/examples/1"},
      {"\"2017-04-08\"", "\"2017-03-30\"", "Z6110/regional_overrides/examples/0"},
      {"\"legal_basis\"", "\"basis\"", "Z6108"},
      {"\"rule\"", "\"rules\"", "Z6107/rules"},
      {"{", "[", "Z6102"},
  };
  for (const Change& row : rows) {
    std::string text = Shipped();
    const std::size_t at = text.find(row.from);
    ASSERT_NE(at, std::string::npos) << row.from;
    text.replace(at, row.from.size(), row.to);
    const std::vector<std::string> said = Load(text);
    EXPECT_NE(std::find(said.begin(), said.end(), row.said), said.end())
        << row.from << " → " << row.to << " said " << said.at(0) << (said.size() > 1 ? " " + said[1] : "");
    EXPECT_NE(said.at(0), "loaded");
  }
}

}  // namespace
}  // namespace zhun::library
