#include "runtime/law/renumbering.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/law/corpus.h"

namespace zhun::law {
namespace {

struct Row {
  std::string citation, day;
  std::vector<std::string> now;
  bool amended;
};

TEST(Renumbered, SaysWhereAProvisionIsNow) {
  const std::vector<Row> rows = {
      {"《网络安全法》（2017）第二十一条", "2026-06-01", {"第二十三条"}, true},
      {"《网络安全法》第二十一条", "2026-06-01", {"第二十三条"}, true},
      {"《网络安全法》第二十二条第二款", "2026-06-01", {"第二十四条第二款"}, false},
      {"《网络安全法》第六十四条", "2026-06-01", {"第七十一条"}, false},
      {"《网络安全法》第六十九条", "2026-06-01", {"第六十九条", "第七十条"}, true},
      {"《统计法》第二十五条", "2026-06-01", {"第二十八条"}, false},
      {"《统计法》第三条", "2026-06-01", {"第三条"}, true},
      {"《民事诉讼法》（2017）第十六条", "2022-06-01", {"第十七条"}, false},
  };
  for (const Row& row : rows) {
    const std::optional<Relocation> found = Renumbered(Corpus(), Cited(row.citation), Day(row.day));
    ASSERT_TRUE(found.has_value()) << row.citation;
    std::vector<std::string> now;
    for (const Position& position : found->now) now.push_back(PrintPosition(position));
    EXPECT_EQ(now, row.now) << row.citation;
    EXPECT_EQ(found->amended, row.amended) << row.citation;
    EXPECT_FALSE(found->method.empty());
  }
}

TEST(Renumbered, FollowsSeveralVersions) {
  const auto found = Renumbered(Corpus(), Cited("《民事诉讼法》（2017）第二百八十四条"), Day("2026-06-01"));
  ASSERT_TRUE(found.has_value());
  EXPECT_EQ(found->from->id, "cn/law/civil-procedure/2017");
  EXPECT_EQ(found->to->id, "cn/law/civil-procedure/2024");
  ASSERT_EQ(found->now.size(), 1U);
  EXPECT_EQ(PrintPosition(found->now[0]), "第三百零六条");
}

TEST(Renumbered, IsNothingWhereNothingMoved) {
  for (const char* text : {"《网络安全法》第一条", "《网络安全法》（2026）第二十一条", "《民法典》第二百零一条",
                           "《某某法》第一条", "《网络安全法》", "《网络安全法》第八十条"}) {
    EXPECT_FALSE(Renumbered(Corpus(), Cited(text), Day("2026-06-01")).has_value()) << text;
  }
  EXPECT_FALSE(Renumbered(Corpus(), Cited("《网络安全法》第二十一条"), Day("2025-06-01")).has_value());
  EXPECT_FALSE(Renumbered(Corpus(), Cited("《收养法》第一条"), Day("2026-06-01")).has_value());
}

TEST(Renumbered, AnswersForEveryArticleOfEveryMap) {
  for (const Renumbering& renumbering : Corpus().renumberings) {
    std::size_t gone = 0;
    for (const Move& move : renumbering.moves) gone += move.to.empty() ? 1 : 0;
    EXPECT_FALSE(renumbering.method.empty());
    const auto from = std::find_if(Corpus().instruments.begin(), Corpus().instruments.end(),
                                   [&](const Instrument& each) { return each.id == renumbering.from_id; });
    ASSERT_NE(from, Corpus().instruments.end());
    EXPECT_EQ(renumbering.moves.size(), from->structure.size()) << renumbering.from_id << ", gone " << gone;
  }
}

}  // namespace
}  // namespace zhun::law
