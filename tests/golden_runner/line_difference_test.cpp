#include "tests/golden_runner/line_difference.h"

#include <string>

#include <gtest/gtest.h>

namespace zhun::golden {
namespace {

struct DifferenceCase {
  const char* what;
  const char* expected;
  const char* actual;
  const char* shown;
};

class LineDifferenceTest : public ::testing::TestWithParam<DifferenceCase> {};

TEST_P(LineDifferenceTest, ShowsWhatDiffers) {
  EXPECT_EQ(LineDifference(GetParam().expected, GetParam().actual), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Table, LineDifferenceTest,
    ::testing::Values(DifferenceCase{"Equal", "甲\n", "甲\n", ""}, DifferenceCase{"BothEmpty", "", "", ""},
                      DifferenceCase{"Changed", "甲\n乙\n丙\n", "甲\n丁\n丙\n", "@@ 1\n  甲\n- 乙\n+ 丁\n  丙\n"},
                      DifferenceCase{"Inserted", "a\nc\n", "a\nb\nc\n", "@@ 1\n  a\n+ b\n  c\n"},
                      DifferenceCase{"Removed", "a\nb\nc\n", "a\nc\n", "@@ 1\n  a\n- b\n  c\n"},
                      DifferenceCase{"NothingExpected", "", "a\n", "@@ 1\n+ a\n"},
                      DifferenceCase{"NothingMade", "a\n", "", "@@ 1\n- a\n"},
                      DifferenceCase{"LineEndLost", "a\n", "a", "@@ 1\n- a\n+ a<no line end>\n"},
                      DifferenceCase{"BlanksAtTheEnd", "a\n", "a \t\r\n", "@@ 1\n- a\n+ a<blank><tab><CR>\n"},
                      DifferenceCase{"FarApart", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "x\n2\n3\n4\n5\n6\n7\n8\ny\n",
                                     "@@ 1\n- 1\n+ x\n  2\n  3\n  4\n@@ 6\n  6\n  7\n  8\n- 9\n+ y\n"}),
    [](const auto& table) { return table.param.what; });

TEST(LineDifference, OfHugeTextsStillNamesTheFirstLine) {
  std::string expected;
  std::string actual;
  for (int i = 0; i < 5'000; ++i) {
    expected += "e" + std::to_string(i) + "\n";
    actual += "a" + std::to_string(i) + "\n";
  }
  EXPECT_EQ(LineDifference(expected, actual).substr(0, 10), "@@ 1\n- e0\n");
}

}  // namespace
}  // namespace zhun::golden
