#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/driver/cases.h"

namespace zhun::driver_test {
namespace {

using ::testing::HasSubstr;

class Batch : public ::testing::Test {
 protected:
  Outcome Run(const std::string& entries, const std::string& applications, const std::vector<std::string>& more = {}) {
    folder_.Write("entries.ndjson", entries);
    folder_.Write("applications.ndjson", applications);
    std::vector<std::string> arguments = {"decide",  "--catalog", "entries.ndjson", "--batch", "applications.ndjson",
                                          "--as-of", "2026-10-08"};
    for (const std::string& option : RulesOptions()) arguments.push_back(option);
    arguments.insert(arguments.end(), more.begin(), more.end());
    return RunZhun(arguments, folder_.Path());
  }

  static std::string Line(const char* key, const Json& value) {
    Json application = Application();
    application[key] = value;
    return application.dump() + "\n";
  }

  static Json FaultOf(const std::string& line) { return Json::parse(line)["fault"][0]; }

  TemporaryFolder folder_;
};

TEST_F(Batch, AnswersEveryLineInOrder) {
  Json second = Entry();
  second["id"] = "T-2";
  second["status"] = "draft";
  const std::string applications =
      Line("purpose", "统计") + Line("purpose", "营销") + "{\n" + Line("entry", "T-2") + Line("mode", "fax");
  const Outcome outcome = Run(Entry().dump() + "\n" + second.dump() + "\n", applications);
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  const auto lines = LinesOf(outcome.out);
  ASSERT_EQ(lines.size(), 5u);
  EXPECT_EQ(Json::parse(lines[0])["decision"], "grant");
  EXPECT_EQ(Json::parse(lines[1])["decision"], "refuse");
  EXPECT_EQ(Json::parse(lines[2])["line"], 3);
  EXPECT_EQ(FaultOf(lines[2])["code"], "Z5001");
  EXPECT_EQ(Json::parse(lines[3])["decision"], "not_requestable");
  EXPECT_EQ(FaultOf(lines[4])["pointer"], "/mode");
}

TEST_F(Batch, AnswersAsASingleDecisionWould) {
  const Outcome batch = Run(Entry().dump() + "\n", Application().dump() + "\n");
  const Outcome single = Decide(Entry(), Application(), {"--format", "json", "--as-of", "2026-10-08"});
  EXPECT_EQ(Json::parse(batch.out), Json::parse(single.out));
}

TEST_F(Batch, OneCaseLeavesNoTraceInTheNext) {
  const std::string granted = Application().dump() + "\n";
  const Outcome alone = Run(Entry().dump(), granted);
  const Outcome after = Run(Entry().dump(), Line("purpose", "营销") + Line("findings", Json::object()) + granted);
  EXPECT_EQ(LinesOf(after.out).at(2), LinesOf(alone.out).at(0));
}

TEST_F(Batch, AnApplicationForAnUnknownEntryIsAFault) {
  const Outcome outcome = Run(Entry().dump() + "\n", Line("entry", "T-9") + Application().dump());
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_EQ(FaultOf(LinesOf(outcome.out).at(0))["code"], "Z6208");
  EXPECT_EQ(Json::parse(LinesOf(outcome.out).at(1))["decision"], "grant");
}

TEST_F(Batch, AnApplicationThatNamesNoEntryIsAFault) {
  Json application = Application();
  application.erase("entry");
  const Outcome outcome = Run(Entry().dump() + "\n", application.dump());
  EXPECT_EQ(FaultOf(LinesOf(outcome.out).at(0))["code"], "Z5010");
}

TEST_F(Batch, AnEntryThatStandsTwiceIsNobodysAnswer) {
  const Outcome outcome = Run(Entry().dump() + "\n" + Entry().dump() + "\n", Application().dump() + "\n");
  EXPECT_EQ(outcome.exit, 0);
  const Json fault = FaultOf(LinesOf(outcome.out).at(0));
  EXPECT_EQ(fault["code"], "Z6207");
  EXPECT_THAT(fault["message"]["zh"].get<std::string>(), HasSubstr("第1行和第2行"));
}

TEST_F(Batch, AFaultyEntryIsTheFaultOfItsApplications) {
  Json entry = Entry();
  entry["status"] = "lost";
  const Outcome outcome = Run(entry.dump() + "\n", Application().dump() + "\n");
  EXPECT_EQ(outcome.exit, 0);
  const Json fault = FaultOf(LinesOf(outcome.out).at(0));
  EXPECT_EQ(fault["pointer"], "/status");
  EXPECT_EQ(fault["file"], "entries.ndjson:1");
}

TEST_F(Batch, EmptyLinesAreAnsweredTooAndAMissingLastLineEndIsNone) {
  const Outcome outcome = Run(Entry().dump(), Application().dump() + "\n\n" + Application().dump());
  const auto lines = LinesOf(outcome.out);
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(FaultOf(lines[1])["code"], "Z5002");
  EXPECT_EQ(Json::parse(lines[2])["decision"], "grant");
}

TEST_F(Batch, NoApplicationsIsNoAnswers) {
  const Outcome outcome = Run(Entry().dump(), "");
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_EQ(outcome.out, "");
}

TEST_F(Batch, AnOverlongLineIsAFaultAndTheNextIsAnswered) {
  const std::string longest(5u << 20, ' ');
  const Outcome outcome = Run(Entry().dump(), longest + "\n" + Application().dump() + "\n");
  const auto lines = LinesOf(outcome.out);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_TRUE(Json::parse(lines[0]).contains("fault"));
  EXPECT_EQ(Json::parse(lines[1])["decision"], "grant");
}

TEST_F(Batch, FilesThatCannotBeReadEndItBeforeItBegins) {
  for (const char* missing : {"--catalog", "--batch"}) {
    folder_.Write("there.ndjson", Entry().dump());
    const bool catalogue = std::string(missing) == "--catalog";
    const Outcome outcome = RunZhun(
        {"decide", "--catalog", catalogue ? "no" : "there.ndjson", "--batch", catalogue ? "there.ndjson" : "no"},
        folder_.Path());
    EXPECT_EQ(outcome.exit, 3);
    EXPECT_EQ(outcome.out, "");
    EXPECT_THAT(outcome.err, HasSubstr("Z6201"));
  }
}

TEST_F(Batch, ApplicationsMayComeFromStandardInput) {
  folder_.Write("entries.ndjson", Entry().dump());
  std::vector<std::string> arguments = {"decide", "--catalog", "entries.ndjson", "--batch",
                                        "-",      "--as-of",   "2026-10-08"};
  for (const std::string& option : RulesOptions()) arguments.push_back(option);
  const Outcome outcome = RunZhun(arguments, folder_.Path(), Application().dump() + "\n");
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_EQ(Json::parse(outcome.out)["decision"], "grant");
}

TEST_F(Batch, AtMostAHundredWarningsAreShown) {
  std::string applications;
  for (int i = 0; i < 130; ++i) applications += Line("received_at", "2026-12-01T09:00:00+08:00");
  const Outcome outcome = Run(Entry().dump(), applications);
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_EQ(LinesOf(outcome.out).size(), 130u);
  EXPECT_THAT(outcome.err, HasSubstr("Z8018"));
  EXPECT_THAT(outcome.err, HasSubstr("另有30条警告"));
}

}  // namespace
}  // namespace zhun::driver_test
