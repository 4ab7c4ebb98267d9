#include "runtime/values/path.h"

#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

using testing::Words;

std::vector<vocabulary::FieldIndex> Fields(const char* record, std::initializer_list<const char*> keys) {
  std::vector<vocabulary::FieldIndex> fields;
  vocabulary::RecordIndex type = vocabulary::FindRecord(Words(), record);
  for (const char* key : keys) {
    fields.push_back(vocabulary::FindKey(Words().records[type], key));
    type = Words().records[type].attributes[fields.back()].type.of;
  }
  return fields;
}

TEST(APath, HasAFormForMachinesAndOneForPeople) {
  const std::uint16_t application = vocabulary::FindRoot(Words(), "application");
  const auto fields = Fields("application", {"period", "from"});
  EXPECT_EQ(PathText(Words(), application, fields), "application.period.from");
  EXPECT_EQ(PathWords(Words(), application, fields).zh, "申请.使用时限.起");
  EXPECT_EQ(PathWords(Words(), application, fields).en, "application.period.from");
  EXPECT_EQ(PathText(Words(), application, {}), "application");
}

TEST(APath, EndsWhereItLeavesTheVocabulary) {
  const std::uint16_t application = vocabulary::FindRoot(Words(), "application");
  auto fields = Fields("application", {"purpose"});
  fields.push_back(0);
  EXPECT_EQ(PathText(Words(), application, fields), "application.purpose");
  EXPECT_EQ(AttributeAt(Words(), application, fields), nullptr);
  EXPECT_EQ(AttributeAt(Words(), application, {}), nullptr);
  EXPECT_EQ(PathText(Words(), vocabulary::kNone, fields), "");
}

TEST(ALabel, IsTheLongNameOrElseTheName) {
  const std::uint16_t application = vocabulary::FindRoot(Words(), "application");
  EXPECT_EQ(LabelOf(*AttributeAt(Words(), application, Fields("application", {"purpose"}))).zh, "使用用途");
  const vocabulary::Enumeration& modes = Words().enumerations[vocabulary::FindEnumeration(Words(), "mode")];
  EXPECT_EQ(LabelOf(modes.members[0]).zh, "服务接口");
  const vocabulary::Enumeration& outcomes = Words().enumerations[vocabulary::FindEnumeration(Words(), "outcome")];
  EXPECT_EQ(LabelOf(outcomes.members[vocabulary::FindCode(outcomes, "refer")]).zh, "转人工审核");
}

}  // namespace
}  // namespace zhun::values
