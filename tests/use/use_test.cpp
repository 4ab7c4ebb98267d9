#include <fstream>
#include <iterator>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "runtime/use/answer_text.h"
#include "runtime/use/papers.h"
#include "runtime/use/purposes.h"
#include "tests/policies/shipped.h"

namespace zhun::use {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Json = nlohmann::json;

std::string ReadText(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

const program::Bundle& Shipped() { return policies::ShippedBundle(); }

Json Fixture(const std::string& name) {
  return Json::parse(ReadText(ZHUN_SOURCE_DIR "/policies/regulation/fixtures/" + name));
}

/// The answer as JSON, or the codes and pointers of what was refused.
std::string Answer(const Json& grant, const Json& event) {
  diagnostics::Sink sink;
  const std::string grant_text = grant.dump(), event_text = event.dump();
  const Papers papers{{grant_text, "grant"}, {event_text, "use"}, std::nullopt, std::nullopt};
  const auto judged = UseJudge(Shipped()).Judge(papers, sink);
  if (judged) return ToJson(*judged, Shipped().vocabulary, -1);
  std::string faults;
  for (const auto& each : sink.All())
    faults += std::string(diagnostics::CodeText(each.code)) + " " + each.file + each.pointer + ";";
  return faults;
}

std::string Verdict(const Json& grant, const Json& event) {
  const std::string answer = Answer(grant, event);
  return answer.starts_with("{") ? Json::parse(answer)["decision"].get<std::string>() : answer;
}

std::vector<std::string> Purposes(std::string_view text) {
  values::Arena arena;
  std::vector<std::string> parts;
  const values::Value list = PurposesIn(values::Value::OfText(text), arena);
  for (const values::Value& each : list.list->elements) parts.emplace_back(each.Text());
  return parts;
}

TEST(Purposes, ArePartedAtListMarksAndConjunctions) {
  EXPECT_THAT(Purposes("低保审核"), ElementsAre("低保审核"));
  EXPECT_THAT(Purposes("低保审核、信用评价"), ElementsAre("低保审核", "信用评价"));
  EXPECT_THAT(Purposes("低保审核 和 信用评价以及营销"), ElementsAre("低保审核", "信用评价", "营销"));
  EXPECT_THAT(Purposes("checking aid and marketing"), ElementsAre("checking aid", "marketing"));
  EXPECT_THAT(Purposes("、，"), ElementsAre());
}

TEST(Purposes, ThatAreNotKnownStayUnknown) {
  values::Arena arena;
  EXPECT_FALSE(PurposesIn(values::Value(), arena).IsKnown());
  EXPECT_EQ(PurposesIn(values::Value::In(values::State::kPending), arena).state, values::State::kPending);
  EXPECT_FALSE(PurposesIn(values::Value::In(values::State::kNone), arena).IsKnown());
}

TEST(AUse, IsPermittedWithoutReasons) {
  const Json answer = Json::parse(Answer(Fixture("grant.json"), Fixture("use.json")));
  EXPECT_EQ(answer["decision"], "permit");
  EXPECT_TRUE(answer["reasons"].empty());
  EXPECT_EQ(answer["receipt"]["used_on"], "2026-11-20");
}

/// Whatever is not said is never permitted for that.
TEST(AUse, OfWhichSomethingIsUnknownIsReferred) {
  for (const char* key : {"purpose", "items", "mode", "returns"}) {
    Json event = Fixture("use.json");
    event.erase(key);
    EXPECT_EQ(Verdict(Fixture("grant.json"), event), "refer") << key;
    event[key] = {{"pending", "核对中"}};
    EXPECT_EQ(Verdict(Fixture("grant.json"), event), "refer") << key;
  }
}

TEST(AUse, ThatIsDeniedNamesBasisAndLiability) {
  Json event = Fixture("use.json");
  event["items"] = {"家庭住址"};
  const Json answer = Json::parse(Answer(Fixture("grant.json"), event));
  EXPECT_EQ(answer["decision"], "deny");
  EXPECT_EQ(answer["reasons"][0]["effect"], "refuse");
  EXPECT_EQ(answer["reasons"][0]["basis"][0]["citation"], "《政务数据共享条例》第二十五条第一款");
  EXPECT_EQ(answer["reasons"][0]["sanction"][0]["citation"], "《政务数据共享条例》第四十条第（二）项");
}

TEST(AGrant, WithARuleThatIsNotLoadedRefers) {
  Json grant = Fixture("grant.json");
  grant["terms"]["others"] = Json::array({{{"rule", "once_a_day"}}});
  const Json answer = Json::parse(Answer(grant, Fixture("use.json")));
  EXPECT_EQ(answer["decision"], "refer");
  EXPECT_EQ(answer["reasons"][0]["rule"], "once_a_day");
}

TEST(AGrant, MayBePrintedWhole) {
  Json grant = Fixture("grant.json");
  for (const char* key : {"reasons", "missing", "findings", "items", "obligations", "deadlines"})
    grant[key] = Json::array();
  grant["label"] = {{"zh", "同意共享"}};
  EXPECT_EQ(Verdict(grant, Fixture("use.json")), "permit");
}

TEST(Papers, AreRefusedWithThePlace) {
  Json grant = Fixture("grant.json");
  grant["terms"]["itemz"] = Json::array();
  EXPECT_EQ(Answer(grant, Fixture("use.json")), "Z5009 grant/terms/itemz;");
  Json event = Fixture("use.json");
  event.erase("at");
  event["volume"] = "many";
  EXPECT_THAT(Answer(Fixture("grant.json"), event), HasSubstr("Z5010 use/at;"));
  EXPECT_THAT(Answer(Fixture("grant.json"), event), HasSubstr("Z5012 use/volume;"));
}

TEST(Texts, SayTheSameInBothLanguages) {
  diagnostics::Sink sink;
  Json event = Fixture("use.json");
  event["recipient"] = {{"name", "某商业银行"}};
  const std::string grant = Fixture("grant.json").dump(), use = event.dump();
  const auto judged = UseJudge(Shipped()).Judge({{grant, "g"}, {use, "u"}, std::nullopt, std::nullopt}, sink);
  ASSERT_TRUE(judged);
  EXPECT_THAT(ToText(*judged, Shipped().vocabulary, base::Language::kChinese, true),
              HasSubstr("〔不得使用〕接收方不是需求部门"));
  EXPECT_THAT(ToText(*judged, Shipped().vocabulary, base::Language::kEnglish, true),
              HasSubstr("[denied] The recipient is not"));
}

}  // namespace
}  // namespace zhun::use
