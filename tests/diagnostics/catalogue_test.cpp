#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "runtime/diagnostics/diagnostic.h"
#include "tests/diagnostics/rows.h"

namespace zhun::diagnostics {
namespace {

using testing::Row;

/// Every row is a case of its own, so that a failure names it.
class CatalogueRow : public ::testing::TestWithParam<Row> {};

std::set<std::string> KeysOf(std::string_view message) {
  static const std::regex key_pattern("\\{([^}]*)\\}");
  const std::string text(message);
  std::set<std::string> keys;
  for (std::sregex_iterator found(text.begin(), text.end(), key_pattern), end; found != end; ++found)
    keys.insert((*found)[1]);
  return keys;
}

/// `text` without {keys}, quoted words and `code`, which may hold any punctuation.
std::string WithoutQuotations(std::string_view text) {
  static const std::regex quoted("\\{[^}]*\\}|“.*?”|「.*?」|《.*?》|`[^`]*`|\"[^\"]*\"");
  return std::regex_replace(std::string(text), quoted, "");
}

bool EndsASentence(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::ranges::any_of(ends, [text](std::string_view end) { return text.ends_with(end); });
}

/// Half-width , ; ! ? next to a character that is not ASCII. A colon, a bracket or a dot may belong to a path or a
/// piece of syntax, so these are only refused where a blank or the end follows.
std::string HalfWidthPunctuation(std::string_view text) {
  static const std::regex wrong("[\\x80-\\xFF] ?[,;!?]|[,;!?] ?[\\x80-\\xFF]|[\\x80-\\xFF][.:]( |$)|[\\x80-\\xFF]\\(");
  const std::string rest = WithoutQuotations(text);
  std::smatch found;
  return std::regex_search(rest, found, wrong) ? rest.substr(found.position()) : "";
}

/// Full-width punctuation in English, outside quotations.
std::string FullWidthPunctuation(std::string_view text) {
  const std::string rest = WithoutQuotations(text);
  for (const char* mark : {"，", "。", "；", "：", "？", "！", "、"}) {
    if (rest.find(mark) != rest.npos) return mark;
  }
  return "";
}

TEST_P(CatalogueRow, HasBothLanguagesAndExplanations) {
  for (const std::string_view text : {GetParam().zh, GetParam().en, GetParam().why_zh, GetParam().why_en}) {
    EXPECT_FALSE(text.empty());
    EXPECT_EQ(text, text.substr(0, text.find_last_not_of(" \n") + 1)) << "blanks at the end";
  }
}

TEST_P(CatalogueRow, HasAnExplanationUnderItsCode) {
  const base::Words* words = ExplanationOf(GetParam().code);
  ASSERT_NE(words, nullptr);
  EXPECT_EQ(words->zh, GetParam().why_zh);
  EXPECT_EQ(words->en, GetParam().why_en);
}

TEST_P(CatalogueRow, SpeaksOfTheSameThingsInBothLanguages) { EXPECT_EQ(KeysOf(GetParam().zh), KeysOf(GetParam().en)); }

TEST_P(CatalogueRow, HasKeysThatAreLowerCaseWords) {
  static const std::regex word("[a-z][a-z0-9_]*");
  for (const std::string& key : KeysOf(GetParam().zh)) EXPECT_TRUE(std::regex_match(key, word)) << key;
}

TEST_P(CatalogueRow, ExplainsWithoutArguments) {
  static const std::regex key_pattern("\\{[a-z0-9_]+\\}");  // braces of a sample of syntax hold more than a word
  for (const std::string_view text : {GetParam().why_zh, GetParam().why_en}) {
    EXPECT_FALSE(std::regex_search(std::string(text), key_pattern)) << text;
  }
}

TEST_P(CatalogueRow, HasACodeOfItsFormASeverityAndACamelCaseName) {
  EXPECT_TRUE(std::regex_match(std::string(GetParam().code), std::regex("Z[1-9][0-9]{3}")));
  EXPECT_TRUE(std::regex_match(std::string(GetParam().name), std::regex("[A-Z][A-Za-z0-9]*")));
  EXPECT_THAT(GetParam().severity, ::testing::AnyOf("kError", "kWarning", "kInformation"));
}

TEST_P(CatalogueRow, IsASentenceInChinese) {
  EXPECT_TRUE(EndsASentence(GetParam().zh, {"。", "？"})) << GetParam().zh;
  EXPECT_TRUE(EndsASentence(GetParam().why_zh, {"。", "？"})) << GetParam().why_zh;
  EXPECT_EQ(HalfWidthPunctuation(GetParam().zh), "") << GetParam().zh;
  EXPECT_EQ(HalfWidthPunctuation(GetParam().why_zh), "") << GetParam().why_zh;
}

TEST_P(CatalogueRow, IsASentenceInEnglish) {
  EXPECT_TRUE(EndsASentence(GetParam().en, {".", "?"})) << GetParam().en;
  EXPECT_TRUE(EndsASentence(GetParam().why_en, {".", "?"})) << GetParam().why_en;
  EXPECT_EQ(FullWidthPunctuation(GetParam().en), "") << GetParam().en;
  EXPECT_EQ(FullWidthPunctuation(GetParam().why_en), "") << GetParam().why_en;
}

INSTANTIATE_TEST_SUITE_P(EveryRow, CatalogueRow, ::testing::ValuesIn(testing::Rows()),
                         [](const auto& table) { return std::string(table.param.name); });

TEST(Catalogue, HasUniqueCodes) {
  std::set<std::string_view> codes;
  for (const Row& row : testing::Rows()) EXPECT_TRUE(codes.insert(row.code).second) << row.code;
}

TEST(Catalogue, HasNoTwoRowsThatSayTheSame) {
  std::map<std::string_view, std::string_view> seen;
  for (const Row& row : testing::Rows()) {
    EXPECT_TRUE(seen.emplace(row.zh, row.code).second) << row.code << " and " << seen[row.zh];
  }
}

TEST(Catalogue, IsInAscendingOrderInsideEachBand) {
  std::map<char, std::string_view> last;
  for (const Row& row : testing::Rows()) {
    std::string_view& before = last[row.code.at(1)];
    EXPECT_LT(before, row.code);
    before = row.code;
  }
}

TEST(CatalogueChecks, SeeHalfWidthPunctuation) {
  for (const char* wrong :
       {"缺少依据,请补上。", "缺少依据; 请补上。", "写法: 甲", "甲(乙)。", "对吗?", "好.", "a,甲"}) {
    EXPECT_NE(HalfWidthPunctuation(wrong), "") << wrong;
  }
  for (const char* right :
       {"缺少“a, b(c)”。", "写作 `甲, 乙`。", "路径 申请.使用时限。", "“甲,乙”不对。", "如 2025-08-01。"}) {
    EXPECT_EQ(HalfWidthPunctuation(right), "") << right;
  }
}

TEST(CatalogueChecks, SeeKeys) {
  EXPECT_EQ(KeysOf("“{name}”没有{of}。"), (std::set<std::string>{"name", "of"}));
  EXPECT_TRUE(KeysOf("没有。").empty());
}

}  // namespace
}  // namespace zhun::diagnostics
