#include <cstdlib>
#include <random>

#include <gtest/gtest.h>

#include "compiler/syntax/keywords.h"
#include "tests/syntax/cases.h"

/// Files with something wrong in any place: the parser comes back, points into the file, and does not chatter.
namespace zhun::syntax::testing {
namespace {

void ExpectSound(const Parsed& parsed) {
  const std::size_t size = parsed.sources[parsed.id].text.size();
  for (const diagnostics::Diagnostic& found : parsed.sink.All()) {
    EXPECT_LE(found.span.begin, found.span.end);
    EXPECT_LE(found.span.end, size);
    for (const diagnostics::Fix& fix : found.fixes) {
      EXPECT_LE(fix.span.begin, fix.span.end);
      EXPECT_LE(fix.span.end, size);
    }
  }
  EXPECT_TRUE(parsed.file.has_value() || parsed.sink.HasErrors());
  if (parsed.file) {
    for (const ast::Expr& expr : parsed.file->exprs) {
      for (const ast::ExprId operand : expr.operands) EXPECT_TRUE(operand.IsValid());
    }
  }
}

/// About 150 lexemes of `text`, evenly spread: long samples repeat themselves.
std::vector<Token> SomeTokensOf(const std::string& text) {
  base::SourceStore sources;
  diagnostics::Sink sink;
  const base::SourceId id = sources.Add("a.zhun", text);
  const std::vector<Token> all = Tokenise(sources, id, sink)->tokens;
  const std::size_t step = 1 + all.size() / 150;
  std::vector<Token> some;
  for (std::size_t i = 0; i < all.size(); i += step) some.push_back(all[i]);
  return some;
}

class Sample : public ::testing::TestWithParam<fs::path> {};

TEST_P(Sample, WithoutOneWordGivesFewMessages) {
  const std::string text = ReadFile(GetParam());
  std::size_t cases = 0;
  std::size_t messages = 0;
  for (const Token& token : SomeTokensOf(text)) {
    const Parsed parsed = ParseText(text.substr(0, token.begin) + text.substr(token.end));
    ExpectSound(parsed);
    EXPECT_LE(parsed.sink.All().size(), 2u) << "without " << token.text << " at " << token.begin << "\n"
                                            << Listed(parsed);
    ++cases;
    messages += parsed.sink.All().size();
  }
  EXPECT_LE(messages * 10, cases * 11) << messages << " messages for " << cases << " mistakes";
}

TEST_P(Sample, WithOneWordTwiceGivesFewMessages) {
  const std::string text = ReadFile(GetParam());
  for (const Token& token : SomeTokensOf(text)) {
    const std::string word = text.substr(token.begin, token.end - token.begin);
    const Parsed parsed = ParseText(text.substr(0, token.end) + " " + word + text.substr(token.end));
    ExpectSound(parsed);
    // A brace too many is seen where it stands and where the nesting goes wrong.
    const bool brace = token.kind == TokenKind::kLeftBrace || token.kind == TokenKind::kRightBrace;
    EXPECT_LE(parsed.sink.All().size(), brace ? 3u : 2u) << word << " twice at " << token.begin << "\n"
                                                         << Listed(parsed);
  }
}

TEST_P(Sample, CutAnywhereComesBack) {
  const std::string text = ReadFile(GetParam());
  for (std::size_t at = 0; at < text.size(); at += 1 + text.size() / 100) ExpectSound(ParseText(text.substr(0, at)));
}

std::string NameOf(const ::testing::TestParamInfo<fs::path>& info) { return info.param.stem().string(); }

INSTANTIATE_TEST_SUITE_P(Golden, Sample, ::testing::ValuesIn(PoliciesUnder(Golden("ast"))), NameOf);

/// ZHUN_SOUP rounds; ./dev fuzz asks for more than ./dev test.
int Rounds() {
  const char* asked = std::getenv("ZHUN_SOUP");
  return asked == nullptr ? 3'000 : std::atoi(asked);
}

TEST(Soup, ComesBack) {
  std::vector<std::string> parts = {"申请.用途",
                                    "「甲」",
                                    "“乙”",
                                    "《丙》",
                                    "第一条",
                                    "第1项",
                                    "第（一）项",
                                    "10个工作日",
                                    "3",
                                    "2025-08-01",
                                    "2025年8月",
                                    "词",
                                    "层级不低于县级",
                                    "当申请.x",
                                    "是",
                                    "不",
                                    "空",
                                    "内",
                                    "。",
                                    "“",
                                    "\"",
                                    "（",
                                    "\n"};
  for (const Keyword& keyword : Keywords()) parts.emplace_back(keyword.zh);
  std::mt19937 engine(809);
  const auto random = [&engine](std::size_t below) { return static_cast<std::size_t>(engine() % below); };
  const int rounds = Rounds();
  for (int round = 0; round < rounds; ++round) {
    std::string text = round % 2 == 0 ? "策略 「甲」 { " : "";
    const std::size_t length = 1 + random(40);
    for (std::size_t i = 0; i < length; ++i) text += parts[random(parts.size())] + " ";
    ExpectSound(ParseText(text));
    if (HasFailure()) FAIL() << text;
  }
}

}  // namespace
}  // namespace zhun::syntax::testing
