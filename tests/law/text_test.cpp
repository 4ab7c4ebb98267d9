#include "runtime/law/text.h"

#include <string>
#include <vector>

#include "tests/law/corpus.h"

namespace zhun::law {
namespace {

constexpr std::string_view kDay = "2026-11-01";

std::optional<std::string> TextOf(std::string_view citation) {
  return ProvisionText(Corpus(), Cited(citation), Day(kDay));
}

TEST(ProvisionText, IsVerbatim) {
  EXPECT_EQ(TextOf("《政务数据共享条例》第十七条第一款"), "政务数据目录实行动态更新。");
  EXPECT_EQ(TextOf("《共享条例》第十四条第（一）项"), "可以提供给所有政府部门共享使用的政务数据属于无条件共享类;");
  EXPECT_EQ(TextOf("《政务数据共享条例》第十四条第一款第（一）项"), TextOf("《政务数据共享条例》第十四条第（一）项"));
  EXPECT_EQ(TextOf("《政务数据共享条例》第六条"), TextOf("《政务数据共享条例》第六条第一款"));
}

TEST(ProvisionText, OfAnArticleHasItsParagraphsAndItemsOnLinesOfTheirOwn) {
  const std::string article = TextOf("《政务数据共享条例》第三条").value_or("");
  EXPECT_EQ(article, *TextOf("《政务数据共享条例》第三条第一款") + "\n" + *TextOf("《政务数据共享条例》第三条第二款"));
  const std::string listed = TextOf("《政务数据共享条例》第十四条").value_or("");
  EXPECT_NE(listed.find("\n（三）法律、行政法规以及国务院决定明确规定"), std::string::npos);
  EXPECT_EQ(TextOf("《政务数据共享条例》第十四条第（一）项至第（二）项"),
            "（一）" + *TextOf("《政务数据共享条例》第十四条第（一）项") + "\n（二）" +
                *TextOf("《政务数据共享条例》第十四条第（二）项"));
  EXPECT_EQ(TextOf("《政务数据共享条例》第五条至第六条"),
            *TextOf("《政务数据共享条例》第五条") + "\n" + *TextOf("《政务数据共享条例》第六条"));
  EXPECT_EQ(TextOf("《政务数据共享条例》第三条第一款至第二款"), article);
}

TEST(ProvisionText, IsNothingWhereTheCorpusHasNone) {
  for (const char* text :
       {"《个人信息保护法》第十三条", "《某某法》第一条", "《政务数据共享条例》", "《政务数据共享条例》第四十五条",
        "《政务数据共享条例》第六条第二款", "《政务数据共享条例》第六条第（一）项",
        "《政务数据共享条例》第十四条第（四）项", "《政务数据共享条例》第十四条第（一）项第1目"}) {
    EXPECT_EQ(TextOf(text), std::nullopt) << text;
  }
}

TEST(ProvisionText, IsThereForEveryProvisionOfTheRegulation) {
  const Instrument* regulation = VersionInForce(Corpus(), "政务数据共享条例", Day(kDay));
  ASSERT_NE(regulation, nullptr);
  ASSERT_EQ(regulation->texts.size(), 44U);
  int provisions = 0;
  for (const Article& article : regulation->structure) {
    Position position{article.number, article.insert, 0, 0, 0};
    for (const std::uint16_t items : ParagraphsOf(*regulation, article)) {
      ++position.paragraph;
      for (position.item = 0; position.item <= items; ++position.item) {
        const Citation citation{regulation->name, "", position, {}};
        const std::optional<std::string> text = ProvisionText(Corpus(), citation, Day(kDay));
        ASSERT_TRUE(text.has_value()) << PrintCitation(citation);
        EXPECT_FALSE(text->empty());
        const std::string canonical = CanonicalText(Corpus(), citation, Day(kDay));
        EXPECT_EQ(TextOf(canonical), text) << canonical;
        EXPECT_TRUE(QuotationMatches(*TextAt(*regulation, {position.article, 0, 0, 0, 0}), *text));
        ++provisions;
      }
      position.item = 0;
    }
  }
  EXPECT_GT(provisions, 100);
}

TEST(Quotations, MatchWhateverTheirWidth) {
  const std::string text = *TextOf("《政务数据共享条例》第二条");
  EXPECT_TRUE(QuotationMatches(text, "政府部门和法律、法规授权的具有管理公共事务职能的组织（以下统称政府部门）之间"));
  EXPECT_TRUE(QuotationMatches(text, "安全、监督、管理等工作，适用本条例。"));
  EXPECT_TRUE(QuotationMatches(text, "安全、监督、管理等工作， 适用本条例"));
  EXPECT_FALSE(QuotationMatches(text, "安全、监督、管理工作，适用本条例"));
  EXPECT_FALSE(QuotationMatches(text, "安全，监督，管理等工作"));
  EXPECT_FALSE(QuotationMatches(text, ""));
  EXPECT_FALSE(QuotationMatches(text, "　 "));
  EXPECT_FALSE(QuotationMatches("", "适用"));
}

TEST(Quotations, FoldTheMarksOfOneKind) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"，", ","},          {"（）", "()"},
      {"：", ":"},          {"；", ";"},
      {"。", "."},          {"“甲”", "\"甲\""},
      {"「甲」", "“甲”"},   {"〔2016〕", "[2016]"},
      {"〈甲〉", "《甲》"}, {"ＡＢ１２ｚ～", "AB12z~"},
      {"！", "!"},          {"、", "､"},
      {"甲\n 乙", "甲乙"},
  };
  for (const auto& [left, right] : rows) EXPECT_EQ(Fold(left), Fold(right)) << left << " " << right;
  EXPECT_NE(Fold("，"), Fold("、"));
  EXPECT_NE(Fold("；"), Fold("："));
}

TEST(Search, FindsTheSmallestProvisionWithAllTheWords) {
  const std::vector<SearchHit> hits = Search(Corpus(), {"国务院决定", "不予共享类"});
  std::vector<std::string> places;
  for (const SearchHit& hit : hits) places.push_back(PrintPosition(hit.position));
  EXPECT_EQ(places, (std::vector<std::string>{"第十四条第（三）项", "第十五条第二款"}));
  EXPECT_EQ(hits.at(0).text, TextOf("《政务数据共享条例》第十四条第（三）项"));
  EXPECT_TRUE(Search(Corpus(), {}).empty());
  EXPECT_TRUE(Search(Corpus(), {" "}).empty());
  EXPECT_TRUE(Search(Corpus(), {"脱敏"}).empty());
  const std::vector<SearchHit> across = Search(Corpus(), {"政务数据目录实行动态更新", "2个工作日"});
  ASSERT_EQ(across.size(), 1U);
  EXPECT_EQ(PrintPosition(across[0].position), "第十七条");
}

}  // namespace
}  // namespace zhun::law
