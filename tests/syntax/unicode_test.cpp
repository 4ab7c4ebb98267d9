#include "compiler/syntax/unicode.h"

#include <gtest/gtest.h>

#include "compiler/syntax/numerals.h"

namespace zhun::syntax {
namespace {

TEST(Width, FoldsAsciiAndTheIdeographicBlankOnly) {
  EXPECT_EQ(FoldWidth("ＡＺａｚ０９．｛｝（），　"), "AZaz09.{}(), ");
  EXPECT_EQ(FoldWidth("、。「」《》“”"), "、。「」《》“”");
}

TEST(LookAlikes, AreNamed) {
  EXPECT_EQ(LookAlikeOf(0x430), U'a');
  EXPECT_EQ(LookAlikeOf(0x2F00), U'一');
  EXPECT_EQ(LookAlikeOf(0x3042), 0u);
  EXPECT_FALSE(IsHomeLetter(0x430));
  EXPECT_TRUE(IsHomeLetter(U'权'));
}

TEST(Invisibles, AreFoundEverywhere) {
  for (const char32_t code : {0x00, 0x1B, 0x7F, 0xA0, 0xAD, 0x200B, 0x200D, 0x2028, 0x202E, 0x2066, 0xFEFF}) {
    EXPECT_TRUE(IsInvisible(code)) << CodeName(code);
  }
  for (const char32_t code : {0x09, 0x0A, 0x20, 0x3000, 0x41, 0x4E00})
    EXPECT_FALSE(IsInvisible(code)) << CodeName(code);
}

TEST(CodeNames, HaveAtLeastFourDigits) {
  EXPECT_EQ(CodeName(0), "U+0000");
  EXPECT_EQ(CodeName(0x1F600), "U+1F600");
}

TEST(Composition, IsNfc) {
  EXPECT_EQ(Compose("cafe\xCC\x81"), "caf\xC3\xA9");
  EXPECT_TRUE(IsPlainlyComposed("申请.用途abcé"));
  EXPECT_FALSE(IsPlainlyComposed("e\xCC\x81"));
}

TEST(Numerals, AreReadAndWritten) {
  for (int number = 1; number < 10'000; ++number) EXPECT_EQ(ReadNumeral(WriteNumeral(number)), number) << number;
  EXPECT_EQ(WriteNumeral(10), "十");
  EXPECT_EQ(WriteNumeral(110), "一百一十");
  EXPECT_EQ(WriteNumeral(105), "一百零五");
  EXPECT_EQ(WriteNumeral(1005), "一千零五");
  EXPECT_EQ(ReadNumeral("二〇"), 20);
  EXPECT_EQ(ReadNumeral("甲"), std::nullopt);
  EXPECT_EQ(ReadNumeral("零"), std::nullopt);
  EXPECT_EQ(ReadNumeral("一二三四五六七八九"), std::nullopt);
}

}  // namespace
}  // namespace zhun::syntax
