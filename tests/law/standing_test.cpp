#include "runtime/law/standing.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/law/corpus.h"

namespace zhun::law {
namespace {

struct Row {
  std::string citation, day;
  Force force;
  Provision provision;
  std::string id;
};

TEST(Standing, IsThatOfTheVersionInForceOnTheDay) {
  const std::vector<Row> rows = {
      {"《网络安全法》第二十一条", "2025-12-31", Force::kInForce, Provision::kExists, "cn/law/csl/2017"},
      {"《网络安全法》第二十一条", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/csl/2026"},
      {"《中华人民共和国网络安全法》第八十一条", "2025-12-31", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/csl/2017"},
      {"《网安法》第八十一条", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/csl/2026"},
      {"《网络安全法》第二十条第二款", "2026-06-01", Force::kInForce, Provision::kExists, "cn/law/csl/2026"},
      {"《网络安全法》第二十条第三款", "2026-06-01", Force::kInForce, Provision::kNoSuchProvision, "cn/law/csl/2026"},
      {"《网络安全法》（2017）第二十一条", "2026-06-01", Force::kNoLonger, Provision::kExists, "cn/law/csl/2017"},
      {"《网络安全法》（2026）第二十一条", "2025-06-01", Force::kNotYet, Provision::kExists, "cn/law/csl/2026"},
      {"《网络安全法》（2025修正）第二十一条", "2026-06-01", Force::kInForce, Provision::kExists, "cn/law/csl/2026"},
      {"《网络安全法》（主席令第五十三号）", "2025-06-01", Force::kInForce, Provision::kWhole, "cn/law/csl/2017"},
      {"《网络安全法》（2026-01-01）", "2026-06-01", Force::kInForce, Provision::kWhole, "cn/law/csl/2026"},
      {"《网络安全法》第三条", "2017-05-31", Force::kBeforeRegistry, Provision::kExists, "cn/law/csl/2017"},
      {"《统计法》第二十五条", "2024-09-12", Force::kInForce, Provision::kExists, "cn/law/statistics/2010"},
      {"《统计法》第五十三条", "2024-09-12", Force::kInForce, Provision::kNoSuchProvision, "cn/law/statistics/2010"},
      {"《统计法》第五十三条", "2024-09-13", Force::kInForce, Provision::kExists, "cn/law/statistics/2024"},
      {"《民法典》第一千二百六十条", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/civil-code/2021"},
      {"《民法典》第一千二百六十一条", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/civil-code/2021"},
      {"《收养法》第二条", "2026-01-01", Force::kNoLonger, Provision::kExists, "cn/law/adoption/1999"},
      {"《刑法》第二百八十七条之二", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/criminal/2024"},
      {"《刑法》第二百八十七条之三", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/criminal/2024"},
      {"《刑法》第一百九十九条", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision, "cn/law/criminal/2024"},
      {"《行政复议法》第二十八条第一款第（三）项第5目", "2020-01-01", Force::kInForce, Provision::kExists,
       "cn/law/admin-reconsideration/2018"},
      {"《行政复议法》第二十八条第（三）项第6目", "2020-01-01", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/admin-reconsideration/2018"},
      {"《行政复议法》第二十八条第一款第（二）项第1目", "2020-01-01", Force::kInForce, Provision::kStructureUnknown,
       "cn/law/admin-reconsideration/2018"},
      {"《个保法》第十三条第（七）项", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/pipl/2021"},
      {"《个保法》第十三条第（八）项", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision, "cn/law/pipl/2021"},
      {"《个保法》第十三条第二款第（一）项", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/pipl/2021"},
      {"《个人信息保护法》第七十四条至第七十五条", "2026-01-01", Force::kInForce, Provision::kNoSuchProvision,
       "cn/law/pipl/2021"},
      {"《个人信息保护法》第十三条至第十五条", "2026-01-01", Force::kInForce, Provision::kExists, "cn/law/pipl/2021"},
      {"《广东省公共数据管理办法》第十条", "2026-01-01", Force::kInForce, Provision::kStructureUnknown,
       "cn/rule/guangdong/public-data/2021"},
      {"《国务院对确需保留的行政审批项目设定行政许可的决定》", "2026-01-01", Force::kInForce, Provision::kWhole,
       "cn/dec/admin-licensing-items/2016"},
      {"《51号文》第三条", "2026-01-01", Force::kInForce, Provision::kStructureUnknown, "cn/doc/gf-2016-51"},
      {"《政务信息资源目录编制指南(试行)》", "2026-01-01", Force::kUndated, Provision::kWhole, "cn/doc/fgw-2017-1272"},
  };
  for (const Row& row : rows) {
    const Standing standing = StandingOn(row.citation, row.day);
    ASSERT_TRUE(standing.registered) << row.citation;
    EXPECT_EQ(standing.instrument->id, row.id) << row.citation << " on " << row.day;
    EXPECT_EQ(standing.force, row.force) << row.citation << " on " << row.day;
    EXPECT_EQ(standing.provision, row.provision) << row.citation << " on " << row.day;
    EXPECT_EQ(standing.rank, standing.instrument->rank);
  }
}

TEST(Standing, OfWhatIsNotRegisteredIsUnknown) {
  const Standing unknown = StandingOn("《某某法》第一条", "2026-01-01");
  EXPECT_FALSE(unknown.name_known);
  EXPECT_FALSE(unknown.registered);
  EXPECT_EQ(unknown.rank, Rank::kUnknown);
  EXPECT_FALSE(unknown.Exists());
  EXPECT_FALSE(unknown.InForce());

  const Standing version = StandingOn("《网络安全法》（1999）第一条", "2026-01-01");
  EXPECT_TRUE(version.name_known);
  EXPECT_FALSE(version.registered);

  EXPECT_FALSE(StandingOn("《条例》第一条", "2026-01-01").name_known);
}

TEST(Standing, EveryRegisteredArticleExistsAndTheNextDoesNot) {
  for (const Instrument& instrument : Corpus().instruments) {
    for (const Article& article : instrument.structure) {
      const Position whole{article.number, article.insert, 0, 0, 0};
      const Provision wanted = article.paragraphs == 0 ? Provision::kNoSuchProvision : Provision::kExists;
      ASSERT_EQ(ProvisionOf(instrument, whole, {}), wanted) << instrument.id << " " << PrintPosition(whole);
      Position paragraph = whole;
      for (const std::uint16_t items : ParagraphsOf(instrument, article)) {
        ++paragraph.paragraph;
        ASSERT_EQ(ProvisionOf(instrument, paragraph, {}), Provision::kExists);
        Position item = paragraph;
        item.item = items + 1;
        ASSERT_EQ(ProvisionOf(instrument, item, {}), Provision::kNoSuchProvision)
            << instrument.id << PrintPosition(item);
      }
      ++paragraph.paragraph;
      ASSERT_EQ(ProvisionOf(instrument, paragraph, {}), Provision::kNoSuchProvision);
    }
    if (!instrument.structure.empty()) {
      EXPECT_EQ(ProvisionOf(instrument, {instrument.articles + 1, 0, 0, 0, 0}, {}), Provision::kNoSuchProvision);
    }
  }
}

TEST(Names, AreFoundWithAndWithoutTheNameOfTheState) {
  for (const Instrument& instrument : Corpus().instruments) {
    std::vector<std::string> names = instrument.short_names;
    names.push_back(instrument.name);
    names.push_back("中华人民共和国" + instrument.short_names.at(0));
    for (const std::string& name : names) {
      const auto versions = VersionsOf(Corpus(), name);
      const bool found = std::any_of(versions.begin(), versions.end(),
                                     [&](std::uint32_t index) { return &Corpus().instruments[index] == &instrument; });
      EXPECT_TRUE(found) << name;
    }
    if (!instrument.number.empty()) {
      EXPECT_EQ(VersionNamed(Corpus(), instrument.name, instrument.number), &instrument) << instrument.id;
    }
  }
}

TEST(Versions, AreInForceOneAtATime) {
  const Registry& registry = Corpus();
  EXPECT_EQ(VersionInForce(registry, "网络安全法", Day("2025-12-31"))->id, "cn/law/csl/2017");
  EXPECT_EQ(VersionInForce(registry, "网络安全法", Day("2026-01-01"))->id, "cn/law/csl/2026");
  EXPECT_EQ(VersionInForce(registry, "网络安全法", Day("2017-05-31")), nullptr);
  EXPECT_EQ(VersionInForce(registry, "收养法", Day("2021-01-01")), nullptr);
  EXPECT_EQ(VersionInForce(registry, "没有的法", Day("2021-01-01")), nullptr);
  EXPECT_EQ(VersionNamed(registry, "网络安全法", "2017")->id, "cn/law/csl/2017");
  EXPECT_EQ(VersionNamed(registry, "网络安全法", "2016")->id, "cn/law/csl/2017");
  EXPECT_EQ(VersionNamed(registry, "网络安全法", "2025年修正")->id, "cn/law/csl/2026");
  EXPECT_EQ(VersionNamed(registry, "网络安全法", "中华人民共和国主席令第六十一号")->id, "cn/law/csl/2026");
  EXPECT_EQ(VersionNamed(registry, "51号文", "国发[2016]51号")->id, "cn/doc/gf-2016-51");
  EXPECT_EQ(VersionNamed(registry, "网络安全法", ""), nullptr);
}

TEST(CanonicalText, IsTheFormDecisionsPrint) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"《政务数据共享条例》第二十一条第二款", "《政务数据共享条例》第二十一条第二款"},
      {"《政务数据共享条例》第二条第一款", "《政务数据共享条例》第二条"},
      {"《政务数据共享条例》第十四条第一款第(三)项", "《政务数据共享条例》第十四条第（三）项"},
      {"《共享条例》第十四条第（三）项", "《政务数据共享条例》第十四条第（三）项"},
      {"《个人信息保护法》第十三条", "《个人信息保护法》第十三条"},
      {"《中华人民共和国个人信息保护法》第十三条", "《中华人民共和国个人信息保护法》第十三条"},
      {"《个保法》第十三条第（三）项", "《个人信息保护法》第十三条第一款第（三）项"},
      {"《个保法》第五十五条第一款第（一）项", "《个人信息保护法》第五十五条第（一）项"},
      {"《51号文》（国发〔2016〕51号）", "《政务信息资源共享管理暂行办法》（国发〔2016〕51号）"},
      {"《地方组织法》第一条", "《地方各级人民代表大会和地方各级人民政府组织法》第一条"},
      {"《政务信息资源目录编制指南(试行)》", "《政务信息资源目录编制指南（试行）》"},
      {"《网络安全法》（2017）第二十一条", "《网络安全法》（2017）第二十一条"},
      {"《政务数据共享条例》第二条第一款至第三条第一款", "《政务数据共享条例》第二条第一款至第三条第一款"},
      {"《政务数据共享条例》第十四条第一款第（一）项至第（二）项",
       "《政务数据共享条例》第十四条第（一）项至第（二）项"},
      {"《某某办法》第三条第一款", "《某某办法》第三条第一款"},
  };
  for (const auto& [text, wanted] : rows) {
    EXPECT_EQ(CanonicalText(Corpus(), Cited(text), Day("2026-11-01")), wanted);
  }
}

TEST(CanonicalText, OfEveryProvisionIsReadBackAsItself) {
  for (const Instrument& instrument : Corpus().instruments) {
    if (!instrument.effective_from) continue;
    const base::Date day = *instrument.effective_from;
    for (const Article& article : instrument.structure) {
      Citation citation{instrument.name, "", {article.number, article.insert, 0, 0, 0}, {}};
      for (const std::uint16_t items : ParagraphsOf(instrument, article)) {
        ++citation.from.paragraph;
        for (int item = 0; item <= items; ++item) {
          citation.from.item = item;
          const std::string printed = CanonicalText(Corpus(), citation, day);
          const std::optional<Citation> read = ParseCitation(printed);
          ASSERT_TRUE(read.has_value()) << printed;
          ASSERT_EQ(StandingOf(Corpus(), *read, day).provision, Provision::kExists) << printed;
          ASSERT_EQ(CanonicalText(Corpus(), *read, day), printed);
          ASSERT_EQ(read->from.paragraph == 0, article.paragraphs == 1) << printed;
        }
        citation.from.item = 0;
      }
    }
  }
}

TEST(LegalOrder, IsRankThenInstrumentThenPlace) {
  const std::vector<std::string> rows = {
      "《网络安全法》第二十一条",
      "《个人信息保护法》第十三条",
      "《中华人民共和国个人信息保护法》第二十八条第二款",
      "《政务数据共享条例》",
      "《政务数据共享条例》第三条第一款",
      "《政务数据共享条例》第三条第二款",
      "《政务数据共享条例》第十四条第（三）项",
      "《政务数据共享条例》第十五条",
      "《国务院对确需保留的行政审批项目设定行政许可的决定》",
      "《上海市数据条例》第一条",
      "《广东省公共数据管理办法》第十条",
      "《51号文》",
      "《乙规定》第三条",
      "《甲规定》第一条",
  };
  for (std::size_t index = 0; index + 1 < rows.size(); ++index) {
    EXPECT_LT(LegalOrderKey(Corpus(), Cited(rows[index])), LegalOrderKey(Corpus(), Cited(rows[index + 1])))
        << rows[index];
  }
  EXPECT_EQ(LegalOrderKey(Corpus(), Cited("《个保法》第十三条第（三）项")),
            LegalOrderKey(Corpus(), Cited("《中华人民共和国个人信息保护法》第十三条第一款第（三）项")));
  EXPECT_EQ(LegalOrderKey(Corpus(), Cited("《政务数据共享条例》第十四条第（三）项")),
            LegalOrderKey(Corpus(), Cited("《政务数据共享条例》第十四条第一款第（三）项")));
}

}  // namespace
}  // namespace zhun::law
