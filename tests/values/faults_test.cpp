#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = ZHUN_SOURCE_DIR "/tests/values/faults";

/// One row of expected.tsv.
struct Fault {
  std::string file;
  std::string kind;                   ///< entry, application, context
  std::vector<std::string> messages;  ///< "Z5009 /bases"
};

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Fault> Faults() {
  std::vector<Fault> faults;
  std::istringstream lines(Read(kFolder / "expected.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    Fault fault;
    std::getline(cells, fault.file, '\t');
    std::getline(cells, fault.kind, '\t');
    for (std::string message; std::getline(cells, message, '\t');) fault.messages.push_back(message);
    faults.push_back(std::move(fault));
  }
  return faults;
}

std::optional<Document> Bind(const std::string& kind, std::string_view json, diagnostics::Sink& sink) {
  const Binding binding = testing::TestBinding();
  if (kind == "entry") return BindEntry(binding, json, "x.json", sink);
  if (kind == "context") return BindContext(binding, json, "x.json", sink);
  const std::vector<std::string> findings = {"duty_necessity", "third_party_consent"};
  static const Document entry = testing::Entry();
  return BindApplication(binding, entry, findings, json, "x.json", sink);
}

class FaultyDocument : public ::testing::TestWithParam<Fault> {};

TEST_P(FaultyDocument, IsRefusedWithExactlyItsMessages) {
  diagnostics::Sink sink;
  EXPECT_FALSE(Bind(GetParam().kind, Read(kFolder / GetParam().file), sink).has_value());
  EXPECT_THAT(testing::CodesOf(sink), ::testing::UnorderedElementsAreArray(GetParam().messages));
}

INSTANTIATE_TEST_SUITE_P(Corpus, FaultyDocument, ::testing::ValuesIn(Faults()),
                         [](const auto& test) { return fs::path(test.param.file).stem().string(); });

TEST(FaultCorpus, HasARowForEveryFile) {
  std::set<std::string> files;
  std::set<std::string> rows;
  for (const auto& file : fs::directory_iterator(kFolder)) files.insert(file.path().filename().string());
  for (const Fault& fault : Faults()) rows.insert(fault.file);
  rows.insert("expected.tsv");
  EXPECT_EQ(files, rows);
}

std::string HelpFor(const std::string& kind, std::string_view json) {
  diagnostics::Sink sink;
  Bind(kind, json, sink);
  return sink.All().size() == 1 ? sink.All()[0].help.en : "not one message";
}

TEST(UnknownWords, AreMetWithTheNearestKnownOne) {
  EXPECT_EQ(HelpFor("application", testing::ApplicationText("\"bases\": []")), "Did you mean basis?");
  EXPECT_EQ(HelpFor("application", testing::ApplicationText("\"mode\": \"apis\"")), "Did you mean api?");
  EXPECT_EQ(HelpFor("application", testing::ApplicationText("\"findings\": {\"duty_necesity\": true}")),
            "Did you mean duty_necessity?");
  EXPECT_EQ(HelpFor("application", testing::ApplicationText("\"wholly_different\": []")), "");
  EXPECT_EQ(HelpFor("application", testing::ApplicationText("\"" + std::string(100000, 'b') + "\": []")), "");
}

TEST(AnUnknownCode, IsMetWithTheListOfKnownOnes) {
  diagnostics::Sink sink;
  Bind("application", testing::ApplicationText("\"mode\": \"post\""), sink);
  ASSERT_EQ(sink.All().size(), 1u);
  EXPECT_EQ(diagnostics::MessageOf(sink.All()[0]).en, "post is no code of mode; use one of api, batch, file.");
}

TEST(ALongList, IsRefusedAtItsBound) {
  const auto regions = [](int count) {
    std::string text = "\"regions\": [\"440000\"";
    for (int i = 1; i < count; ++i) text += ", \"440000\"";
    return testing::ApplicationText(text + "]");
  };
  diagnostics::Sink sink;
  EXPECT_TRUE(Bind("application", regions(500), sink).has_value());
  EXPECT_FALSE(Bind("application", regions(501), sink).has_value());
  EXPECT_THAT(testing::CodesOf(sink), ::testing::ElementsAre("Z5019 /regions"));
}

TEST(ALongText, IsRefusedAtItsBoundInCodePoints) {
  const auto version = [](int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "版";
    return testing::ApplicationText("\"entry_version\": \"" + text + "\"");
  };
  diagnostics::Sink sink;
  EXPECT_TRUE(Bind("application", version(50), sink).has_value());
  EXPECT_FALSE(Bind("application", version(51), sink).has_value());
  EXPECT_THAT(testing::CodesOf(sink), ::testing::ElementsAre("Z5020 /entry_version"));
}

TEST(TextsInLists, AreBoundedOneByOne) {
  const std::string purpose(1001, 'x');
  diagnostics::Sink sink;
  Bind("entry",
       R"({"id": "1", "status": "draft", "provider": {}, "sharing": "conditional", "conditions": {"purposes": [")" +
           purpose + "\"]}}",
       sink);
  EXPECT_THAT(testing::CodesOf(sink), ::testing::ElementsAre("Z5020 /conditions/purposes/0"));
}

TEST(ADocumentOfManyFaults, IsReportedUpToTheLimitAndEndsInTime) {
  std::string text = "{";
  for (int i = 0; i < 200000; ++i) text += "\"k" + std::to_string(i) + "\":1,";
  text += "\"id\":1}";
  diagnostics::Sink sink;
  EXPECT_FALSE(Bind("entry", text, sink).has_value());
  EXPECT_EQ(sink.ErrorCount(), 200004u);  // each unknown key, the wrong id, three missing keys
  EXPECT_LE(sink.All().size(), 102u);
}

TEST(AMissingRecordType, IsReportedNotRead) {
  diagnostics::Sink sink;
  EXPECT_FALSE(BindRecord(testing::TestBinding(), "ledger", "{}", "x.json", sink).has_value());
  EXPECT_THAT(testing::CodesOf(sink), ::testing::ElementsAre("Z5023"));
}

TEST(OtherRecords, BindByTheirKey) {
  diagnostics::Sink sink;
  const auto event =
      BindRecord(testing::TestBinding(), "use_event",
                 R"({"at": "2026-10-08T09:00:00+08:00", "user": {}, "items": ["姓名"], "volume": 3})", "u.json", sink);
  ASSERT_TRUE(event.has_value());
  EXPECT_EQ(testing::Show(testing::At(*event, "items.0")), "“姓名”");
  EXPECT_EQ(testing::At(*event, "volume").unit, vocabulary::FindUnit(testing::Words(), "records"));
  EXPECT_EQ(testing::Show(testing::At(*event, "recipient")), "none");
}

TEST(SocialCodes, ThatFailAreWarnedOfAndBind) {
  diagnostics::Sink sink;
  const std::string text = R"({"id": "SQ-1", "entry": "E-1", "received_at": "2026-04-27T08:30:00+08:00",
    "applicant": {"code": "114401000070020171"}, "third_parties": [{"code": "123"}, {"code": "91350100M000100Y43"}]})";
  EXPECT_TRUE(Bind("application", text, sink).has_value());
  EXPECT_THAT(testing::CodesOf(sink), ::testing::ElementsAre("Z5052 /applicant/code", "Z5051 /third_parties/0/code"));
}

}  // namespace
}  // namespace zhun::values
