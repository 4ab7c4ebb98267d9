#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

// Deciding about entries that the bundle holds.
namespace zhun::driver_test {
namespace {

using ::testing::HasSubstr;

class Held : public ::testing::Test {
 protected:
  Held() {
    folder_.Write("entries.ndjson", Entry().dump() + "\n");
    folder_.Write("entry.json", Entry().dump());
    folder_.Write("application.json", Application().dump());
    Compile({"-o", "holding.zb", "--catalog", "entries.ndjson"});
    Compile({"-o", "empty.zb"});
  }

  void Compile(const std::vector<std::string>& more) {
    std::vector<std::string> arguments = {"compile", SamplePath().string(), "--base", BasePath().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    const Outcome outcome = RunZhun(arguments, folder_.Path());
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
  }

  Outcome Run(const std::vector<std::string>& more, const std::string& bundle = "holding.zb") {
    std::vector<std::string> arguments = {"decide", "--bundle", bundle, "--as-of", "2026-10-08"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunZhun(arguments, folder_.Path());
  }

  TemporaryFolder folder_;
};

TEST_F(Held, AnEntryNeedNotBeHandedIn) {
  const Outcome handed = Run({"--entry", "entry.json", "--application", "application.json", "--format", "json"});
  const Outcome held = Run({"--application", "application.json", "--format", "json"});
  EXPECT_EQ(held.exit, 0) << held.err;
  EXPECT_EQ(held.out, handed.out);
}

TEST_F(Held, ABundleWithoutEntriesSaysSo) {
  for (const std::vector<std::string>& more :
       std::vector<std::vector<std::string>>{{"--application", "application.json"},
                                             {"--batch", "application.json"},
                                             {"--batch", "application.json", "--brief"}}) {
    const Outcome outcome = Run(more, "empty.zb");
    EXPECT_EQ(outcome.exit, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("Z6006"));
  }
}

TEST_F(Held, AnEntryThatIsNotThereIsAFault) {
  Json application = Application();
  application["entry"] = "T-9";
  folder_.Write("other.json", application.dump());
  EXPECT_THAT(Run({"--application", "other.json"}).err, HasSubstr("Z6208"));
  EXPECT_EQ(Json::parse(Run({"--batch", "other.json"}).out)["fault"][0]["code"], "Z6208");
  EXPECT_EQ(Json::parse(Run({"--batch", "other.json", "--brief"}).out)["fault"][0]["code"], "Z6208");
}

TEST_F(Held, ABatchNeedsNoCatalogue) {
  Json refused = Application();
  refused["purpose"] = "营销";
  folder_.Write("applications.ndjson", Application().dump() + "\n" + refused.dump() + "\n{\n");
  const Outcome handed = Run({"--catalog", "entries.ndjson", "--batch", "applications.ndjson"});
  const Outcome held = Run({"--batch", "applications.ndjson"});
  EXPECT_EQ(held.exit, 0) << held.err;
  EXPECT_EQ(held.out, handed.out);
}

TEST_F(Held, ABriefBatchSaysOutcomeAndRulesAsTheLongOne) {
  std::string applications;
  for (int i = 0; i < 400; ++i) {
    Json application = Application();
    if (i % 3 == 1) application["purpose"] = "营销";
    if (i % 3 == 2) application["mode"] = "fax";
    if (i % 7 == 0) application.erase("findings");
    applications += application.dump() + "\n";
  }
  folder_.Write("applications.ndjson", applications);
  const auto full = LinesOf(Run({"--batch", "applications.ndjson"}).out);
  const Outcome brief = Run({"--batch", "applications.ndjson", "--brief"});
  EXPECT_EQ(brief.exit, 0) << brief.err;
  EXPECT_EQ(brief.err, "");
  const auto answers = LinesOf(brief.out);
  ASSERT_EQ(answers.size(), full.size());
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const Json answer = Json::parse(answers[i]), decision = Json::parse(full[i]);
    EXPECT_EQ(answer.value("decision", ""), decision.value("decision", "")) << i;
    EXPECT_EQ(answer.value("line", 0), decision.value("line", 0)) << i;
    if (!answer.value("complete", false)) continue;
    for (const Json& reason : decision["reasons"]) {
      EXPECT_NE(std::ranges::find(answer["rules"], reason["rule"]), answer["rules"].end()) << i << reason["rule"];
    }
  }
}

TEST_F(Held, ABriefBatchIsReadFromStandardInput) {
  const Outcome outcome =
      RunZhun({"decide", "--bundle", "holding.zb", "--as-of", "2026-10-08", "--batch", "-", "--brief"}, folder_.Path(),
              Application().dump());
  EXPECT_EQ(outcome.out, "{\"decision\":\"grant\",\"rules\":[],\"complete\":true}\n");
}

}  // namespace
}  // namespace zhun::driver_test
