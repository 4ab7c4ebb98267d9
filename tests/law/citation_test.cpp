#include "runtime/law/citation.h"

#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "runtime/law/numeral.h"

namespace zhun::law {
namespace {

TEST(Numerals, PrintAsStatutesPrintThem) {
  const std::vector<std::pair<int, std::string>> rows = {
      {1, "一"},
      {9, "九"},
      {10, "十"},
      {11, "十一"},
      {20, "二十"},
      {21, "二十一"},
      {100, "一百"},
      {103, "一百零三"},
      {110, "一百一十"},
      {111, "一百一十一"},
      {200, "二百"},
      {1000, "一千"},
      {1001, "一千零一"},
      {1010, "一千零一十"},
      {1100, "一千一百"},
      {1260, "一千二百六十"},
      {9999, "九千九百九十九"},
      {0, ""},
      {10000, ""},
  };
  for (const auto& [value, text] : rows) EXPECT_EQ(PrintNumeral(value), text);
}

TEST(Numerals, AreReadBackWhateverTheyAre) {
  for (int value = 1; value <= 9999; ++value) ASSERT_EQ(ParseNumeral(PrintNumeral(value)), value);
}

TEST(Numerals, HaveTwoSpellingsOfZeroAndTwo) {
  EXPECT_EQ(ParseNumeral("一百〇三"), 103);
  EXPECT_EQ(ParseNumeral("两百"), 200);
  EXPECT_EQ(ParseNumeral("两千零两"), std::nullopt);
  EXPECT_EQ(ParseNumeral("两"), std::nullopt);
  EXPECT_EQ(ParseNumeral("两十"), std::nullopt);
}

TEST(Numerals, HaveOneFormOnly) {
  for (const char* text : {"",     "零",   "〇",   "一十", "一十一", "一百十",     "一百三",   "一百零十",
                           "百",   "千一", "十十", "二一", "一〇六", "一百零零三", "零二十一", "二十一零",
                           "廿一", "万",   "一万", "21",   "a",      "十 一",      "二百一百"}) {
    EXPECT_EQ(ParseNumeral(text), std::nullopt) << text;
  }
}

struct Good {
  std::string text;
  Citation citation;
  std::string printed;  // as `text` where empty
};

TEST(Citations, AreReadAndPrintedInOneForm) {
  const std::vector<Good> rows = {
      {"《甲法》", {"甲法", "", {}, {}}, ""},
      {"《甲法》第二十一条", {"甲法", "", {21, 0, 0, 0, 0}, {}}, ""},
      {"《甲法》第二十一条第二款", {"甲法", "", {21, 0, 2, 0, 0}, {}}, ""},
      {"《甲法》第十四条第（三）项", {"甲法", "", {14, 0, 0, 3, 0}, {}}, ""},
      {"《甲法》第十四条第(三)项", {"甲法", "", {14, 0, 0, 3, 0}, {}}, "《甲法》第十四条第（三）项"},
      {"《甲法》第二十八条第一款第（三）项第2目", {"甲法", "", {28, 0, 1, 3, 2}, {}}, ""},
      {"《甲法》第二十八条第一款第（三）项第二目",
       {"甲法", "", {28, 0, 1, 3, 2}, {}},
       "《甲法》第二十八条第一款第（三）项第2目"},
      {"《甲法》第二百八十七条之二第一款", {"甲法", "", {287, 2, 1, 0, 0}, {}}, ""},
      {"《甲法》第一千二百六十条", {"甲法", "", {1260, 0, 0, 0, 0}, {}}, ""},
      {"《甲法》第一百〇三条", {"甲法", "", {103, 0, 0, 0, 0}, {}}, "《甲法》第一百零三条"},
      {"《甲法》（2017）第二十一条", {"甲法", "2017", {21, 0, 0, 0, 0}, {}}, ""},
      {"《甲法》(2025修正)", {"甲法", "2025修正", {}, {}}, "《甲法》（2025修正）"},
      {"《甲办法》（国发〔2016〕51号）第三条", {"甲办法", "国发〔2016〕51号", {3, 0, 0, 0, 0}, {}}, ""},
      {"《甲条例》（公告（2020第12号））第三条", {"甲条例", "公告（2020第12号）", {3, 0, 0, 0, 0}, {}}, ""},
      {"《甲指南（试行）》", {"甲指南（试行）", "", {}, {}}, ""},
      {"《关于修改〈甲法〉的决定》", {"关于修改〈甲法〉的决定", "", {}, {}}, ""},
      {" 《甲法》 （2017） 第三条　", {"甲法", "2017", {3, 0, 0, 0, 0}, {}}, "《甲法》（2017）第三条"},
      {"《甲法》第二十条至第二十二条", {"甲法", "", {20, 0, 0, 0, 0}, Position{22, 0, 0, 0, 0}}, ""},
      {"《甲法》第十七条至第十七条之一", {"甲法", "", {17, 0, 0, 0, 0}, Position{17, 1, 0, 0, 0}}, ""},
      {"《甲法》第五条第一款至第三款", {"甲法", "", {5, 0, 1, 0, 0}, Position{5, 0, 3, 0, 0}}, ""},
      {"《甲法》第五条第一款至第五条第三款",
       {"甲法", "", {5, 0, 1, 0, 0}, Position{5, 0, 3, 0, 0}},
       "《甲法》第五条第一款至第三款"},
      {"《甲法》第五条第二款至第六条第一款", {"甲法", "", {5, 0, 2, 0, 0}, Position{6, 0, 1, 0, 0}}, ""},
      {"《甲法》第五条第（一）项至第（三）项", {"甲法", "", {5, 0, 0, 1, 0}, Position{5, 0, 0, 3, 0}}, ""},
      {"《甲法》第五条第一款第（二）项至第二款第（一）项", {"甲法", "", {5, 0, 1, 2, 0}, Position{5, 0, 2, 1, 0}}, ""},
      {"《甲法》第五条第（一）项第1目至第3目", {"甲法", "", {5, 0, 0, 1, 1}, Position{5, 0, 0, 1, 3}}, ""},
  };
  for (const Good& row : rows) {
    const std::optional<Citation> citation = ParseCitation(row.text);
    ASSERT_TRUE(citation.has_value()) << row.text;
    EXPECT_EQ(*citation, row.citation) << row.text;
    const std::string printed = PrintCitation(*citation);
    EXPECT_EQ(printed, row.printed.empty() ? row.text : row.printed);
    EXPECT_EQ(ParseCitation(printed), row.citation) << printed;
  }
}

struct Bad {
  std::string text;
  CitationFault fault;
};

TEST(Citations, AreRefusedWithTheReason) {
  const std::vector<Bad> rows = {
      {"", CitationFault::kNotACitation},
      {"工作需要", CitationFault::kNotACitation},
      {"甲法第三条", CitationFault::kNotACitation},
      {"第三条", CitationFault::kNotACitation},
      {"《》第三条", CitationFault::kBadName},
      {"《  》第三条", CitationFault::kBadName},
      {"《甲法第三条", CitationFault::kBadName},
      {"《关于《甲法》的决定》", CitationFault::kBadName},
      {"《甲\n法》", CitationFault::kBadName},
      {"《甲法》（）第三条", CitationFault::kBadVersion},
      {"《甲法》（2017第三条", CitationFault::kBadVersion},
      {"《甲法》第21条", CitationFault::kArabicNumerals},
      {"《甲法》第２１条", CitationFault::kArabicNumerals},
      {"《甲法》21条", CitationFault::kArabicNumerals},
      {"《甲法》第三条第1款", CitationFault::kArabicNumerals},
      {"《甲法》第三条第1项", CitationFault::kArabicNumerals},
      {"《甲法》第三条第（1）项", CitationFault::kArabicNumerals},
      {"《甲法》第十七条之1", CitationFault::kArabicNumerals},
      {"《甲法》第99999999999999999999条", CitationFault::kArabicNumerals},
      {"《甲法》第一十条", CitationFault::kBadNumeral},
      {"《甲法》第一百十条", CitationFault::kBadNumeral},
      {"《甲法》第零二十一条", CitationFault::kBadNumeral},
      {"《甲法》第条", CitationFault::kBadNumeral},
      {"《甲法》第某条", CitationFault::kBadNumeral},
      {"《甲法》第二十一", CitationFault::kBadNumeral},
      {"《甲法》第", CitationFault::kBadNumeral},
      {"《甲法》第二1条", CitationFault::kBadNumeral},
      {"《甲法》第十七条之", CitationFault::kBadNumeral},
      {"《甲法》第三条第0目", CitationFault::kBadNumeral},
      {"《甲法》第三条第三项", CitationFault::kItemBrackets},
      {"《甲法》第三条第（三项", CitationFault::kItemBrackets},
      {"《甲法》第三条第（三）款", CitationFault::kItemBrackets},
      {"《甲法》第（三）条", CitationFault::kItemBrackets},
      {"《甲法》第二款", CitationFault::kWrongOrder},
      {"《甲法》第（三）项", CitationFault::kWrongOrder},
      {"《甲法》第三条第四条", CitationFault::kWrongOrder},
      {"《甲法》第三条第（一）项第二款", CitationFault::kWrongOrder},
      {"《甲法》第三条第1目", CitationFault::kWrongOrder},
      {"《甲法》第三条至第二条", CitationFault::kBackwardsRange},
      {"《甲法》第三条至第三条", CitationFault::kBackwardsRange},
      {"《甲法》第三条至第四条第一款", CitationFault::kBackwardsRange},
      {"《甲法》第三条至", CitationFault::kNotACitation},
      {"《甲法》第三条等", CitationFault::kTrailingText},
      {"《甲法》第三条至第四条至第五条", CitationFault::kTrailingText},
      {"《甲法》第三条、第四条", CitationFault::kTrailingText},
      {"《甲法》全文", CitationFault::kTrailingText},
      {"《甲法》第三条 第二款", CitationFault::kTrailingText},
  };
  for (const Bad& row : rows) {
    CitationFault fault{};
    EXPECT_EQ(ParseCitation(row.text, &fault), std::nullopt) << row.text;
    EXPECT_EQ(fault, row.fault) << row.text << ": " << FaultText(fault).en;
  }
}

TEST(Citations, AreReadFromAnyBytesWithoutHarm) {
  const std::string good = "《甲法》（2017）第二十八条之一第一款第（三）项第2目至第4目";
  for (std::size_t length = 0; length <= good.size(); ++length) {
    for (const char extra : {'\0', '\xE3', '\xFF', '('}) {
      std::string text = good.substr(0, length) + extra + good.substr(length);
      const std::optional<Citation> citation = ParseCitation(text);
      if (citation) {
        EXPECT_EQ(ParseCitation(PrintCitation(*citation)), citation) << text;
      }
    }
  }
}

TEST(Locators, AreReadAlone) {
  EXPECT_EQ(ParseLocator("第二十一条第二款"), (Range{{21, 0, 2, 0, 0}, {}}));
  EXPECT_EQ(ParseLocator("第二十条至第二十二条"), (Range{{20, 0, 0, 0, 0}, Position{22, 0, 0, 0, 0}}));
  CitationFault fault{};
  EXPECT_EQ(ParseLocator("第21条", &fault), std::nullopt);
  EXPECT_EQ(fault, CitationFault::kArabicNumerals);
  EXPECT_EQ(ParseLocator(""), std::nullopt);
}

TEST(Faults, AreExplainedInBothLanguages) {
  std::set<std::string> seen;
  for (int index = 0; index <= static_cast<int>(CitationFault::kTrailingText); ++index) {
    const base::Words& words = FaultText(static_cast<CitationFault>(index));
    EXPECT_FALSE(words.zh.empty());
    EXPECT_FALSE(words.en.empty());
    seen.insert(words.zh);
  }
  EXPECT_EQ(seen.size(), 9U);
}

}  // namespace
}  // namespace zhun::law
