#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "compiler/library/table.h"
#include "compiler/library/vocabulary.h"

namespace zhun::vocabulary {
namespace {

const Vocabulary& Shipped() {
  static const Vocabulary vocabulary = [] {
    diagnostics::Sink sink;
    std::optional<Vocabulary> loaded = library::LoadVocabulary(ZHUN_SOURCE_DIR "/stdlib/vocabulary", sink);
    if (!loaded) throw std::runtime_error(diagnostics::MessageOf(sink.All().at(0)).en);
    return *std::move(loaded);
  }();
  return vocabulary;
}

/// Every spelling of every keyword: Chinese, English, symbols.
std::set<std::string> Keywords() {
  std::set<std::string> keywords;
  std::ifstream in(ZHUN_SOURCE_DIR "/grammar/keywords.tsv");
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream cells(line);
    std::string cell;
    std::getline(cells, cell, '\t');  // the token
    for (int column = 0; column < 3 && std::getline(cells, cell, '\t'); ++column) {
      std::istringstream spellings(cell);
      for (std::string spelling; spellings >> spelling;) keywords.insert(spelling);
    }
  }
  keywords.erase("~");
  return keywords;
}

/// All words that stand bare in policies, with what they are. Roots of records only begin paths, which are one lexeme
/// (entry.sharing beside the keyword entry); others (基准日) stand alone.
std::map<std::string, std::string> BareWords() {
  std::map<std::string, std::string> words;
  const auto add = [&](const base::Words& name, const std::string& what) {
    words[name.zh] = what;
    words[name.en] = what;
  };
  for (const Enumeration& enumeration : Shipped().enumerations) {
    for (const Enumerator& member : enumeration.members) add(member.name, enumeration.key + "." + member.code);
  }
  for (const Root& root : Shipped().roots) {
    if (root.type.base != Base::kRecord) add(root.name, "root " + root.key);
  }
  for (const Event& event : Shipped().events) add(event.name, "event " + event.key);
  for (const Unit& unit : Shipped().units) add(unit.name, "unit " + unit.key);
  for (const Reading& reading : Shipped().readings) {
    add(reading.name, "reading " + reading.key);
    for (const Enumerator& value : reading.values) add(value.name, reading.key + "." + value.code);
  }
  return words;
}

TEST(TheShippedTables, HaveNoBareWordThatIsAKeyword) {
  const std::set<std::string> keywords = Keywords();
  ASSERT_GT(keywords.size(), 150u);
  ASSERT_TRUE(keywords.contains("且") && keywords.contains("and") && keywords.contains("&&"));
  ASSERT_GT(BareWords().size(), 200u);
  for (const auto& [word, what] : BareWords()) EXPECT_FALSE(keywords.contains(word)) << word << " (" << what << ")";
}

std::string BothNames(const base::Words& name) { return name.zh.empty() || name.en.empty() ? "a name lacks" : ""; }

TEST(TheShippedTables, NameEverythingInBothLanguages) {
  for (const Record& record : Shipped().records) {
    EXPECT_EQ(BothNames(record.name), "") << record.key;
    EXPECT_FALSE(record.attributes.empty()) << record.key;
    for (const Attribute& attribute : record.attributes) {
      EXPECT_EQ(BothNames(attribute.name), "") << record.key << "." << attribute.key;
      EXPECT_EQ(BothNames(attribute.label), "") << record.key << "." << attribute.key;
    }
  }
  for (const Enumeration& enumeration : Shipped().enumerations) {
    EXPECT_EQ(BothNames(enumeration.name), "") << enumeration.key;
    EXPECT_FALSE(enumeration.members.empty()) << enumeration.key;
    for (const Enumerator& member : enumeration.members) EXPECT_EQ(BothNames(member.name), "") << member.code;
  }
  for (const Root& root : Shipped().roots) EXPECT_EQ(BothNames(root.name), "") << root.key;
  for (const Event& event : Shipped().events) EXPECT_EQ(BothNames(event.name), "") << event.key;
  for (const Unit& unit : Shipped().units) EXPECT_EQ(BothNames(unit.name), "") << unit.key;
  for (const Reading& reading : Shipped().readings) EXPECT_EQ(BothNames(reading.name), "") << reading.key;
}

TEST(TheShippedTables, HaveTheClosedListsOfTheContract) {
  const auto codes = [](const char* key) {
    std::string all;
    for (const Enumerator& member : Shipped().enumerations.at(FindEnumeration(Shipped(), key)).members)
      all += member.code + " ";
    return all;
  };
  EXPECT_EQ(codes("level"), "township county city province national ");
  EXPECT_EQ(codes("organization_kind"),
            "government_department authorized_organization other_state_organ enterprise other ");
  EXPECT_EQ(codes("status"), "draft assessed department_approved under_review published updating offline ");
  EXPECT_EQ(codes("sharing"), "unconditional conditional not_shared ");
  EXPECT_EQ(codes("mode"), "api batch file ");
  EXPECT_EQ(codes("data_level"), "general_1 general_2 general_3 general_4 important core ");
  EXPECT_EQ(codes("secrecy"), "none work_secret state_secret ");
  EXPECT_EQ(codes("personal"), "none ordinary sensitive ");
  EXPECT_EQ(codes("returns"), "verify masked interval detail aggregate ");
  EXPECT_EQ(codes("role"), "sharing_office_head department_head other ");
  EXPECT_EQ(codes("format"), "database spreadsheet document image media self_describing service ");
  EXPECT_EQ(codes("consent_kind"), "separate guardian real_name ");
  EXPECT_EQ(codes("actor"), "applicant provider authority platform government ");
  EXPECT_EQ(codes("rank"),
            "law administrative_regulation state_council_decision local_regulation department_rule "
            "local_government_rule normative_document unknown ");
  EXPECT_EQ(codes("update_frequency"),
            "realtime daily weekly ten_days monthly quarterly half_yearly yearly irregular never ");
}

TEST(TheShippedTables, RequireTheKeysOfTheContract) {
  std::vector<std::string> required;
  for (const char* key : {"entry", "application"}) {
    const Record& record = Shipped().records.at(FindRecord(Shipped(), key));
    for (const Attribute& attribute : record.attributes) {
      if (attribute.absence == Absence::kRequired) required.push_back(record.key + "." + attribute.key);
    }
  }
  EXPECT_THAT(required, ::testing::UnorderedElementsAre("entry.id", "entry.status", "entry.provider", "entry.sharing",
                                                        "application.id", "application.entry",
                                                        "application.received_at", "application.applicant"));
}

/// 案卷.已暂停 is what the event 已暂停 recorded, or none: every event has its place in the case file, by the same names.
TEST(TheShippedTables, KeepEveryEventInTheCaseFile) {
  const Record& file = Shipped().records[FindRecord(Shipped(), "case_file")];
  ASSERT_GE(file.attributes.size(), Shipped().events.size());  // behind them stands what the engine supplies
  for (std::size_t i = Shipped().events.size(); i < file.attributes.size(); ++i) {
    EXPECT_EQ(file.attributes[i].form, Form::kComputed) << file.attributes[i].key;
  }
  for (std::size_t i = 0; i < Shipped().events.size(); ++i) {
    EXPECT_EQ(file.attributes[i].key, Shipped().events[i].key);
    EXPECT_EQ(file.attributes[i].name, Shipped().events[i].name);
    EXPECT_TRUE(file.attributes[i].nullable);
  }
}

/// What only follows from other events has no type: nobody records it.
TEST(TheShippedTables, HaveATypeForEveryEventThatIsRecorded) {
  const Enumeration& types = Shipped().enumerations[FindEnumeration(Shipped(), "event_type")];
  for (const Enumerator& type : types.members) {
    const std::uint16_t event = FindEvent(Shipped(), type.code);
    ASSERT_NE(event, kNone) << type.code;
    EXPECT_EQ(Shipped().events[event].name, type.name);
  }
  for (const Event& event : Shipped().events) {
    EXPECT_EQ(FindCode(types, event.key) == kNone, !event.earliest_of.empty()) << event.key;
  }
}

TEST(TheShippedTables, AreReadAsWritten) {
  const Vocabulary& words = Shipped();
  const Record& application = words.records.at(FindRecord(words, "application"));
  const Attribute& items = application.attributes.at(FindKey(application, "items"));
  EXPECT_EQ(items.type, (Type{Base::kRecord, FindRecord(words, "item"), true}));
  EXPECT_EQ(items.form, Form::kItemName);
  EXPECT_EQ(items.bound, 1000u);
  EXPECT_TRUE(items.whole);
  EXPECT_FALSE(items.nullable);
  EXPECT_EQ(items.label.zh, "使用范围（数据项）");
  const Attribute& consent = application.attributes.at(FindKey(application, "consent"));
  EXPECT_TRUE(consent.nullable);
  EXPECT_EQ(consent.absence, Absence::kUnknown);
  EXPECT_EQ(application.attributes.at(FindKey(application, "received_at")).supplier, Supplier::kPlatform);
  EXPECT_EQ(application.attributes.at(FindKey(application, "flowback")).absence, Absence::kAsNone);
  const Root& use = words.roots.at(FindRoot(words, "use"));
  EXPECT_EQ(use.stages, 1u << FindCode(words.enumerations.at(FindEnumeration(words, "stage")), "use"));
  EXPECT_EQ(words.events.at(FindEvent(words, "received")).date, "application.received_at");
  EXPECT_EQ(words.events.at(FindEvent(words, "replied")).date, "");
  EXPECT_EQ(words.readings.at(FindReading(words, "first_day")).values.size(), 2u);
  EXPECT_TRUE(words.enumerations.at(FindEnumeration(words, "level")).ordered);
  EXPECT_FALSE(words.enumerations.at(FindEnumeration(words, "rank")).ordered);
  EXPECT_TRUE(words.units.at(FindUnit(words, "working_day")).length);
  EXPECT_FALSE(words.units.at(FindUnit(words, "times")).length);
}

}  // namespace
}  // namespace zhun::vocabulary
