#include "runtime/diagnostics/render_json.h"

#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace zhun::diagnostics {
namespace {

using Json = nlohmann::json;

Diagnostic About(base::Span span, std::string count = "3") {
  Diagnostic diagnostic;
  diagnostic.code = Code::kTooManyErrors;
  diagnostic.arguments = {{"count", count}};
  diagnostic.span = span;
  return diagnostic;
}

TEST(RenderJson, HasTheShapeOfTheContract) {
  base::SourceStore sources;
  const auto source = sources.Add("甲.zhun", "一\n二三四😀五\n");
  const base::Span span{source, 7, 17};  // 三四😀, counted in bytes
  EXPECT_EQ(RenderJson(About(span), sources),
            R"({"code":"Z9001","severity":"error",)"
            R"("message":{"zh":"错误太多，其余3个未列出。","en":"Too many errors; 3 more are not shown."},)"
            R"("file":"甲.zhun","range":{"start":{"line":2,"column":2},"end":{"line":2,"column":5}},)"
            R"("help":null,"basis":[],"labels":[],"fix":[]})");
}

TEST(RenderJson, DocumentsHaveAPointerAndNoRange) {
  Diagnostic diagnostic = About({});
  diagnostic.file = "a.json";
  diagnostic.pointer = "/period/to";
  const Json json = Json::parse(RenderJson(diagnostic, {}));
  EXPECT_EQ(json.at("file"), "a.json");
  EXPECT_EQ(json.at("pointer"), "/period/to");
  EXPECT_TRUE(json.at("range").is_null());
}

TEST(RenderJson, AMessageAboutNoFileHasNullForIt) {
  const Json json = Json::parse(RenderJson(About({}), {}));
  EXPECT_TRUE(json.at("file").is_null());
  EXPECT_FALSE(json.contains("pointer"));
}

TEST(RenderJson, LabelsHelpAndFixesNameTheirPlaces) {
  base::SourceStore sources;
  const auto a = sources.Add("a", "甲乙");
  const auto b = sources.Add("b", "\n丙");
  Diagnostic diagnostic = About({a, 0, 3});
  diagnostic.help = {"帮助。", "Help."};
  diagnostic.labels.push_back({{b, 1, 4}, {"此", "this"}});
  diagnostic.fixes.push_back({{a, 3, 6}, "丁", {"改", "change"}});
  diagnostic.fixes.push_back({{a, 0, 0}, "戊", {}});
  const Json json = Json::parse(RenderJson(diagnostic, sources));
  EXPECT_EQ(json.at("help"), Json::parse(R"({"zh":"帮助。","en":"Help."})"));
  EXPECT_EQ(json.at("labels"), Json::parse(R"([{"file":"b","message":{"zh":"此","en":"this"},
      "range":{"start":{"line":2,"column":1},"end":{"line":2,"column":2}}}])"));
  ASSERT_EQ(json.at("fix").size(), 2u);
  EXPECT_EQ(json.at("fix")[0], Json::parse(R"({"file":"a","replacement":"丁","message":{"zh":"改","en":"change"},
      "range":{"start":{"line":1,"column":2},"end":{"line":1,"column":3}}})"));
}

TEST(RenderJson, AnEndBeforeTheBeginIsTheBegin) {
  base::SourceStore sources;
  const auto a = sources.Add("a", "abc");
  const Json range = Json::parse(RenderJson(About({a, 2, 1}), sources)).at("range");
  EXPECT_EQ(range.at("start"), range.at("end"));
}

TEST(RenderJson, WhatIsNotUtf8IsReplacedAndNothingBreaksTheLine) {
  Diagnostic diagnostic = About({}, "\xFF\xC0\n\"\x1b");
  diagnostic.file = "\xE4\xBD";
  diagnostic.pointer = "/\x80";
  const std::string text = RenderJson(diagnostic, {});
  EXPECT_EQ(text.find_first_of("\n\x1b"), std::string::npos);
  const Json json = Json::parse(text);
  EXPECT_EQ(json.at("pointer"), "/\uFFFD");
  EXPECT_NE(json.at("message").at("en").get<std::string>().find("\uFFFD"), std::string::npos);
}

TEST(RenderJson, LinesAndArrayHoldTheSameObjects) {
  Sink sink;
  EXPECT_EQ(RenderJsonLines(sink, {}), "");
  EXPECT_EQ(RenderJsonArray(sink, {}), "[]");
  sink.ReportIn(Code::kTooManyErrors, "a", "/x", {{"count", "1"}});
  sink.ReportIn(Code::kTooManyErrors, "b", "/y", {{"count", "2"}});
  const std::string first = RenderJson(sink.All()[0], {});
  const std::string second = RenderJson(sink.All()[1], {});
  EXPECT_EQ(RenderJsonLines(sink, {}), first + "\n" + second + "\n");
  EXPECT_EQ(RenderJsonArray(sink, {}), "[" + first + "," + second + "]");
}

}  // namespace
}  // namespace zhun::diagnostics
