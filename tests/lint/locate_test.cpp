#include "compiler/lint/locate.h"

#include <random>
#include <string>

#include <gtest/gtest.h>

/// Documents in a text and places in a document, malformed ones included.
namespace zhun::lint {
namespace {

std::string Part(const std::string& text, const TextRange& range) {
  return text.substr(range.first, range.second - range.first);
}

std::string At(const std::string& text, std::string_view pointer) { return Part(text, Locate(text, pointer)); }

TEST(Locate, FindsScalarsAndTheBracketsOfTheRest) {
  const std::string text = R"({ "id": "甲", "a/b": [1, { "text": "依\"申请\"" }], "~": null, "n": -12 })";
  EXPECT_EQ(At(text, "/id"), "\"甲\"");
  EXPECT_EQ(At(text, "/a~1b"), "[");
  EXPECT_EQ(At(text, "/a~1b/0"), "1");
  EXPECT_EQ(At(text, "/a~1b/1/text"), "\"依\\\"申请\\\"\"");
  EXPECT_EQ(At(text, "/~0"), "null");
  EXPECT_EQ(At(text, "/n"), "-12");
  EXPECT_EQ(At(text, ""), "{");
}

TEST(Locate, GivesTheNearestThingAboveWhatIsNotThere) {
  const std::string text = R"({"conditions":{"purposes":[]}})";
  EXPECT_EQ(Locate(text, "/conditions/recipients").first, text.find("{\"purposes"));
  EXPECT_EQ(Locate(text, "/conditions/purposes/3").first, text.find("[]"));
  EXPECT_EQ(Locate(text, "/refusal").first, 0U);
}

TEST(Documents, AreElementsLinesOrOneObject) {
  const std::string list = "[ {\"id\":\"a\"},\n {\"id\":\"]\"} ]", lines = "{\"id\":1}\n\n  {\"id\":2} \r\n{broken\n";
  const std::string one = "\n{\n \"id\": 1\n}\n";
  ASSERT_EQ(DocumentsIn(list).size(), 2U);
  EXPECT_EQ(Part(list, DocumentsIn(list)[1]), "{\"id\":\"]\"}");
  ASSERT_EQ(DocumentsIn(lines).size(), 3U);
  EXPECT_EQ(Part(lines, DocumentsIn(lines)[1]), "{\"id\":2}");
  EXPECT_EQ(Part(lines, DocumentsIn(lines)[2]), "{broken");
  ASSERT_EQ(DocumentsIn(one).size(), 1U);
  EXPECT_EQ(Part(one, DocumentsIn(one)[0]), "{\n \"id\": 1\n}");
  EXPECT_TRUE(DocumentsIn(" \n").empty());
}

TEST(Documents, OfAnyBytesStayInsideTheText) {
  constexpr std::string_view kSigns = "{}[]\",:\\/~ \n1a甲";
  std::mt19937 random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string text, pointer;
    for (std::size_t n = random() % 40; n > 0; --n) text += kSigns[random() % kSigns.size()];
    for (std::size_t n = random() % 4; n > 0; --n) pointer += "/" + std::string(1, kSigns[random() % kSigns.size()]);
    for (const auto& [begin, end] : DocumentsIn(text)) {
      ASSERT_TRUE(begin < end && end <= text.size()) << text;
    }
    const auto [begin, end] = Locate(text, pointer);
    ASSERT_TRUE(begin <= end && end <= text.size()) << text << " " << pointer;
  }
}

}  // namespace
}  // namespace zhun::lint
