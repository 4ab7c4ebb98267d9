#include <gtest/gtest.h>

#include "compiler/syntax/lexer.h"
#include "tests/syntax/cases.h"

/// What would exhaust memory or the stack is refused before it can.
namespace zhun::syntax::testing {
namespace {

using diagnostics::Code;

std::string Repeated(const std::string& part, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += part;
  return text;
}

std::string Definition(const std::string& value) { return "定义 「甲」 为 " + value; }

bool Has(const Parsed& parsed, Code code) {
  return std::ranges::any_of(parsed.sink.All(), [code](const auto& found) { return found.code == code; });
}

struct Bomb {
  const char* open;
  const char* core;
  const char* close;
};

class Bombs : public ::testing::TestWithParam<Bomb> {};

TEST_P(Bombs, AreRefusedWithOneMessage) {
  const Bomb& bomb = GetParam();
  for (const int depth : {101, 10'000, 60'000}) {
    const Parsed parsed = ParseText(Definition(Repeated(bomb.open, depth) + bomb.core + Repeated(bomb.close, depth)));
    EXPECT_FALSE(parsed.file);
    EXPECT_EQ(parsed.sink.All().size(), 1u);
    EXPECT_TRUE(Has(parsed, depth == 60'000 && parsed.sources[parsed.id].text.size() > kMostBytes
                                ? Code::kSourceTooLarge
                                : Code::kNestedTooDeep) ||
                Has(parsed, Code::kTooManyWords))
        << Listed(parsed);
  }
}

TEST_P(Bombs, OfHalfTheDepthParse) {
  const Bomb& bomb = GetParam();
  const Parsed parsed = ParseText(Definition(Repeated(bomb.open, 45) + bomb.core + Repeated(bomb.close, 45)));
  EXPECT_TRUE(parsed.file);
  EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
}

INSTANTIATE_TEST_SUITE_P(Kinds, Bombs,
                         ::testing::Values(Bomb{"（", "甲.乙", "）"}, Bomb{"非 ", "甲.乙", ""},
                                           Bomb{"非（", "甲.乙", "）"}, Bomb{"若 甲.乙 则 丙.丁 否则 ", "甲.乙", ""},
                                           Bomb{"若 ", "甲.乙", " 则 甲.乙 否则 甲.乙"},
                                           Bomb{"任一 甲.乙（", "其", "）"}));

TEST(Limits, ExceptionsNestNoDeeperThanBrackets) {
  const std::string text =
      "策略 「甲」 { 要求 「乙」 { " + Repeated("例外 「丙」 { ", 200) + Repeated("}", 200) + " } }";
  const Parsed parsed = ParseText(text);
  EXPECT_FALSE(parsed.file);
  EXPECT_TRUE(Has(parsed, Code::kNestedTooDeep));
}

TEST(Limits, LongListsAreNotDeep) {
  std::string text = Definition("甲.乙 属于 “一”");
  for (int i = 0; i < 5000; ++i) text += "、“二”";
  text += " 且 甲.丙";
  for (int i = 0; i < 5000; ++i) text += " 且 非 甲.丁";
  const Parsed parsed = ParseText(text);
  ASSERT_TRUE(parsed.file);
  EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
}

TEST(Limits, ClausesOfChoiceDoNotAddUp) {
  std::string text = "策略 「甲」 {\n";
  for (int i = 0; i < 300; ++i) text += "定义 「乙」 为 若 甲.乙 则 甲.丙 否则 甲.丁\n";
  const Parsed parsed = ParseText(text + "}");
  EXPECT_TRUE(parsed.file);
  EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
}

TEST(Limits, FilesOverOneMebibyteAreRefused) {
  EXPECT_TRUE(ParseText(std::string(kMostBytes, ' ')).file);
  const Parsed parsed = ParseText(std::string(kMostBytes + 1, ' '));
  EXPECT_FALSE(parsed.file);
  EXPECT_TRUE(Has(parsed, Code::kSourceTooLarge));
}

TEST(Limits, TooManyWordsAreRefused) {
  const Parsed parsed = ParseText(Repeated("a ", static_cast<int>(kMostTokens) + 1));
  EXPECT_FALSE(parsed.file);
  EXPECT_EQ(parsed.sink.All().size(), 1u);
  EXPECT_TRUE(Has(parsed, Code::kTooManyWords));
}

TEST(Limits, InvalidUtf8IsRefusedWithItsOffset) {
  for (const std::string bad : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe4\xb8"}) {
    const Parsed parsed = ParseText("策略 " + bad);
    EXPECT_FALSE(parsed.file);
    ASSERT_EQ(parsed.sink.All().size(), 1u);
    EXPECT_EQ(parsed.sink.All()[0].code, Code::kNotUtf8);
    EXPECT_EQ(parsed.sink.All()[0].span.begin, 7u);
  }
}

TEST(Limits, ManyMistakesEndWithACount) {
  diagnostics::Sink sink(10);
  base::SourceStore sources;
  const base::SourceId id = sources.Add("a.zhun", Repeated("。\n", 50));
  Parse(sources, id, sink);
  EXPECT_EQ(sink.All().size(), 11u);
  EXPECT_EQ(sink.All().back().code, Code::kTooManyErrors);
}

}  // namespace
}  // namespace zhun::syntax::testing
