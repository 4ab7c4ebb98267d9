#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/zhun_process.h"

namespace zhun::driver_test {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

struct CommandText {
  const char* word;
  const char* zh;
  const char* en;
};

const std::vector<CommandText> kCommands = {
#define ZHUN_COMMAND(NAME, WORD, OPERANDS_ZH, OPERANDS_EN, LEAST, MOST, OPTIONS, ZH, EN, MORE_ZH, MORE_EN) \
  {WORD, ZH, EN},
#include "compiler/driver/commands.def"
#undef ZHUN_COMMAND
};

const std::vector<const char*> kExamples = {
#define ZHUN_EXAMPLE(COMMAND, LINE, ZH, EN) LINE,
#include "compiler/driver/examples.def"
#undef ZHUN_EXAMPLE
};

class EveryCommand : public ::testing::TestWithParam<CommandText> {};

TEST_P(EveryCommand, HasHelpInBothLanguages) {
  const TemporaryFolder folder;
  const Outcome zh = RunZhun({"help", GetParam().word}, folder.Path());
  const Outcome en = RunZhun({"help", GetParam().word, "--lang", "en"}, folder.Path());
  EXPECT_EQ(zh.exit, 0);
  EXPECT_EQ(en.exit, 0);
  EXPECT_THAT(zh.out, AllOf(HasSubstr(GetParam().zh), HasSubstr("用法："), HasSubstr("选项："), HasSubstr("例：")));
  EXPECT_THAT(en.out,
              AllOf(HasSubstr(GetParam().en), HasSubstr("Usage:"), HasSubstr("Options:"), HasSubstr("Examples:")));
  EXPECT_THAT(zh.out, HasSubstr("zhun " + std::string(GetParam().word)));
  EXPECT_EQ(zh.err + en.err, "");
}

TEST_P(EveryCommand, TakesTheHelpOptionWhateverElseIsWrong) {
  const TemporaryFolder folder;
  const Outcome page = RunZhun({"help", GetParam().word}, folder.Path());
  EXPECT_EQ(RunZhun({GetParam().word, "--help"}, folder.Path()).out, page.out);
  EXPECT_EQ(RunZhun({GetParam().word, "--nonsense", "-h"}, folder.Path()).out, page.out);
}

INSTANTIATE_TEST_SUITE_P(Table, EveryCommand, ::testing::ValuesIn(kCommands),
                         [](const auto& row) { return std::string(row.param.word); });

TEST(Help, ListsEveryCommand) {
  const TemporaryFolder folder;
  const Outcome zh = RunZhun({"help"}, folder.Path());
  const Outcome en = RunZhun({"--help", "--lang=en"}, folder.Path());
  EXPECT_EQ(zh.exit, 0);
  EXPECT_EQ(en.exit, 0);
  for (const CommandText& command : kCommands) {
    EXPECT_THAT(zh.out, HasSubstr(command.zh));
    EXPECT_THAT(en.out, HasSubstr(command.en));
  }
}

/// Blanks part words; the examples need no quoting.
std::vector<std::string> WordsOf(const std::string& line) {
  std::vector<std::string> words(1);
  for (const char c : line) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return {words.begin() + 1, words.end()};
}

class EveryExample : public ::testing::TestWithParam<const char*> {};

/// In an empty folder most of them find no files; but none of them may be misunderstood.
TEST_P(EveryExample, IsUnderstood) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun(WordsOf(GetParam()), folder.Path());
  EXPECT_NE(outcome.exit, 2) << outcome.err;
  EXPECT_THAT(outcome.err, Not(HasSubstr("Z80")));
}

INSTANTIATE_TEST_SUITE_P(Table, EveryExample, ::testing::ValuesIn(kExamples));

}  // namespace
}  // namespace zhun::driver_test
