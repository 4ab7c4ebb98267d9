#include <string>

#include <gtest/gtest.h>

#include "runtime/diagnostics/diagnostic.h"

namespace zhun::diagnostics {
namespace {

Diagnostic WithCount(Argument argument) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kTooManyErrors;
  diagnostic.arguments.push_back(std::move(argument));
  return diagnostic;
}

TEST(Message, PutsArgumentsIntoBothLanguages) {
  const base::Words words = MessageOf(WithCount({"count", "3"}));
  EXPECT_EQ(words.zh, "错误太多，其余3个未列出。");
  EXPECT_EQ(words.en, "Too many errors; 3 more are not shown.");
}

TEST(Message, TakesTheHalfOfTheLanguage) {
  const base::Words words = MessageOf(WithCount({"count", base::Words{"三", "three"}}));
  EXPECT_EQ(words.zh, "错误太多，其余三个未列出。");
  EXPECT_EQ(words.en, "Too many errors; three more are not shown.");
}

TEST(Message, NeverReadsAnArgumentAsAPattern) {
  for (const char* hostile : {"{count}", "{", "}", "{}", "%s", "{0:>99}", "{{count}}"}) {
    EXPECT_EQ(MessageOf(WithCount({"count", hostile})).en,
              std::string("Too many errors; ") + hostile + " more are not shown.");
  }
}

TEST(Message, LeavesAKeyNobodyGaveVisible) {
  EXPECT_EQ(MessageOf(WithCount({"other", "3"})).en, "Too many errors; {count} more are not shown.");
}

TEST(Message, CutsAHugeArgumentBetweenCharacters) {
  std::string huge;
  for (int i = 0; i < 100'000; ++i) huge += "数";
  const std::string zh = MessageOf(WithCount({"count", huge})).zh;
  EXPECT_LT(zh.size(), 2'000u);
  EXPECT_NE(zh.find("数…个未列出"), std::string::npos);
}

TEST(Message, CutsAHugeArgumentOfBytesThatAreNoCharacters) {
  EXPECT_LT(MessageOf(WithCount({"count", std::string(100'000, '\x80')})).zh.size(), 4'000u);
}

TEST(Message, KeepsAnArgumentOfTheLongestLengthWhole) {
  const std::string longest(400, 'x');
  EXPECT_NE(MessageOf(WithCount({"count", longest})).en.find(longest + " more"), std::string::npos);
}

TEST(Message, ExplainsKnownCodesOnly) {
  const base::Words* words = ExplanationOf("Z9001");
  ASSERT_NE(words, nullptr);
  EXPECT_FALSE(words->zh.empty());
  EXPECT_FALSE(words->en.empty());
  for (const char* unknown : {"", "Z", "Z900", "Z90011", "z9001", "Z0000"}) EXPECT_EQ(ExplanationOf(unknown), nullptr);
}

}  // namespace
}  // namespace zhun::diagnostics
