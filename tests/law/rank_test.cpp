#include "runtime/law/rank.h"

#include <gtest/gtest.h>

namespace zhun::law {
namespace {

constexpr Rank Nth(int index) { return static_cast<Rank>(index); }

// Rows and columns in the order of the enumeration; > higher, < lower, = equal, . incomparable.
constexpr std::string_view kMatrix[kRankCount] = {
    "=>>>>>>.",  // law
    "<=>>>>>.",  // administrative regulation
    "<<=.>>>.",  // state council decision
    "<<.=.>>.",  // local regulation
    "<<<.=.>.",  // department rule
    "<<<<.=>.",  // local government rule
    "<<<<<<=.",  // normative document
    ".......=",  // unknown
};

RankOrder Meaning(char mark) {
  if (mark == '>') return RankOrder::kHigher;
  if (mark == '<') return RankOrder::kLower;
  return mark == '=' ? RankOrder::kEqual : RankOrder::kIncomparable;
}

TEST(Ranks, StandToEachOtherAsTheTableSays) {
  for (int left = 0; left < kRankCount; ++left) {
    for (int right = 0; right < kRankCount; ++right) {
      EXPECT_EQ(CompareRanks(Nth(left), Nth(right)), Meaning(kMatrix[left][static_cast<std::size_t>(right)]))
          << RankCode(Nth(left)) << " against " << RankCode(Nth(right));
    }
  }
}

TEST(Ranks, AreAPartialOrder) {
  for (int a = 0; a < kRankCount; ++a) {
    EXPECT_TRUE(AtLeast(Nth(a), Nth(a)));
    for (int b = 0; b < kRankCount; ++b) {
      if (a != b) {
        EXPECT_FALSE(AtLeast(Nth(a), Nth(b)) && AtLeast(Nth(b), Nth(a))) << a << " " << b;
      }
      for (int c = 0; c < kRankCount; ++c) {
        if (AtLeast(Nth(a), Nth(b)) && AtLeast(Nth(b), Nth(c))) {
          EXPECT_TRUE(AtLeast(Nth(a), Nth(c))) << a << b << c;
        }
      }
    }
  }
}

TEST(Ranks, AreFoundByTheCodesOfTheContract) {
  for (int index = 0; index < kRankCount; ++index) EXPECT_EQ(RankOf(RankCode(Nth(index))), Nth(index));
  EXPECT_EQ(RankOf("administrative_regulation"), Rank::kAdministrativeRegulation);
  EXPECT_EQ(RankOf("Law"), std::nullopt);
  EXPECT_EQ(RankOf(""), std::nullopt);
}

TEST(Ranks, AreNamedInBothLanguages) {
  EXPECT_EQ(RankLabel(Rank::kLaw).zh, "法律");
  EXPECT_EQ(RankLabel(Rank::kAdministrativeRegulation).zh, "行政法规");
  for (int index = 0; index < kRankCount; ++index) {
    EXPECT_FALSE(RankLabel(Nth(index)).zh.empty());
    EXPECT_FALSE(RankLabel(Nth(index)).en.empty());
  }
}

}  // namespace
}  // namespace zhun::law
