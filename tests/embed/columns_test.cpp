#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "runtime/arrow/zhun_arrow.h"
#include "tests/arrow/built.h"
#include "tests/embed/shipped.h"

// Applications in columns, through the functions in C.
namespace zhun::embed_test {
namespace {

using arrow_test::Column;
using arrow_test::Optional;
using Json = nlohmann::json;

/// Columns of the members of all documents: texts, flags, lists of texts; records by points in names.
void AddColumns(const std::vector<Json>& documents, const std::string& prefix, std::vector<Column>& columns) {
  for (const auto& [key, first] : documents[0].items()) {
    std::vector<Json> values;
    for (const Json& document : documents) values.push_back(document.value(key, Json()));
    if (first.is_object()) {
      AddColumns(values, prefix + key + ".", columns);
    } else if (first.is_boolean()) {
      Optional<bool> flags;
      for (const Json& value : values) flags.push_back(value.is_null() ? std::nullopt : std::optional<bool>(value));
      columns.push_back(arrow_test::Flags(prefix + key, flags));
    } else if (first.is_array()) {
      Optional<std::int32_t> ends;
      Optional<std::string> members;
      for (const Json& value : values) {
        for (const Json& member : value) members.push_back(member.get<std::string>());
        ends.push_back(static_cast<std::int32_t>(members.size()));
      }
      columns.push_back(arrow_test::Lists(prefix + key, ends, arrow_test::Texts("item", members)));
    } else {
      Optional<std::string> texts;
      for (const Json& value : values)
        texts.push_back(value.is_null() ? std::nullopt : std::optional<std::string>(value));
      columns.push_back(arrow_test::Texts(prefix + key, texts));
    }
  }
}

/// Text of row `row` of a column of large texts.
std::string TextAt(const ArrowArray& column, std::size_t row) {
  const auto* offsets = static_cast<const std::int64_t*>(column.buffers[1]);
  return {static_cast<const char*>(column.buffers[2]) + offsets[row],
          static_cast<const char*>(column.buffers[2]) + offsets[row + 1]};
}

TEST(Columns, AreDecidedAsTheirDocuments) {
  const Example example = ReadExample("01_granted");
  const Bundle bundle = Holding({example.entry});
  Json granted = Json::parse(example.application);
  for (auto each = granted.begin(); each != granted.end();) {  // what the columns above can hold
    const bool records = each->is_array() && !each->empty() && each->front().is_object();
    each = records ? granted.erase(each) : std::next(each);
  }
  Json late = granted, faulty = granted;
  late["received_at"] = "2025-01-01T00:00:00+08:00";
  faulty["mode"] = "fax";
  const std::vector<Json> documents = {granted, late, faulty, granted};
  std::vector<Column> columns;
  AddColumns(documents, "", columns);
  const Column table = arrow_test::Records("", documents.size(), std::move(columns));

  Result<Batch> batch = Batch::Of(bundle, 2);
  ASSERT_TRUE(batch);
  ArrowSchema schema;
  ArrowArray answers;
  zhun_diagnostics* faults = nullptr;
  ASSERT_EQ(zhun_batch_columns(batch->Get(), &table->schema, &table->array, example.context.data(),
                               example.context.size(), nullptr, &schema, &answers, &faults),
            1);
  std::string lines;
  for (const Json& document : documents) lines += document.dump() + "\n";
  std::istringstream expected(*batch->Lines(lines, example.context));
  std::string line;
  for (std::size_t row = 0; std::getline(expected, line); ++row) {
    const Json answer = Json::parse(line);
    EXPECT_EQ(TextAt(*answers.children[0], row), answer.value("decision", "")) << row;
    const std::string fault = TextAt(*answers.children[3], row);
    EXPECT_EQ(fault.empty() ? Json() : Json::parse(fault), answer.value("fault", Json())) << row;
    const auto* ends = static_cast<const std::int64_t*>(answers.children[1]->buffers[1]);
    EXPECT_EQ(ends[row + 1] - ends[row], static_cast<std::int64_t>(answer.value("rules", Json::array()).size())) << row;
  }
  EXPECT_EQ(answers.length, 4);
  EXPECT_EQ(TextAt(*answers.children[0], 1), "out_of_scope");
  EXPECT_THAT(TextAt(*answers.children[3], 2), ::testing::HasSubstr("/mode"));
  answers.release(&answers);
  schema.release(&schema);
}

TEST(Columns, ThatCannotBeReadFillNothing) {
  Result<Batch> batch = Batch::Of(Holding({ReadExample("01_granted").entry}), 1);
  const Column fractions = arrow_test::Numbers("", "g", 8, {1});
  ArrowSchema schema{};
  ArrowArray answers{};
  zhun_diagnostics* faults = nullptr;
  EXPECT_EQ(zhun_batch_columns(batch->Get(), &fractions->schema, &fractions->array, nullptr, 0, "2026-10-08", &schema,
                               &answers, &faults),
            0);
  EXPECT_STREQ(zhun_diagnostics_code(faults, 0), "Z8104");
  zhun_diagnostics_free(faults);
  EXPECT_EQ(answers.release, nullptr);
}

}  // namespace
}  // namespace zhun::embed_test
