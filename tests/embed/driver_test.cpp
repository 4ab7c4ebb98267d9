#include <gtest/gtest.h>

#include "tests/driver/zhun_process.h"
#include "tests/embed/shipped.h"

// A program that embeds the library and a person at the command line get the same bytes.
namespace zhun::embed_test {
namespace {

namespace fs = std::filesystem;
using driver_test::RunZhun;

const fs::path kExamples = fs::path(ZHUN_SOURCE_DIR) / "examples" / "decisions";

class SameAsTheCommand : public ::testing::TestWithParam<std::string> {
 protected:
  std::string Command(const std::string& format, const std::string& language) const {
    const driver_test::Outcome ran = RunZhun({"decide", "--entry", "entry.json", "--application", "application.json",
                                              "--context", "context.json", "--format", format, "--lang", language},
                                             kExamples / GetParam());
    EXPECT_EQ(ran.err, "");
    return ran.out;
  }
};

TEST_P(SameAsTheCommand, InJsonAndInBothLanguages) {
  const Result<Bundle> bundle = Bundle::Open((driver_test::SharePath() / "default.zb").string());
  ASSERT_TRUE(bundle);
  Decider decider(*bundle);
  const Example example = ReadExample(GetParam());
  const Result<Decision> decision = decider.Decide(example.Papers());
  ASSERT_TRUE(decision);
  EXPECT_EQ(decision->Json(), Command("json", "zh"));
  EXPECT_EQ(decision->Reply(Language::kChinese), Command("text", "zh"));
  EXPECT_EQ(decision->Reply(Language::kEnglish), Command("text", "en"));
}

INSTANTIATE_TEST_SUITE_P(Decisions, SameAsTheCommand, ::testing::ValuesIn(ExampleFolders()),
                         [](const auto& one) { return one.param; });

TEST(FaultsOfABundle, AreToldAsTheCommandTellsThem) {
  const driver_test::TemporaryFolder folder;
  const std::string path = folder.Write("rules.zb", "no bundle").string();
  const Result<Bundle> bundle = Bundle::Open(path);
  ASSERT_FALSE(bundle);
  const driver_test::Outcome ran =
      RunZhun({"decide", "--entry", "entry.json", "--application", "application.json", "--bundle", path},
              kExamples / "01_granted");
  EXPECT_EQ(ran.exit, 3);
  EXPECT_NE(ran.err.find(bundle.Faults()[0].code), std::string::npos) << ran.err;
  EXPECT_NE(ran.err.find(bundle.Faults()[0].message.zh), std::string::npos) << ran.err;
}

}  // namespace
}  // namespace zhun::embed_test
