#include "runtime/diagnostics/visible_text.h"

#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace zhun::diagnostics {
namespace {

using ::testing::ElementsAre;

struct WidthCase {
  const char* what;
  std::string text;
  std::string shown;
  std::uint32_t width;
};

class VisibleTextWidth : public ::testing::TestWithParam<WidthCase> {};

TEST_P(VisibleTextWidth, IsWhatATerminalTakes) {
  const VisibleText visible = MakeVisible(GetParam().text);
  EXPECT_EQ(visible.text, GetParam().shown);
  EXPECT_EQ(visible.columns.back(), GetParam().width);
  EXPECT_EQ(visible.columns.size(), GetParam().text.size() + 1);
}

INSTANTIATE_TEST_SUITE_P(
    Table, VisibleTextWidth,
    ::testing::Values(
        WidthCase{"Empty", "", "", 0}, WidthCase{"Latin", "period", "period", 6},
        WidthCase{"Han", "使用时限", "使用时限", 8}, WidthCase{"HanOutsideTheBasicPlane", "𠀀", "𠀀", 2},
        WidthCase{"FullWidthLetter", "Ａ１", "Ａ１", 4},
        WidthCase{"FullWidthPunctuation", "，。（）「」《》", "，。（）「」《》", 16},
        WidthCase{"IdeographicSpace", "　", "　", 2}, WidthCase{"HalfWidthKatakana", "ﾊ", "ﾊ", 1},
        WidthCase{"CombiningMark", "e\u0301", "e\u0301", 1}, WidthCase{"Emoji", "😀", "😀", 2},
        WidthCase{"EmojiJoined", "👩\u200D👧", "👩<U+200D>👧", 12}, WidthCase{"Tab", "\tx", "    x", 5},
        WidthCase{"TabInTheMiddle", "ab\tx", "ab    x", 7}, WidthCase{"Escape", "\x1b[31m", "<U+001B>[31m", 12},
        WidthCase{"Nul", std::string(1, '\0'), "<U+0000>", 8}, WidthCase{"Delete", "\x7f", "<U+007F>", 8},
        WidthCase{"C1Control", "\u0085", "<U+0085>", 8}, WidthCase{"LineEnds", "a\r\nb", "a<U+000D><U+000A>b", 18},
        WidthCase{"BidirectionalOverride", "a\u202Eb", "a<U+202E>b", 10},
        WidthCase{"BidirectionalIsolate", "\u2066\u2069", "<U+2066><U+2069>", 16},
        WidthCase{"ArabicLetterMark", "\u061C", "<U+061C>", 8}, WidthCase{"ZeroWidthSpace", "\u200B", "<U+200B>", 8},
        WidthCase{"ByteOrderMark", "\uFEFF", "<U+FEFF>", 8}, WidthCase{"SoftHyphen", "\u00AD", "<U+00AD>", 8},
        WidthCase{"LineSeparator", "\u2028", "<U+2028>", 8}, WidthCase{"PrivateUse", "\uE000", "<U+E000>", 8},
        WidthCase{"LoneByte", "a\xFF", "a<FF>", 5}, WidthCase{"TruncatedHan", "\xE4\xBD", "<E4><BD>", 8},
        WidthCase{"OverlongSlash", "\xC0\xAF", "<C0><AF>", 8},
        WidthCase{"Surrogate", "\xED\xA0\x80", "<ED><A0><80>", 12}),
    [](const auto& table) { return table.param.what; });

TEST(VisibleText, EveryByteKnowsTheColumnOfItsCharacter) {
  EXPECT_THAT(MakeVisible("a数b").columns, ElementsAre(0, 1, 1, 1, 3, 4));
  EXPECT_THAT(MakeVisible("\t\xFFx").columns, ElementsAre(0, 4, 8, 9));
}

}  // namespace
}  // namespace zhun::diagnostics
