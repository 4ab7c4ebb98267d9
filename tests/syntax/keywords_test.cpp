#include "compiler/syntax/keywords.h"

#include <map>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "tests/syntax/cases.h"

/// grammar/keywords.tsv is the only source of spellings; these are the promises it makes.
namespace zhun::syntax::testing {
namespace {

using Row = std::vector<std::string>;

std::vector<Row> Table(const std::string& path) {
  std::vector<Row> rows;
  std::istringstream in(ReadFile(fs::path(ZHUN_SOURCE_DIR) / path));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("#")) continue;
    Row cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(cells);
  }
  return rows;
}

TEST(Keywords, HaveNoEmptyCell) {
  for (const Row& row : Table("grammar/keywords.tsv")) {
    EXPECT_EQ(row.size(), 6u) << row[0];
    for (const std::string& cell : row) EXPECT_FALSE(cell.empty()) << row[0];
  }
}

TEST(Keywords, HaveEachSpellingOnce) {
  std::map<std::string, std::size_t> rows_of;
  const auto rows = Table("grammar/keywords.tsv");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    // A mark may have the same form in both languages; two rows may not share a form.
    for (const std::string& spelling : std::set<std::string>{rows[i][1], rows[i][2], rows[i][3]}) {
      if (spelling == "~") continue;
      EXPECT_TRUE(rows_of.emplace(spelling, i).second) << spelling << " stands in two rows";
    }
  }
}

TEST(Keywords, AreWhatTheTableSays) {
  const auto rows = Table("grammar/keywords.tsv");
  ASSERT_EQ(rows.size(), Keywords().size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(rows[i][0], KindName(Keywords()[i].kind));
    EXPECT_EQ(rows[i][1], Keywords()[i].zh);
    EXPECT_EQ(rows[i][2], Keywords()[i].en);
  }
}

TEST(Keywords, AreFoundByEachSpelling) {
  for (const Keyword& keyword : Keywords()) {
    EXPECT_EQ(FindKeyword(keyword.zh), &keyword);
    EXPECT_EQ(FindKeyword(keyword.en), &keyword);
    if (keyword.symbol.empty()) continue;
    EXPECT_EQ(FindKeyword(keyword.symbol), &keyword);
  }
  EXPECT_EQ(FindKeyword("当事人"), nullptr);
  EXPECT_EQ(FindKeyword(""), nullptr);
}

TEST(Keywords, AreComparedExactlyWhereTheyHaveAnOperator) {
  for (const Keyword& keyword : Keywords()) {
    const bool compares = keyword.kind == TokenKind::kIs || keyword.kind == TokenKind::kOrder ||
                          keyword.kind == TokenKind::kSetWord || keyword.kind == TokenKind::kEmptiness;
    EXPECT_EQ(compares, keyword.op != ast::Operator::kNone) << keyword.zh;
  }
}

/// Words that stand alone in policies: values, roles, stages, outcomes, events, readings, and record names.
TEST(Keywords, AreNoWordsOfTheVocabulary) {
  struct Column {
    const char* table;
    std::vector<std::size_t> cells;
  };
  const Column columns[] = {{"stdlib/vocabulary/enumerators.tsv", {2, 3}},
                            {"stdlib/vocabulary/events.tsv", {1, 2}},
                            {"stdlib/vocabulary/readings.tsv", {1, 2, 4, 5}}};
  for (const Column& column : columns) {
    const auto rows = Table(column.table);
    ASSERT_FALSE(rows.empty()) << column.table;
    for (const Row& row : rows) {
      for (const std::size_t cell : column.cells) {
        EXPECT_EQ(FindKeyword(row.at(cell)), nullptr) << column.table << ": " << row.at(cell);
      }
    }
  }
}

TEST(Units, AreThoseOfTheVocabulary) {
  std::set<std::pair<std::string, std::string>> ours;
  std::set<std::pair<std::string, std::string>> vocabulary;
  for (const UnitSpelling& unit : Units()) ours.emplace(unit.zh, unit.en);
  for (const Row& row : Table("stdlib/vocabulary/units.tsv")) vocabulary.emplace(row.at(1), row.at(2));
  EXPECT_EQ(ours, vocabulary);
}

}  // namespace
}  // namespace zhun::syntax::testing
