#include <filesystem>

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

/// Many entries, some of which change.
class Reuse : public Held {
 protected:
  static constexpr int kEntries = 60, kRemoved = 40;

  static Json EntryNumber(int number) {
    Json entry = Entry();
    if (number > 0) entry["id"] = "T-" + std::to_string(1000 + number);
    if (number % 3 == 1) entry["conditions"]["purposes"] = Json::array({"用途" + std::to_string(number), "统计"});
    if (number % 3 == 2) entry["conditions"]["max_days"] = 100 + number;
    return entry;
  }

  void WriteEntries(const std::vector<Json>& entries) {
    std::string text;
    for (const Json& entry : entries) text += entry.dump() + "\n";
    folder_.Write("entries.ndjson", text);
  }

  /// Answers of a bundle to an application for every entry.
  std::string Answers(const std::string& bundle) {
    std::string text;
    for (int number = 0; number < kEntries + 1; ++number) {
      if (number == kRemoved) continue;  // the message would name the bundle
      Json application = Application();
      application["entry"] = EntryNumber(number)["id"];
      text += application.dump() + "\n";
    }
    folder_.Write("applications.ndjson", text);
    return Run({"--batch", "applications.ndjson", "--brief"}, bundle).out +
           Run({"--batch", "applications.ndjson"}, bundle).out;
  }
};

TEST_F(Reuse, OfChangedEntriesGivesABundleThatDecidesAsANewOne) {
  std::vector<Json> entries;
  for (int number = 0; number < kEntries; ++number) entries.push_back(EntryNumber(number));
  WriteEntries(entries);
  Compile({"-o", "old.zb", "--catalog", "entries.ndjson"});
  entries[20]["status"] = "draft";
  entries[30]["conditions"]["purposes"] = Json::array({"统计", "另一个用途"});
  entries[31]["items"].push_back({{"name", "新的一项"}, {"personal", "none"}});
  entries.erase(entries.begin() + kRemoved);
  entries.push_back(EntryNumber(kEntries));
  std::swap(entries[2], entries[50]);
  WriteEntries(entries);
  Compile({"-o", "fresh.zb", "--catalog", "entries.ndjson"});
  Compile({"-o", "reused.zb", "--catalog", "entries.ndjson", "--reuse", "old.zb"});
  const std::string fresh = Answers("fresh.zb");
  EXPECT_EQ(Answers("reused.zb"), fresh);
  EXPECT_NE(Answers("old.zb"), fresh);
  Compile({"-o", "reused.zb", "--catalog", "entries.ndjson", "--reuse", "reused.zb"});  // in its own place
  EXPECT_EQ(Answers("reused.zb"), fresh);
}

TEST_F(Reuse, OfNothingChangedGivesTheSameBytes) {
  std::vector<Json> entries;
  for (int number = 0; number < kEntries; ++number) entries.push_back(EntryNumber(number));
  WriteEntries(entries);
  Compile({"-o", "old.zb", "--catalog", "entries.ndjson"});
  Compile({"-o", "new.zb", "--catalog", "entries.ndjson", "--reuse", "old.zb"});
  EXPECT_EQ(ReadText(folder_.Path() / "old.zb"), ReadText(folder_.Path() / "new.zb"));
}

TEST_F(Reuse, OfOtherRulesIsSaidAndHarmless) {
  const std::vector<std::string> arguments = {"compile", "--base",   BasePath().string(), BasePath().string(),
                                              "-o",      "other.zb", "--catalog",         "entries.ndjson"};
  ASSERT_EQ(RunZhun(arguments, folder_.Path()).exit, 0);
  const Outcome outcome = RunZhun({"compile", SamplePath().string(), "--base", BasePath().string(), "-o", "new.zb",
                                   "--catalog", "entries.ndjson", "--reuse", "other.zb"},
                                  folder_.Path());
  EXPECT_EQ(outcome.exit, 0);
  EXPECT_THAT(outcome.err, HasSubstr("Z6007"));
  EXPECT_EQ(ReadText(folder_.Path() / "new.zb"), ReadText(folder_.Path() / "holding.zb"));
}

TEST_F(Reuse, OfWhatIsNoBundleIsRefused) {
  folder_.Write("no.zb", "PK");
  const Outcome outcome = RunZhun({"compile", SamplePath().string(), "--base", BasePath().string(), "-o", "new.zb",
                                   "--catalog", "entries.ndjson", "--reuse", "no.zb"},
                                  folder_.Path());
  EXPECT_EQ(outcome.exit, 3);
  EXPECT_THAT(outcome.err, HasSubstr("Z6001"));
  EXPECT_FALSE(std::filesystem::exists(folder_.Path() / "new.zb"));
}

}  // namespace
}  // namespace zhun::driver_test
