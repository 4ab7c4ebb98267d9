#include "runtime/values/social_code.h"

#include <gtest/gtest.h>

namespace zhun::values {
namespace {

TEST(SocialCodes, AreCheckedByTheirLastCharacter) {
  EXPECT_EQ(CheckSocialCode("91350100M000100Y43"), SocialCode::kSound);  // the example of GB 32100-2015
  EXPECT_EQ(CheckSocialCode("11440100MB2D00001X"), SocialCode::kWrongCheck);
  EXPECT_EQ(CheckSocialCode("91350100M000100Y44"), SocialCode::kWrongCheck);
  EXPECT_EQ(CheckSocialCode("91350100M000100I43"), SocialCode::kWrongCheck);  // I is not in the alphabet
  EXPECT_EQ(CheckSocialCode("91350100m000100y43"), SocialCode::kWrongCheck);
  EXPECT_EQ(CheckSocialCode("91350100M000100Y4"), SocialCode::kWrongLength);
  EXPECT_EQ(CheckSocialCode(""), SocialCode::kWrongLength);
}

}  // namespace
}  // namespace zhun::values
