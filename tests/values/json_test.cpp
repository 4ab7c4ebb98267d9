#include "runtime/values/json.h"

#include <string>

#include <gtest/gtest.h>

#include "runtime/values/utf8.h"
#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

std::string Nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

/// The messages about `text`, with the place of those that have one.
std::string Refusal(std::string_view text) {
  Arena arena;
  diagnostics::Sink sink;
  ReadJson(text, "x.json", arena, sink);
  std::string all;
  for (const diagnostics::Diagnostic& message : sink.All()) {
    all += all.empty() ? "" : "; ";
    all += diagnostics::CodeText(message.code);
    all += message.pointer.empty() ? "" : " " + message.pointer;
    for (const diagnostics::Argument& argument : message.arguments) {
      if (argument.key == "line" || argument.key == "column") all += " " + argument.words.en;
    }
  }
  return all;
}

struct Case {
  const char* name;
  std::string text;
  const char* refusal;
};

class Refused : public ::testing::TestWithParam<Case> {};

TEST_P(Refused, WithOneMessageAtItsPlace) { EXPECT_EQ(Refusal(GetParam().text), GetParam().refusal); }

INSTANTIATE_TEST_SUITE_P(
    Documents, Refused,
    ::testing::Values(
        Case{"Empty", "", "Z5002"}, Case{"Blank", " \n\t ", "Z5002"}, Case{"ByteOrderMark", "\xEF\xBB\xBF{}", "Z5004"},
        Case{"MissingComma", "{\"a\": 1\n \"b\": 2}", "Z5001 2 2"}, Case{"OpenAtTheEnd", "{\"a\": [1, 2", "Z5001 1 12"},
        Case{"TrailingComma", "[1,]", "Z5001 1 4"}, Case{"SingleQuotes", "{'a': 1}", "Z5001 1 2"},
        Case{"ColumnsAreCodePoints", "{\"用途\": 核验}", "Z5001 1 8"}, Case{"NotANumber", "[NaN]", "Z5001 1 2"},
        Case{"LeadingZero", "[01]", "Z5001 1 3"}, Case{"Comment", "{} // x", "Z5003 1 4"},
        Case{"SecondDocument", "{}\n{\"a\": null}\n", "Z5003 2 1"}, Case{"LoneSurrogate", R"(["\ud800"])", "Z5001 1 9"},
        Case{"ControlCharacter", "[\"a\x01\"]", "Z5001 1 4"}, Case{"NulByte", std::string("[\0]", 3), "Z5001 1 2"},
        Case{"InvalidUtf8", "{\"a\":\n \"核\xFF\"}", "Z5005 2 4"}, Case{"OverlongUtf8", "[\"\xC0\xAF\"]", "Z5005 1 3"},
        Case{"SurrogateInUtf8", "[\"\xED\xA0\x80\"]", "Z5005 1 3"}, Case{"CutOffUtf8", "[\"\xE6\xA0", "Z5005 1 3"},
        Case{"HugeNumber", "{\"a\": [5, 1000000000000000000000000000000]}", "Z5017 /a/1"},
        Case{"OverflowingFraction", "{\"a\": {\"b/c\": 1e999}}", "Z5017 /a/b~1c"},
        Case{"KeyTwice", "{\"a\": 1, \"a\": 1}", "Z5008 /a"},
        Case{"KeyTwiceDeepDown", "{\"a\": [{\"b\": 1, \"c\": 2, \"b\": 3, \"b\": 4}]}", "Z5008 /a/0/b; Z5008 /a/0/b"},
        Case{"KeyTwiceInEscapes", R"({"ab": 1, "\u0061b": 2})", "Z5008 /ab"},
        Case{"OneLevelTooDeep", Nested(33), "Z5006"}, Case{"DepthBomb", std::string(1 << 20, '['), "Z5006"},
        Case{"TooLarge", "\"" + std::string(4 << 20, 'x') + "\"", "Z5007"}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Accepted, IsWhatTheStandardAllows) {
  for (const std::string& text : {std::string("null"), std::string(" [1e2, 1.5, 18446744073709551615] "), Nested(32),
                                  std::string("\"\\u0000\""), std::string("{\"\": {}}"), std::string("[]\r\n")}) {
    EXPECT_EQ(Refusal(text), "") << text;
  }
}

TEST(Accepted, KeepsEveryKindOfValue) {
  Arena arena;
  diagnostics::Sink sink;
  const auto json = ReadJson(R"([null, true, -5, 1.5, 9223372036854775808, "文", {"k": []}])", "x.json", arena, sink);
  ASSERT_TRUE(json.has_value());
  ASSERT_EQ(json->count, 7u);
  const auto elements = json->Elements();
  EXPECT_EQ(elements[0].kind, JsonKind::kNull);
  EXPECT_EQ(elements[1].number, 1);
  EXPECT_EQ(elements[2].number, -5);
  EXPECT_EQ(elements[3].kind, JsonKind::kFraction);
  EXPECT_EQ(elements[4].kind, JsonKind::kFraction);
  EXPECT_EQ(elements[5].text, "文");
  ASSERT_NE(Member(elements[6], "k"), nullptr);
  EXPECT_EQ(Member(elements[6], "x"), nullptr);
  EXPECT_EQ(Member(*json, "k"), nullptr);
}

TEST(Utf8, FindsTheFirstByteThatDoesNotBelong) {
  EXPECT_EQ(FirstInvalidUtf8("aé核😀"), std::string_view::npos);
  EXPECT_EQ(FirstInvalidUtf8("a\x80"), 1u);
  EXPECT_EQ(FirstInvalidUtf8("\xF4\x90\x80\x80"), 0u);
  EXPECT_EQ(FirstInvalidUtf8("核\xF0\x80\x80\x80"), 3u);
  EXPECT_EQ(CountCodePoints("aé核😀"), 4u);
  EXPECT_EQ(Shortened("核验用途", 2), "核验…");
  EXPECT_EQ(Shortened("核验", 2), "核验");
}

}  // namespace
}  // namespace zhun::values
