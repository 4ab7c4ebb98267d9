#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

struct Case {
  const char* text;
  const char* registered;
  const char* valid;
  const char* rank;
  const char* warning;
};

class CitedText : public ::testing::TestWithParam<Case> {};

std::string RankOf(const Value& value) {
  if (!value.IsKnown()) return testing::Show(value);
  const vocabulary::Vocabulary& words = testing::Words();
  return words.enumerations[vocabulary::FindEnumeration(words, "rank")]
      .members[static_cast<std::size_t>(value.number)]
      .code;
}

TEST_P(CitedText, IsLookedUpInTheRegistry) {
  const Document entry = testing::Entry();
  const std::string text = testing::ApplicationText("\"basis\": [\"" + std::string(GetParam().text) + "\"]");
  diagnostics::Sink sink;
  const auto application = BindApplication(testing::TestBinding(), entry, {}, text, "a.json", sink);
  ASSERT_TRUE(application.has_value());
  EXPECT_EQ(testing::Show(testing::At(*application, "basis.0.registered")), GetParam().registered);
  EXPECT_EQ(testing::Show(testing::At(*application, "basis.0.valid")), GetParam().valid);
  EXPECT_EQ(RankOf(testing::At(*application, "basis.0.rank")), GetParam().rank);
  EXPECT_EQ(testing::Show(testing::At(*application, "basis.0.text")), "“" + std::string(GetParam().text) + "”");
  EXPECT_EQ(::testing::PrintToString(testing::CodesOf(sink)), GetParam().warning);
}

INSTANTIATE_TEST_SUITE_P(
    AsOf20261008, CitedText,
    ::testing::Values(Case{"《政务数据共享条例》第二十五条第一款", "yes", "yes", "administrative_regulation", "{}"},
                      Case{"《中华人民共和国数据安全法》第三十八条", "yes", "yes", "law", "{}"},
                      Case{"《数据安全法》", "yes", "yes", "law", "{}"},
                      Case{"《政务数据共享条例》第九十九条", "yes", "no", "administrative_regulation", "{}"},
                      Case{"《某省从未有过的条例》第一条", "no", "uncertain", "uncertain", "{}"},
                      Case{"工作需要", "no", "no", "unknown", "{ \"Z5053 /basis/0\" }"},
                      Case{"《政务数据共享条例》第25条", "no", "no", "unknown", "{ \"Z5053 /basis/0\" }"},
                      Case{"《广东省公共数据管理办法》第十条", "yes", "yes", "local_government_rule",
                           "{ \"Z5054 /basis/0\" }"}));

TEST(ACitation, BeforeTheFirstRegisteredVersionIsUncertain) {
  Binding early = testing::TestBinding();
  early.as_of = *base::MakeDate(2000, 1, 1);
  diagnostics::Sink sink;
  const auto entry = BindEntry(early, R"({"id": "1", "status": "draft", "provider": {}, "sharing": "not_shared",
      "refusal": {"basis": ["《政务数据共享条例》第三条", "《政务数据共享条例》第九十九条"]}})",
                               "e.json", sink);
  ASSERT_TRUE(entry.has_value());
  EXPECT_EQ(testing::Show(testing::At(*entry, "refusal.basis.0.registered")), "yes");
  EXPECT_EQ(testing::Show(testing::At(*entry, "refusal.basis.0.valid")), "uncertain");
  EXPECT_EQ(testing::Show(testing::At(*entry, "refusal.basis.1.valid")), "uncertain");
}

}  // namespace
}  // namespace zhun::values
