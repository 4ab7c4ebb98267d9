#include <algorithm>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/embed/shipped.h"

namespace zhun::embed_test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(ABundle, ThatIsDamagedOrForeignIsRefusedWithItsName) {
  std::string altered = ShippedBytes(), of_another_format = ShippedBytes();
  altered[altered.size() / 2] ^= 0x10;
  of_another_format[4] = 9;
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "Z6001"},
      {"策略 「甲」 {", "Z6001"},
      {of_another_format, "Z6002"},
      {ShippedBytes().substr(0, 1000), "Z6003"},
      {altered, "Z6003"},
  };
  for (const auto& [bytes, code] : cases) {
    const Result<Bundle> bundle = Bundle::Read(bytes, "rules.zb");
    ASSERT_FALSE(bundle) << code;
    EXPECT_THAT(Codes(bundle.Faults()), ElementsAre(code));
    EXPECT_THAT(bundle.Faults()[0].message.zh, HasSubstr("rules.zb"));
  }
}

TEST(ABundle, ThatIsNotThereIsRefusedWithTheReason) {
  const Result<Bundle> bundle = Bundle::Open("/nowhere/rules.zb");
  ASSERT_FALSE(bundle);
  EXPECT_THAT(Codes(bundle.Faults()), ElementsAre("Z6201"));
  EXPECT_EQ(bundle.Faults()[0].message.en, "/nowhere/rules.zb cannot be read: there is no such file or folder.");
  EXPECT_THAT(Codes(Bundle::Open(ZHUN_SOURCE_DIR).Faults()), ElementsAre("Z6201"));
}

TEST(ABundle, KnowsItsPoliciesTheBaseFirst) {
  const std::vector<Policy> policies = Shipped().Policies();
  ASSERT_GT(policies.size(), 5u);
  EXPECT_EQ(policies.front().entry, "");
  EXPECT_NE(policies.back().entry, "");
  EXPECT_TRUE(std::ranges::is_partitioned(policies, &std::string::empty, &Policy::entry));
  for (const Policy& policy : policies) {
    EXPECT_NE(policy.code, "");
    EXPECT_NE(policy.name, "");
    EXPECT_NE(policy.version, "");
  }
}

TEST(ABundle, HasTheDigestsOfTheReceipts) {
  Decider decider(Shipped());
  const Example example = ReadExample("01_granted");
  const auto receipt = nlohmann::json::parse(decider.Decide(example.Papers())->Json())["receipt"];
  const Digests digests = Shipped().Digests();
  EXPECT_EQ(receipt["policies"], digests.policies);
  EXPECT_EQ(receipt["law"], digests.law);
  EXPECT_EQ(receipt["calendar"], digests.calendar);
}

TEST(ABundle, IsSharedByItsCopies) {
  const Bundle copy = Shipped();
  EXPECT_EQ(copy.Get(), Shipped().Get());
}

TEST(TheLibrary, TellsItsVersionAndTheFormatItReads) {
  EXPECT_THAT(Version(), ::testing::MatchesRegex("[0-9]+\\.[0-9]+\\.[0-9]+"));
  EXPECT_EQ(BundleFormat(), static_cast<unsigned char>(ShippedBytes()[4]));
}

}  // namespace
}  // namespace zhun::embed_test
