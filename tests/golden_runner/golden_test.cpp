#include "tests/golden_runner/golden.h"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>

namespace zhun::golden {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

/// A folder of its own for each test.
class GoldenTest : public ::testing::Test {
 protected:
  GoldenTest() {
    std::string pattern = (fs::temp_directory_path() / "zhun_golden_XXXXXX").string();
    suite_ = {
        "Upper", ::mkdtemp(pattern.data()), {".zhun", ".json"}, [](const Case& c) { return "<" + c.input + ">\n"; }};
  }
  ~GoldenTest() override { fs::remove_all(suite_.folder); }

  void Write(const std::string& name, std::string_view text) const {
    fs::create_directories((suite_.folder / name).parent_path());
    std::ofstream(suite_.folder / name, std::ios::binary) << text;
  }
  std::string ReadBack(const std::string& name) const {
    std::ifstream in(suite_.folder / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::string CheckOnly(bool update = false) const { return CheckCase(suite_, Discover(suite_).at(0), update); }

  Suite suite_;
};

TEST_F(GoldenTest, FindsInputsOfItsEndingsInSubfoldersByName) {
  Write("b.zhun", "2");
  Write("a/c.json", "1");
  Write("notes.txt", "x");
  Write("b.expected.txt", "x");
  std::vector<std::string> found;
  for (const Case& golden_case : Discover(suite_)) found.push_back(golden_case.name + "=" + golden_case.input);
  EXPECT_THAT(found, ElementsAre("a/c=1", "b=2"));
}

TEST_F(GoldenTest, AnEndingMayHaveTwoParts) {
  suite_.inputs = {".zhun", ".zhun.md"};
  Write("a.zhun", "1");
  Write("page.zhun.md", "2");
  Write("notes.md", "x");
  std::vector<std::string> found;
  for (const Case& golden_case : Discover(suite_)) {
    found.push_back(golden_case.name + " " + ExpectedPath(suite_, golden_case).filename().string());
  }
  EXPECT_THAT(found, ElementsAre("a a.expected.txt", "page page.expected.txt"));
}

TEST_F(GoldenTest, HandsOverTheBytesUnchanged) {
  const std::string bytes("\r\n\0\xFF甲", 7);
  Write("a.zhun", bytes);
  EXPECT_EQ(Discover(suite_).at(0).input, bytes);
}

TEST_F(GoldenTest, PassesWhereTheTextIsTheSame) {
  Write("a.zhun", "甲");
  Write("a.expected.txt", "<甲>\n");
  EXPECT_EQ(CheckOnly(), "");
}

TEST_F(GoldenTest, ShowsTheLinesThatDiffer) {
  Write("a.zhun", "甲");
  Write("a.expected.txt", "<乙>\n");
  EXPECT_THAT(CheckOnly(), HasSubstr("- <乙>\n+ <甲>\n"));
  EXPECT_EQ(ReadBack("a.expected.txt"), "<乙>\n") << "nothing is written without update";
}

TEST_F(GoldenTest, FailsWhereThereIsNoText) {
  Write("a.zhun", "甲");
  EXPECT_THAT(CheckOnly(), HasSubstr("a.expected.txt is not there"));
  EXPECT_FALSE(fs::exists(suite_.folder / "a.expected.txt"));
}

TEST_F(GoldenTest, AnEmptyTextIsNotTheSameAsNone) {
  suite_.produce = [](const Case&) { return std::string(); };
  Write("a.zhun", "甲");
  EXPECT_NE(CheckOnly(), "");
  Write("a.expected.txt", "");
  EXPECT_EQ(CheckOnly(), "");
}

TEST_F(GoldenTest, UpdateWritesTheTextAndThenItPasses) {
  Write("a.zhun", "甲");
  EXPECT_EQ(CheckOnly(true), "");
  EXPECT_EQ(ReadBack("a.expected.txt"), "<甲>\n");
  EXPECT_EQ(CheckOnly(), "");
}

TEST_F(GoldenTest, AnotherEndingKeepsTwoSuitesApart) {
  suite_.expected = ".tokens.txt";
  Write("a.zhun", "甲");
  EXPECT_EQ(CheckOnly(true), "");
  EXPECT_EQ(ReadBack("a.tokens.txt"), "<甲>\n");
}

TEST_F(GoldenTest, AFolderWithoutInputsFails) {
  EXPECT_THAT(CheckFolder(suite_, false), HasSubstr("no inputs below"));
  suite_.folder /= "nowhere";
  EXPECT_THAT(CheckFolder(suite_, false), HasSubstr("no inputs below"));
}

TEST_F(GoldenTest, ATextWithoutInputFailsAndUpdateRemovesIt) {
  Write("a.zhun", "甲");
  Write("a.expected.txt", "");
  EXPECT_EQ(CheckFolder(suite_, false), "");
  Write("gone.expected.txt", "");
  EXPECT_THAT(CheckFolder(suite_, false), HasSubstr("gone.expected.txt has no input"));
  EXPECT_EQ(CheckFolder(suite_, true), "");
  EXPECT_FALSE(fs::exists(suite_.folder / "gone.expected.txt"));
  EXPECT_TRUE(fs::exists(suite_.folder / "a.expected.txt"));
}

TEST_F(GoldenTest, InputsThatShareATextFail) {
  Write("a.zhun", "甲");
  Write("a.json", "乙");
  EXPECT_THAT(CheckFolder(suite_, false), HasSubstr("shares its text"));
}

}  // namespace
}  // namespace zhun::golden
