#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "compiler/library/vocabulary.h"

namespace zhun::library {
namespace {

namespace fs = std::filesystem;

/// The shipped tables, in which `from` of `file` is replaced by `to`.
struct Case {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* messages;  ///< code, table and message in English; {line} is the line of `from`, {next} the one below
};

std::string Read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class AMistakeInATable : public ::testing::TestWithParam<Case> {
 protected:
  AMistakeInATable() : folder_(fs::path(ZHUN_BINARY_DIR) / "vocabulary_test" / GetParam().name) {
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    for (const auto& file : fs::directory_iterator(ZHUN_SOURCE_DIR "/stdlib/vocabulary")) {
      if (file.path().extension() == ".tsv") fs::copy(file.path(), folder_);
    }
  }
  ~AMistakeInATable() override { fs::remove_all(folder_); }

  void Change() {
    std::string text = Read(folder_ / GetParam().file);
    const std::size_t at = text.find(GetParam().from);
    ASSERT_NE(at, std::string::npos) << "the shipped table no longer has this line";
    line_ = static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n')) + 1;
    text.replace(at, std::string_view(GetParam().from).size(), GetParam().to);
    std::ofstream(folder_ / GetParam().file, std::ios::binary) << text;
  }

  std::string Expected() const {
    std::string expected = GetParam().messages;
    for (const auto& [mark, line] : {std::pair{std::string("{line}"), line_}, {"{next}", line_ + 1}}) {
      const std::size_t at = expected.find(mark);
      if (at != std::string::npos) expected.replace(at, mark.size(), std::to_string(line));
    }
    return expected;
  }

  fs::path folder_;
  int line_ = 0;
};

TEST_P(AMistakeInATable, IsReportedWithItsLine) {
  Change();
  diagnostics::Sink sink;
  EXPECT_FALSE(LoadVocabulary(folder_, sink).has_value());
  std::string messages;
  for (const diagnostics::Diagnostic& message : sink.All()) {
    messages.append(messages.empty() ? "" : " | ").append(diagnostics::CodeText(message.code)).append(" ");
    messages += fs::path(message.file).stem().string() + ": " + diagnostics::MessageOf(message).en;
  }
  EXPECT_EQ(messages, Expected());
}

INSTANTIATE_TEST_SUITE_P(
    Each, AMistakeInATable,
    ::testing::Values(
        Case{"TooFewCells", "units.tsv", "day\t日\tdays\tyes", "day\t日\tdays yes",
             "Z6151 units: Line {line} has 3 cells instead of 4."},
        Case{"TooManyCells", "events.tsv", "replied\t已答复\treplied\t-\t-", "replied\t已答复\treplied\t-\t-\t-",
             "Z6151 events: Line {line} has 6 cells instead of 5."},
        Case{"UnknownEffect", "events.tsv", "stops:received", "pauses:received",
             "Z6154 events: Line {line}: there is no pauses:received."},
        Case{"KeyTwice", "records.tsv", "period\t期间\tperiod", "period\t期间\tperiod\nperiod\t时段\tspan",
             "Z6152 records: Line {next}: period is there already."},
        Case{"NameTwice", "roots.tsv", "use\t使用\tuse", "use\t条目\tuse",
             "Z6152 roots: Line {line}: 条目 is there already."},
        Case{"EnglishNameTwice", "events.tsv", "replied\t已答复\treplied\t-\t-",
             "replied\t已答复\treplied\t-\t-\nanswered\t答复\treplied\t-\t-",
             "Z6152 events: Line {next}: replied is there already."},
        Case{"AttributeTwice", "attributes.tsv", "approval\ton\t同意日期\ton", "approval\trole\t同意日期\ton",
             "Z6152 attributes: Line {line}: approval.role is there already."},
        Case{"AttributeNameTwice", "attributes.tsv", "period\tto\t止\tto", "period\tto\t起\tto",
             "Z6152 attributes: Line {line}: 起 is there already."},
        Case{"CodeTwice", "enumerators.tsv", "mode\tfile\t文件下载\tfile", "mode\tapi\t文件下载\tfile",
             "Z6152 enumerators: Line {line}: api is there already."},
        Case{"ReadingValueTwice", "readings.tsv", "included\t计入\tincluded", "excluded\t计入\tincluded",
             "Z6152 readings: Line {line}: excluded is there already."},
        Case{"ReadingNamedTwoWays", "readings.tsv", "first_day\t期间首日\tfirst_day\tincluded",
             "first_day\t首日\tfirst_day\tincluded", "Z6152 readings: Line {line}: first_day is there already."},
        Case{"NoChineseName", "units.tsv", "times\t次\ttimes", "times\t-\ttimes",
             "Z6153 units: Line {line}: the Chinese name is empty."},
        Case{"NoEnglishName", "records.tsv", "period\t期间\tperiod", "period\t期间\t",
             "Z6153 records: Line {line}: the English name is empty."},
        Case{"NoKey", "roots.tsv", "today\t基准日", "-\t基准日", "Z6153 roots: Line {line}: the key is empty."},
        Case{"LabelInOneLanguage", "enumerators.tsv", "不适用本条例\tOut of scope", "不适用本条例\t",
             "Z6153 enumerators: Line {line}: the English name is empty."},
        Case{"NoSuchEnumeration", "attributes.tsv", "enum:consent_kind", "enum:consent",
             "Z6154 attributes: Line {line}: there is no consent."},
        Case{"NoSuchRecord", "attributes.tsv", "record:classification", "record:class",
             "Z6154 attributes: Line {line}: there is no class."},
        Case{"NoSuchUnit", "attributes.tsv", "quantity:times", "quantity:time",
             "Z6154 attributes: Line {line}: there is no time."},
        Case{"AttributeOfNoRecord", "attributes.tsv", "classification\ttheme", "classfication\ttheme",
             "Z6154 attributes: Line {line}: there is no classfication."},
        Case{"EnumeratorOfNoEnumeration", "enumerators.tsv", "mode\tfile", "modes\tfile",
             "Z6154 enumerators: Line {line}: there is no modes."},
        Case{"NoSuchStage", "roots.tsv", "enum:outcome\tapplication provision", "enum:outcome\tapplication provisions",
             "Z6154 roots: Line {line}: there is no provisions."},
        Case{"EventWithoutItsDate", "events.tsv", "application.period.to", "application.period.till",
             "Z6154 events: Line {line}: there is no date application.period.till."},
        Case{"EventOfNoDate", "events.tsv", "application.received_at", "application.purpose",
             "Z6154 events: Line {line}: there is no date application.purpose."},
        Case{"UnknownType", "attributes.tsv", "max_days\t最长期限\tmax_days\tlength",
             "max_days\t最长期限\tmax_days\tduration", "Z6155 attributes: Line {line}: duration is no type."},
        Case{"ListOfNothing", "attributes.tsv", "list:enum:mode",
             "list:", "Z6155 attributes: Line {line}: list: is no type."},
        Case{"ListOfLists", "attributes.tsv", "list:enum:mode", "list:list:enum:mode",
             "Z6155 attributes: Line {line}: list:list:enum:mode is no type."},
        Case{"UnknownSupplier", "attributes.tsv", "instant\t1\tplatform", "instant\t1\tplatforms",
             "Z6156 attributes: Line {line}: platforms cannot stand here; use one of applicant, provider, authority, "
             "platform, government."},
        Case{"UnknownAbsence", "attributes.tsv", "flowback\t回流\tflowback\tbool\t1\tapplicant\t-\tnone",
             "flowback\t回流\tflowback\tbool\t1\tapplicant\t-\tno",
             "Z6156 attributes: Line {line}: no cannot stand here; use one of unknown, none, required."},
        Case{"UnknownForm", "attributes.tsv", "none\tfindings", "none\tfinding",
             "Z6156 attributes: Line {line}: finding cannot stand here; use one of plain, citation, item_name, label, "
             "day, findings, computed, ignored, social_code."},
        Case{"UnknownYesOrNo", "enumerations.tsv", "level\t层级\tlevel\tyes", "level\t层级\tlevel\ty",
             "Z6156 enumerations: Line {line}: y cannot stand here; use one of no, yes."},
        Case{"BoundZero", "attributes.tsv", "use_event\titems\t数据项\titems\tlist:text\t1000",
             "use_event\titems\t数据项\titems\tlist:text\t0",
             "Z6157 attributes: Line {line}: the bound 0 is no positive whole number."},
        Case{"BoundNoNumber", "attributes.tsv", "use_event\titems\t数据项\titems\tlist:text\t1000",
             "use_event\titems\t数据项\titems\tlist:text\t1000x",
             "Z6157 attributes: Line {line}: the bound 1000x is no positive whole number."},
        Case{"BoundOfATextLacks", "attributes.tsv", "organization\tname\t名称\tname\ttext\t200",
             "organization\tname\t名称\tname\ttext\t-",
             "Z6157 attributes: Line {line}: the bound  is no positive whole number."},
        Case{"NeededAttributeRenamed", "attributes.tsv", "item\tlisted", "item\tin_list",
             "Z6158 NeededAttributeRenamed: The vocabulary is incomplete or contains itself and cannot be used."},
        Case{"RecordInsideItself", "attributes.tsv", "classification\ttheme\t主题\ttheme\ttext",
             "classification\ttheme\t主题\ttheme\trecord:entry",
             "Z6158 RecordInsideItself: The vocabulary is incomplete or contains itself and cannot be used."},
        Case{"FormThatDoesNotFit", "attributes.tsv", "text\t400\tapplicant\t-\trequired\tplain",
             "text\t400\tapplicant\t-\trequired\titem_name",
             "Z6158 FormThatDoesNotFit: The vocabulary is incomplete or contains itself and cannot be used."}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(AMissingTable, IsReported) {
  diagnostics::Sink sink;
  EXPECT_FALSE(LoadVocabulary(fs::path(ZHUN_BINARY_DIR) / "no such folder", sink).has_value());
  EXPECT_EQ(sink.ErrorCount(), 8u);
  for (const diagnostics::Diagnostic& message : sink.All())
    EXPECT_EQ(message.code, diagnostics::Code::kLibraryFileMissing);
}

}  // namespace
}  // namespace zhun::library
