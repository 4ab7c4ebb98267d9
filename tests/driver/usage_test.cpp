#include <ostream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/zhun_process.h"

namespace zhun::driver_test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// A command line that is not understood: exit 2, nothing on standard output, the code and a piece of the message.
struct Row {
  const char* name;
  std::vector<std::string> arguments;
  const char* code;
  const char* text;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class UsageError : public ::testing::TestWithParam<Row> {};

TEST_P(UsageError, EndsWithTwoAndOneClearMessage) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun(GetParam().arguments, folder.Path());
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().code));
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().text));
}

const std::vector<Row> kRows = {
    {"no_command", {}, "Z8001", "没有写命令"},
    {"no_command_in_english", {"--lang", "en"}, "Z8001", "No command was given."},
    {"unknown_command_with_suggestion", {"chck"}, "Z8002", "是否指 check？"},
    {"unknown_command_without_neighbour", {"frobnicate"}, "Z8002", "没有“frobnicate”这个命令"},
    {"unknown_option_with_suggestion", {"decide", "--entyr", "e.json"}, "Z8003", "是否指 --entry？"},
    {"unknown_option_in_english", {"decide", "--aplication=a", "--lang", "en"}, "Z8003", "Did you mean --application?"},
    {"option_of_another_command", {"version", "--batch", "x"}, "Z8003", "zhun version 没有选项“--batch”"},
    {"unknown_letter", {"check", "-x"}, "Z8003", "“-x”"},
    {"option_without_value_at_the_end", {"decide", "--entry"}, "Z8004", "“--entry”之后缺少文件"},
    {"option_without_value_before_another",
     {"decide", "--entry", "--application", "a"},
     "Z8004",
     "“--entry”之后缺少文件"},
    {"option_with_empty_value", {"decide", "--entry=", "--application", "a"}, "Z8004", "“--entry”"},
    {"switch_with_value", {"decide", "--explain=yes"}, "Z8005", "“--explain”不带值"},
    {"option_twice", {"decide", "--entry", "a", "--entry", "b", "--application", "c"}, "Z8006", "“--entry”写了两次"},
    {"unknown_format", {"check", "--format", "yaml"}, "Z8007", "可用：text、json"},
    {"junit_is_for_tests_only", {"check", "--format", "junit"}, "Z8007", "“junit”"},
    {"unknown_language", {"check", "--lang", "fr"}, "Z8007", "可用：zh、en"},
    {"bundle_with_policies",
     {"decide", "--entry", "e", "--application", "a", "--bundle", "b", "--policies", "p"},
     "Z8008",
     "“--bundle”和“--policies”不能一起用"},
    {"bundle_with_base",
     {"decide", "--entry", "e", "--application", "a", "--bundle", "b", "--base", "p"},
     "Z8008",
     "“--bundle”和“--base”不能一起用"},
    {"batch_with_entry", {"decide", "--entry", "e", "--catalog", "c", "--batch", "b"}, "Z8008", "“--batch”和“--entry”"},
    {"batch_as_text", {"decide", "--catalog", "c", "--batch", "b", "--format", "text"}, "Z8008", "--format text"},
    {"batch_without_catalogue", {"decide", "--batch", "b"}, "Z8009", "缺少选项“--catalog”"},
    {"catalogue_without_batch", {"decide", "--catalog", "c"}, "Z8009", "缺少选项“--batch”"},
    {"brief_without_bundle", {"decide", "--batch", "b", "--brief"}, "Z8009", "缺少选项“--bundle”"},
    {"brief_without_batch", {"decide", "--bundle", "b", "--brief"}, "Z8009", "缺少选项“--batch”"},
    {"brief_with_catalogue",
     {"decide", "--bundle", "b", "--catalog", "c", "--batch", "b", "--brief"},
     "Z8008",
     "“--brief”和“--catalog”"},
    {"brief_with_explain", {"decide", "--bundle", "b", "--batch", "b", "--brief", "--explain"}, "Z8008", "“--explain”"},
    {"bundle_without_application", {"decide", "--bundle", "b"}, "Z8009", "缺少选项“--application”"},
    {"decide_without_anything", {"decide"}, "Z8009", "缺少选项“--application”"},
    {"compile_without_output", {"compile"}, "Z8009", "缺少选项“--output”"},
    {"reuse_without_catalogue", {"compile", "--reuse", "b", "-o", "c"}, "Z8009", "缺少选项“--catalog”"},
    {"version_with_operand", {"version", "now"}, "Z8010", "用不上“now”"},
    {"explain_two_things", {"explain", "Z3001", "Z3002"}, "Z8010", "用不上“Z3002”"},
    {"explain_nothing", {"explain"}, "Z8011", "缺少代码"},
    {"dump_without_files", {"dump", "ast"}, "Z8011", "缺少"},
    {"law_without_citation", {"law", "show"}, "Z8011", "缺少引用"},
    {"as_of_no_date",
     {"decide", "--entry", "e", "--application", "a", "--as-of", "2026-13-01"},
     "Z8012",
     "“2026-13-01”不是"},
    {"as_of_instant_without_offset",
     {"decide", "--entry", "e", "--application", "a", "--as-of", "2026-10-08T09:00:00"},
     "Z8012",
     "2026-10-08T09:00:00"},
    {"standard_input_twice",
     {"decide", "--entry", "-", "--application", "-"},
     "Z8013",
     "“--entry”和“--application”不能都用 -"},
    {"explain_unknown_code", {"explain", "Z0000"}, "Z8014", "“Z0000”"},
    {"dump_of_unknown_step", {"dump", "soup", "x.zhun"}, "Z8015", "可用：tokens、ast、sema、ir、program"},
    {"law_question_unknown", {"law", "repeal", "x"}, "Z8015", "可用：show、resolve、search"},
    {"law_citation_unreadable", {"law", "show", "第二十一条"}, "Z8016", "不是规范的引用"},
    {"help_on_unknown_command", {"help", "chek"}, "Z8002", "是否指 check？"},
};

INSTANTIATE_TEST_SUITE_P(Table, UsageError, ::testing::ValuesIn(kRows), [](const auto& row) { return row.param.name; });

TEST(Usage, SeveralMistakesAreAllReported) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"decide", "--entyr=x", "--explain=1", "--format", "yaml", "stray"}, folder.Path());
  EXPECT_EQ(outcome.exit, 2);
  for (const char* code : {"Z8003", "Z8005", "Z8007", "Z8010"}) EXPECT_THAT(outcome.err, HasSubstr(code));
}

TEST(Usage, MessagesAreJsonLinesOnRequest) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"decide", "--format", "json"}, folder.Path());
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(outcome.err.find("{\"code\":\"Z8009\""), 0u) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("\"zh\":"));
  EXPECT_THAT(outcome.err, HasSubstr("\"en\":"));
}

TEST(Usage, NoColourWhereThereIsNoTerminal) {
  const TemporaryFolder folder;
  EXPECT_THAT(RunZhun({"chekc"}, folder.Path()).err, Not(HasSubstr("\x1b")));
}

TEST(Usage, DoubleDashEndsTheOptions) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"check", "--", "--lang"}, folder.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("--lang"));
}

TEST(Usage, WhatComesFromOutsideCannotCommandTheTerminal) {
  const TemporaryFolder folder;
  const Outcome outcome = RunZhun({"check\x1b[2J"}, folder.Path());
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_THAT(outcome.err, Not(HasSubstr("\x1b[2J")));
}

}  // namespace
}  // namespace zhun::driver_test
