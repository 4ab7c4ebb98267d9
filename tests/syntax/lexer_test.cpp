#include "compiler/syntax/lexer.h"

#include <gtest/gtest.h>

#include "compiler/syntax/keywords.h"
#include "tests/syntax/cases.h"

namespace zhun::syntax::testing {
namespace {

/// `Path"申请.用途" Is"为"` …: kinds and decoded texts, without the end.
std::string Shown(const std::string& text) {
  diagnostics::Sink sink;
  std::string out;
  for (const Token& token : Lex(text, base::SourceId{0}, sink).tokens) {
    if (token.kind == TokenKind::kEndOfFile) break;
    if (!out.empty()) out += " ";
    out += fmt::format("{}[{}{}{}]", KindName(token.kind), token.text, token.detail.empty() ? "" : "|", token.detail);
  }
  return out + (sink.HasErrors() ? " !" : "");
}

struct Example {
  const char* text;
  const char* tokens;
};

class Lexemes : public ::testing::TestWithParam<Example> {};

TEST_P(Lexemes, AreCutAsTheTableSays) { EXPECT_EQ(Shown(GetParam().text), GetParam().tokens); }

INSTANTIATE_TEST_SUITE_P(
    Table, Lexemes,
    ::testing::Values(Example{"", ""}, Example{"\xEF\xBB\xBF策略", "Policy[策略]"},
                      Example{"申请．用途", "Path[申请.用途]"}, Example{"其.材料", "Path[其.材料]"},
                      Example{"“”", "Text[]"}, Example{"“ａ”", "Text[ａ]"},
                      Example{"「第１批（甲）」", "Name[第1批（甲）]"},
                      Example{"《甲》 （1）", "Instrument[甲] LeftParen[(] Number[1] RightParen[)]"},
                      Example{"《甲》（国令 第1号）第一条", "Instrument[甲|国令 第1号] Locator[第一条]"},
                      Example{"第四十条第(四)项", "Locator[第四十条第（四）项]"},
                      Example{"10 个工作日", "Quantity[10|个工作日]"}, Example{"1 year_old", "Quantity[1|years_old]"},
                      Example{"3日内", "Quantity[3|日] Word[内]"}, Example{"３．甲", "Number[3] Word[甲] !"},
                      Example{"2026年2月29日", "Date[] !"}, Example{"2028年2月29日", "Date[2028-02-29]"},
                      Example{"12345年1月1日", "Date[] !"}, Example{"1-1", "Number[1] Minus[-] Number[1]"},
                      Example{"a!=b", "Word[a] Order[!=] Word[b]"}, Example{"a<=b", "Word[a] Order[<=] Word[b]"},
                      Example{"a&b", "Word[a] Word[b] !"}, Example{"/* 一 */a//b", "Word[a]"}, Example{"/", "Slash[/]"},
                      Example{"甲、乙，丙,丁",
                              "Word[甲] Separator[、] Word[乙] Separator[,] "
                              "Word[丙] Separator[,] Word[丁]"},
                      Example{"é", "Word[é]"}, Example{"非非", "Word[非非]"}, Example{"不为空", "Emptiness[不为空]"}));

TEST(Spans, AreBytesOfTheSource) {
  diagnostics::Sink sink;
  const std::string text = "须　申请．用途";
  const Lexed lexed = Lex(text, base::SourceId{0}, sink);
  ASSERT_EQ(lexed.tokens.size(), 3u);
  EXPECT_EQ(text.substr(lexed.tokens[1].begin, lexed.tokens[1].end - lexed.tokens[1].begin), "申请．用途");
  EXPECT_EQ(lexed.tokens[2].begin, text.size());
}

TEST(Comments, KeepTheirPlaces) {
  diagnostics::Sink sink;
  const std::string text = "// 一\r\na /* 二 */ b";
  const Lexed lexed = Lex(text, base::SourceId{0}, sink);
  ASSERT_EQ(lexed.comments.size(), 2u);
  EXPECT_EQ(text.substr(lexed.comments[0].begin, lexed.comments[0].end - lexed.comments[0].begin), "// 一");
  EXPECT_EQ(text.substr(lexed.comments[1].begin, lexed.comments[1].end - lexed.comments[1].begin), "/* 二 */");
}

TEST(Literate, BlocksKeepTheirOffsets) {
  const std::string prose = "# 标题 {\n\n```zhun\n";
  const Parsed parsed = ParseText(prose + "定义 「甲」 为 申请.回流\n```\n正文 {\n", "a.zhun.md");
  ASSERT_TRUE(parsed.file);
  EXPECT_TRUE(parsed.sink.All().empty()) << Listed(parsed);
  ASSERT_EQ(parsed.file->definitions.size(), 1u);
  EXPECT_EQ(parsed.file->definitions[0].span.begin, prose.size());
}

}  // namespace
}  // namespace zhun::syntax::testing
