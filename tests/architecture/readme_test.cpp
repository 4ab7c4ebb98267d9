#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "tests/architecture/tree.h"

namespace zhun::architecture {
namespace {

const Tree& House() {
  static const Tree tree = ReadTree(ZHUN_SOURCE_DIR);
  return tree;
}

/// The text of a file of the house; empty where there is none.
std::string TextOf(std::string_view path) {
  const auto file = std::ranges::find(House(), path, &File::path);
  return file == House().end() ? std::string() : file->text;
}

/// What stands between `begin` and the next `end`; npos-safe, empty where one is missing.
std::string Between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin);
  if (from == std::string::npos) return "";
  const std::size_t to = text.find(end, from + begin.size());
  return to == std::string::npos ? "" : text.substr(from + begin.size(), to - from - begin.size());
}

struct Readme {
  const char* path;
  const char* decision;
};

class Readmes : public testing::TestWithParam<Readme> {};

TEST_P(Readmes, ShowTheWorkedDecisionOfTheDocs) {
  const std::string decision = GetParam().decision;
  const std::string begin = "<!-- worked decision: begin, the text of " + decision + " -->\n";
  const std::string text = TextOf(GetParam().path);
  ASSERT_NE(text.find(begin), std::string::npos) << GetParam().path << " has lost the line: " << begin;
  EXPECT_EQ(Between(text, begin, "<!-- worked decision: end -->"), TextOf(decision))
      << "copy " << decision << " between the two marks of " << GetParam().path;
}

TEST_P(Readmes, LinkOnlyToWhatExists) {
  const std::string text = TextOf(GetParam().path);
  std::size_t links = 0;
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 1)) {
    const std::string target = text.substr(at + 2, text.find(')', at) - at - 2);
    if (target.starts_with("http")) continue;
    EXPECT_TRUE(std::filesystem::exists(std::filesystem::path(ZHUN_SOURCE_DIR) / target)) << target;
    ++links;
  }
  EXPECT_GT(links, 0u);
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, Readmes,
                         testing::Values(Readme{"README.md", "docs/worked_decision.en.md"},
                                         Readme{"README.zh.md", "docs/worked_decision.zh.md"}));

}  // namespace
}  // namespace zhun::architecture
