// What holds for any text, however its author laid it out.
#include <gtest/gtest.h>

#include "compiler/dump/dump_ast.h"
#include "compiler/format/format.h"
#include "compiler/format/spelling.h"
#include "compiler/syntax/keywords.h"
#include "compiler/syntax/parse.h"
#include "tests/format/formatted.h"
#include "tests/oracle/random_rules.h"

namespace zhun::format::testing {
namespace {

using base::Language;
using oracle::RandomSource;
using syntax::TokenKind;

constexpr int kPolicies = 150;

struct Read {
  explicit Read(const std::string& text) : id(sources.Add("case.zhun", text)) {
    lexed = *syntax::Tokenise(sources, id, sink);
  }
  base::SourceStore sources;
  diagnostics::Sink sink;
  base::SourceId id;
  syntax::Lexed lexed;
};

std::vector<std::string> RandomTexts(std::uint64_t seed) {
  std::vector<std::string> texts;
  for (int i = 0; i < kPolicies; ++i) {
    RandomSource random(seed + static_cast<std::uint64_t>(i));
    const oracle::RuleTexts made = oracle::MakeRules(ShippedLibrary().vocabulary, random.Chance(50), random);
    texts.push_back(made.base.empty() ? made.entry : made.base);
  }
  return texts;
}

std::string Keyword(const syntax::Token& token, RandomSource& random, std::string_view written) {
  for (const syntax::Keyword& row : syntax::Keywords()) {
    if (row.kind != token.kind || row.op != token.op || random.Chance(60)) continue;
    return std::string(random.Chance(50) ? row.zh : row.en);
  }
  return std::string(written);
}

/// The same lexemes with other gaps, comments and spellings between and of them.
std::string Shaken(const std::string& text, RandomSource& random) {
  static const std::vector<std::string> gaps = {
      " ", "  ", "\n", "\n\n\n", "\t", " // 说明\n", " /* 注 */ ", "\n// 甲\n// 乙\n", "\r\n"};
  const Read read(text);
  std::string shaken;
  for (std::size_t i = 0; i + 1 < read.lexed.tokens.size(); ++i) {
    const syntax::Token& token = read.lexed.tokens[i];
    const std::string_view written = std::string_view(text).substr(token.begin, token.end - token.begin);
    const bool keep = syntax::KeywordOf(token.kind) == nullptr || IsCode(read.lexed.tokens, i);
    shaken +=
        (keep ? std::string(written) : Keyword(token, random, written)) + (random.Chance(75) ? " " : random.Of(gaps));
  }
  return shaken;
}

bool SaysTheSame(const std::string& before, const std::string& after) {
  const Read one(before), other(after);
  return !other.sink.HasErrors() && format::SaysTheSame(before, one.lexed, after, other.lexed);
}

TEST(RandomPolicies, AreTheSameThereAndBack) {
  for (const std::string& text : RandomTexts(1)) {
    const std::string chinese = Formatted(text, Language::kChinese), english = Formatted(text, Language::kEnglish);
    ASSERT_TRUE(SaysTheSame(text, chinese) && SaysTheSame(text, english)) << text << chinese << english;
    ASSERT_EQ(Formatted(english, Language::kChinese), chinese) << english;
    ASSERT_EQ(Formatted(chinese, Language::kEnglish), english) << chinese;
  }
}

TEST(ShakenTexts, KeepLexemesAndCommentsAndStayOnceWritten) {
  RandomSource random(7);
  for (const std::string& text : RandomTexts(1000)) {
    const std::string shaken = Shaken(text, random);
    const std::string once = Formatted(shaken);
    ASSERT_TRUE(SaysTheSame(shaken, once)) << shaken << "\n=>\n" << once;
    ASSERT_EQ(Formatted(once), once) << shaken;
    ASSERT_EQ(Formatted(Formatted(shaken, Language::kEnglish), Language::kChinese),
              Formatted(shaken, Language::kChinese))
        << shaken;
  }
}

/// The tree without its places.
std::string Tree(const std::string& text) {
  base::SourceStore sources;
  diagnostics::Sink sink;
  const auto file = syntax::Parse(sources, sources.Add("case.zhun", text), sink);
  std::string tree;
  for (std::string line = file ? dump::DumpAst(*file, sources) : "nothing"; !line.empty();) {
    const std::size_t end = std::min(line.find('\n'), line.size() - 1);
    const std::string one = line.substr(0, end + 1);
    line.erase(0, end + 1);
    const std::size_t place = one.rfind(' ');  // each line ends with its place
    tree += place == std::string::npos ? one : one.substr(0, place) + "\n";
  }
  return tree;
}

TEST(ShakenTexts, HaveTheSameTreeInStandardForm) {
  RandomSource random(11);
  for (const std::string& text : RandomTexts(2000)) {
    const std::string once = Formatted(text);
    ASSERT_EQ(Tree(once), Tree(text));
  }
}

TEST(SaysTheSame, NoticesEveryDifference) {
  const std::string text = "策略 「甲」 { 要求 「乙」 { 须 申请.用途 为 “丙” 依据 目录条件 第1项 } } // 注\n";
  for (const auto& [from, to] : {std::pair<std::string, std::string>{"乙", "丁"},
                                 {"为", "不为"},
                                 {"丙", "戊"},
                                 {"第1项", "第2项"},
                                 {"注", "记"},
                                 {"要求", "禁止"},
                                 {"// 注", ""}}) {
    std::string other = text;
    other.replace(other.find(from), from.size(), to);
    EXPECT_FALSE(SaysTheSame(text, other)) << other;
  }
  EXPECT_TRUE(SaysTheSame(text, text));
}

}  // namespace
}  // namespace zhun::format::testing
