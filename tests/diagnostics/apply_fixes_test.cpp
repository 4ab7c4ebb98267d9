#include "runtime/diagnostics/apply_fixes.h"

#include <gtest/gtest.h>

namespace zhun::diagnostics {
namespace {

class Fixes : public ::testing::Test {
 protected:
  void Add(std::uint32_t begin, std::uint32_t end, const std::string& instead, bool guess = false) {
    sink_.Report(Code::kSplitWord, {id_, begin, end}).fixes.push_back({{id_, begin, end}, instead, {}, guess});
  }
  std::string Applied() const { return ApplyFixes(sources_[id_].text, SafeFixes(sink_, id_)); }

  base::SourceStore sources_;
  base::SourceId id_ = sources_.Add("a", "0123456789");
  Sink sink_;
};

TEST_F(Fixes, GoIntoTheTextInOrderOfTheirPlaces) {
  Add(7, 8, "");
  Add(2, 4, "甲");
  Add(0, 0, "<");
  Add(10, 10, ">");
  EXPECT_EQ(Applied(), "<01甲45689>");
}

TEST_F(Fixes, ThatOverlapWaitForTheNextRound) {
  Add(2, 5, "甲");
  Add(4, 6, "乙");
  Add(5, 7, "丙");
  Add(7, 7, "丁");
  EXPECT_EQ(Applied(), "01甲丙789") << "what is put in where another fix ends was meant for the old text";
}

TEST_F(Fixes, AreLeftWhereTheyAreGuessesOrOneOfSeveral) {
  Add(0, 1, "甲", true);
  Diagnostic& both = sink_.Report(Code::kMixedAndOr, {id_, 3, 4});
  both.fixes.push_back({{id_, 3, 4}, "乙", {}});
  both.fixes.push_back({{id_, 3, 4}, "丙", {}});
  const base::SourceId other = sources_.Add("b", "");
  sink_.Report(Code::kSplitWord, {id_, 5, 6}).fixes.push_back({{other, 0, 0}, "丁", {}});
  EXPECT_EQ(Applied(), "0123456789");
}

}  // namespace
}  // namespace zhun::diagnostics
