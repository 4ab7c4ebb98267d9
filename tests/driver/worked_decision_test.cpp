// The decision that the READMEs show is the one that the program prints.
#include <gtest/gtest.h>

#include "tests/driver/zhun_process.h"

namespace zhun::driver_test {
namespace {

std::string Fenced(const std::string& text, const std::string& kind) {
  const std::string open = "```" + kind + "\n";
  const std::size_t from = text.find(open);
  if (from == std::string::npos) return "";
  const std::size_t to = text.find("```", from + open.size());
  return text.substr(from + open.size(), to - from - open.size());
}

std::vector<std::string> WordsOf(const std::string& line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (c == ' ' || c == '\n') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  std::erase(words, "");
  return words;
}

class WorkedDecision : public ::testing::TestWithParam<const char*> {};

TEST_P(WorkedDecision, IsWhatTheProgramPrints) {
  const std::string page = ReadText(std::string(ZHUN_SOURCE_DIR) + "/docs/worked_decision." + GetParam() + ".md");
  std::vector<std::string> command = WordsOf(Fenced(page, "sh"));
  ASSERT_GT(command.size(), 1u);
  command.erase(command.begin());  // the path of the program
  const Outcome outcome = RunZhun(command, ZHUN_SOURCE_DIR);
  EXPECT_EQ(outcome.err, "");
  EXPECT_EQ(outcome.out, Fenced(page, "text"));
}

INSTANTIATE_TEST_SUITE_P(InBothLanguages, WorkedDecision, ::testing::Values("en", "zh"));

}  // namespace
}  // namespace zhun::driver_test
