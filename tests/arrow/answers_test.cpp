#include "runtime/arrow/answers.h"

#include <gtest/gtest.h>

#include "runtime/arrow/rows.h"

namespace zhun::arrow_test {
namespace {

const std::vector<std::string> kCodes = {"scope", "\"quoted\"", "用途"};

std::vector<engine::Answer> Answers() {
  return {{"grant", true, {}, ""}, {"refuse", false, {2, 0}, ""}, {"", false, {}, "[1]"}, {"refuse", true, {1}, ""}};
}

/// What is handed out is what others hand in: it reads itself.
TEST(Answers, AreColumnsThatCanBeRead) {
  ArrowSchema schema;
  ArrowArray array;
  arrow::Export(Answers(), kCodes, schema, array);
  diagnostics::Sink sink;
  const auto rows = arrow::Rows::Of(schema, array, sink);
  ASSERT_TRUE(rows);
  std::string text;
  for (std::size_t i = 0; i < rows->Size(); ++i) rows->Write(i, text += '\n');
  EXPECT_EQ(text, R"(
{"decision":"grant","rules":[],"complete":true}
{"decision":"refuse","rules":["用途","scope"],"complete":false}
{"rules":[],"complete":false,"fault":"[1]"}
{"decision":"refuse","rules":["\"quoted\""],"complete":true})");
  EXPECT_EQ(array.children[0]->null_count, 1);
  EXPECT_EQ(array.children[3]->null_count, 3);
  array.release(&array);
  schema.release(&schema);
  EXPECT_EQ(array.release, nullptr);
  EXPECT_EQ(schema.release, nullptr);
}

TEST(Answers, MembersMovedOutOutliveTheRest) {
  ArrowSchema schema;
  ArrowArray array;
  arrow::Export(Answers(), kCodes, schema, array);
  ArrowArray rules = *array.children[1];
  array.children[1]->release = nullptr;
  ArrowSchema rules_schema = *schema.children[1];
  schema.children[1]->release = nullptr;
  array.release(&array);
  schema.release(&schema);
  EXPECT_STREQ(rules_schema.format, "+L");
  EXPECT_STREQ(rules_schema.children[0]->format, "U");
  EXPECT_EQ(rules.children[0]->length, 3);
  EXPECT_EQ(static_cast<const std::int64_t*>(rules.buffers[1])[4], 3);
  rules.release(&rules);
  rules_schema.release(&rules_schema);
}

TEST(Answers, OfNoApplicationsAreEmptyColumns) {
  ArrowSchema schema;
  ArrowArray array;
  arrow::Export({}, kCodes, schema, array);
  EXPECT_EQ(array.length, 0);
  EXPECT_EQ(array.n_children, 4);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(array.children[i]->length, 0);
  EXPECT_NE(array.children[0]->buffers[1], nullptr);
  array.release(&array);
  schema.release(&schema);
}

}  // namespace
}  // namespace zhun::arrow_test
