#include "runtime/values/canonical.h"

#include <gtest/gtest.h>

namespace zhun::values {
namespace {

std::string CanonicalOf(std::string_view text) {
  Arena arena;
  diagnostics::Sink sink;
  const std::optional<Json> json = ReadJson(text, "x.json", arena, sink);
  return json ? Canonical(*json) : "refused";
}

struct Case {
  const char* text;
  const char* canonical;
};

class CanonicalForm : public ::testing::TestWithParam<Case> {};

TEST_P(CanonicalForm, IsThatOfTheStandard) { EXPECT_EQ(CanonicalOf(GetParam().text), GetParam().canonical); }

INSTANTIATE_TEST_SUITE_P(
    Rfc8785, CanonicalForm,
    ::testing::Values(
        Case{" { } ", "{}"}, Case{"[ ]", "[]"}, Case{"[1, -0, -7 , 0]", "[1,0,-7,0]"},
        Case{"[9223372036854775807,-9223372036854775808]", "[9223372036854775807,-9223372036854775808]"},
        Case{"{\"b\": true, \"a\": null, \"aa\": false}", "{\"a\":null,\"aa\":false,\"b\":true}"},
        Case{R"(["\u0041\u00e9\u4E2D\uD83D\uDE00"])", "[\"Aé中😀\"]"},
        Case{R"(["\"\\\/\b\f\n\r\t\u000f\u001F\u007f"])", "[\"\\\"\\\\/\\b\\f\\n\\r\\t\\u000f\\u001f\x7f\"]"},
        // The example of section 3.2.3: keys by UTF-16 code units, so the smiley (D83D DE00) stands before U+FB33.
        Case{R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7})",
             "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\uFB33\":3}"},
        Case{"{\"z\":{\"y\":[{\"b\":1,\"a\":2}]}}", "{\"z\":{\"y\":[{\"a\":2,\"b\":1}]}}"}));

TEST(OrderInUtf16, PutsSupplementaryCharactersBeforeTheLastOfTheBasicPlane) {
  EXPECT_TRUE(BeforeInUtf16("😀", "\uFB33"));
  EXPECT_FALSE(BeforeInUtf16("\uFB33", "😀"));
  EXPECT_TRUE(BeforeInUtf16("\uD7FF", "😀"));
  EXPECT_TRUE(BeforeInUtf16("😀", "😁"));
  EXPECT_FALSE(BeforeInUtf16("😁", "😀"));
  EXPECT_TRUE(BeforeInUtf16("", "a"));
  EXPECT_TRUE(BeforeInUtf16("a", "ab"));
  EXPECT_FALSE(BeforeInUtf16("a", "a"));
}

}  // namespace
}  // namespace zhun::values
