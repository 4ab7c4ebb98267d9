#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tests/diagnostics/rows.h"

/// A message that no case reaches may be wrong, or never printed at all: every row needs a case.
namespace zhun::diagnostics {
namespace {

namespace fs = std::filesystem;

bool IsWordCharacter(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

bool IsCase(const fs::path& path) {
  static const std::set<std::string> kinds = {".txt", ".json", ".ndjson", ".cpp", ".tsv"};
  // These two speak of codes without reaching them.
  return kinds.contains(path.extension().string()) && path.filename() != "reached_test.cpp" &&
         path.filename() != "message_test.cpp";
}

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// All words of `text`: longest runs of letters, digits and underscores.
void CollectWords(std::string_view text, std::set<std::string, std::less<>>& words) {
  auto from = text.begin();
  while ((from = std::find_if(from, text.end(), IsWordCharacter)) != text.end()) {
    const auto to = std::find_if_not(from, text.end(), IsWordCharacter);
    const std::string_view word(from, to);
    if (word.starts_with('Z') || word.starts_with('k')) words.emplace(word);
    from = to;
  }
}

std::set<std::string, std::less<>> WordsOfAllCases() {
  std::set<std::string, std::less<>> words;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(ZHUN_SOURCE_DIR) / "tests")) {
    if (entry.is_regular_file() && IsCase(entry.path())) CollectWords(Read(entry.path()), words);
  }
  return words;
}

TEST(Catalogue, EveryRowIsReachedByACase) {
  const auto words = WordsOfAllCases();
  std::string missing;
  for (const testing::Row& row : testing::Rows()) {
    if (words.contains(row.code) || words.contains("k" + std::string(row.name))) continue;
    missing.append("\n  ").append(row.code).append(" ").append(row.name).append("  ").append(row.zh);
  }
  if (missing.empty()) return;
  ADD_FAILURE() << "No case under tests/ names these rows by code (Z3001) or enumerator (Code::kName):" << missing;
}

TEST(Words, AreWholeWords) {
  std::set<std::string, std::less<>> words;
  CollectWords("错误[Z3001]: x, Z30012 Code::kName; akName kNames", words);
  EXPECT_EQ(words, (std::set<std::string, std::less<>>{"Z3001", "Z30012", "kName", "kNames"}));
}

}  // namespace
}  // namespace zhun::diagnostics
