#include "runtime/arrow/rows.h"

#include <functional>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/arrow/built.h"

namespace zhun::arrow_test {
namespace {

using arrow::Rows;

template <class... Columns>
Column Table(std::size_t length, Columns... columns) {
  std::vector<Column> members;
  (members.push_back(std::move(columns)), ...);
  return Records("", length, std::move(members));
}

/// The documents of all rows.
std::vector<std::string> Written(const Built& table) {
  diagnostics::Sink sink;
  const auto rows = Rows::Of(table.schema, table.array, sink);
  std::vector<std::string> written;
  for (std::size_t i = 0; rows && i < rows->Size(); ++i) rows->Write(i, written.emplace_back());
  return written;
}

std::vector<diagnostics::Code> CodesOf(const Built& table) {
  diagnostics::Sink sink;
  EXPECT_FALSE(Rows::Of(table.schema, table.array, sink));
  std::vector<diagnostics::Code> codes;
  for (const diagnostics::Diagnostic& each : sink.All()) codes.push_back(each.code);
  return codes;
}

using Strings = std::vector<std::string>;

TEST(Rows, AreWrittenByTheTypesOfTheirColumns) {
  EXPECT_EQ(Written(*Table(2, Texts("id", {"A", std::nullopt}), Flags("flowback", {false, true}),
                           Numbers("n", "s", 2, {-3, 40000 - 65536}), Numbers("m", "C", 1, {200, 0}))),
            (Strings{R"({"id":"A","flowback":false,"n":-3,"m":200})", R"({"flowback":true,"n":-25536,"m":0})"}));
  EXPECT_EQ(Written(*Table(3, Numbers("l", "L", 8, {-1, 1, 2}), Texts("t", {"", "乙", "丙"}, true), Nothing("x", 3))),
            (Strings{R"({"l":18446744073709551615,"t":""})", R"({"l":1,"t":"乙"})", R"({"l":2,"t":"丙"})"}));
}

TEST(Rows, HaveDatesAndInstantsAsTheContractWritesThem) {
  EXPECT_EQ(Written(*Table(2, Numbers("on", "tdD", 4, {20735, -1}), Numbers("at", "tsm:Asia/Shanghai", 8, {1, -1}))),
            (Strings{R"({"on":"2026-10-09","at":"1970-01-01T00:00:00Z"})",
                     R"({"on":"1969-12-31","at":"1969-12-31T23:59:59Z"})"}));
  EXPECT_EQ(
      Written(*Table(1, Numbers("on", "tdm", 8, {86'400'000LL * 20735 + 5}), Numbers("at", "tss:UTC", 8, {3661}))),
      (Strings{R"({"on":"2026-10-09","at":"1970-01-01T01:01:01Z"})"}));
}

TEST(Rows, AreNestedByStructsAndByPointsInNames) {
  std::vector<Column> period;
  period.push_back(Texts("from", {"2026-11-01", "2026-12-01"}));
  period.push_back(Texts("to", {std::nullopt, "2027-12-01"}));
  EXPECT_EQ(
      Written(*Table(2, Records("period", 2, std::move(period), {true, false}),
                     Texts("applicant.name", {"甲", std::nullopt}), Texts("id", {"1", "2"}),
                     Texts("applicant.region", {std::nullopt, std::nullopt}), Flags("a.b.c", {true, std::nullopt}))),
      (Strings{R"({"period":{"from":"2026-11-01"},"applicant":{"name":"甲"},"id":"1","a":{"b":{"c":true}}})",
               R"({"id":"2"})"}));
}

TEST(Rows, HaveListsOfEveryKind) {
  EXPECT_EQ(Written(*Table(3, Lists("items", {2, std::nullopt, 2}, Texts("item", {"姓名", "编号"})),
                           FixedLists("two", 3, 2, Texts("item", {"a", "b", std::nullopt, "d", "e", "f"})))),
            (Strings{R"({"items":["姓名","编号"],"two":["a","b"]})", R"({"two":[null,"d"]})",
                     R"({"items":[],"two":["e","f"]})"}));
}

TEST(Rows, LookUpWhatIsCoded) {
  EXPECT_EQ(Written(*Table(4, Coded("mode", {1, 0, std::nullopt, 9}, Texts("", {"api", "file"})))),
            (Strings{R"({"mode":"file"})", R"({"mode":"api"})", "{}", "{}"}));
}

TEST(Rows, BeginWhereTheirOffsetsSay) {
  Column table = Table(3, Texts("id", {"A", "B", "C"}), Lists("items", {1, 2, 3}, Texts("", {"x", "y", "z"})));
  table->array.length = 1;
  table->array.offset = 1;
  table->members[0]->array.length = table->members[1]->array.length = 2;
  table->members[0]->array.offset = table->members[1]->array.offset = 1;
  EXPECT_EQ(Written(*table), (Strings{R"({"id":"C","items":["z"]})"}));
}

TEST(Rows, MayBeDocuments) {
  EXPECT_EQ(Written(*Texts("", {R"({"id":"A"})", std::nullopt, ""})), (Strings{R"({"id":"A"})", "null", ""}));
}

TEST(Rows, AreJsonWhateverTheTextsHold) {
  const std::string text =
      "a\"b\\c\n\x01"
      "\x1F/乙";
  const Strings written = Written(*Table(1, Texts("t\"\n", {text})));
  EXPECT_EQ(nlohmann::json::parse(written.at(0)), (nlohmann::json{{"t\"\n", text}}));
}

TEST(Columns, OfATypeThatNoAttributeHasAreRefusedByName) {
  for (const std::string format :
       {"g", "f", "e", "d:19,2", "z", "vu", "tts", "tss:", "tiM", "+m", "+us:0,1", "+w:x", "+w:-1", ""}) {
    Column column = Numbers("amount", format, 8, {1});
    const Column table = Table(1, std::move(column));
    diagnostics::Sink sink;
    EXPECT_FALSE(Rows::Of(table->schema, table->array, sink)) << format;
    ASSERT_EQ(sink.All().size(), 1u) << format;
    EXPECT_EQ(sink.All()[0].code, diagnostics::Code::kColumnType);
    EXPECT_EQ(sink.All()[0].arguments.at(0).words.zh, "amount");
  }
  EXPECT_EQ(CodesOf(*Numbers("", "l", 8, {1})), std::vector{diagnostics::Code::kColumnType});
}

TEST(Columns, NestedTooDeepAreRefused) {
  Column column = Texts("id", {"A"});
  for (int i = 0; i < 40; ++i) column = Table(1, std::move(column));
  EXPECT_EQ(CodesOf(*column), std::vector{diagnostics::Code::kColumnType});
}

TEST(Columns, WhoseArraysDoNotFitAreRefused) {
  using Change = std::function<void(Built&)>;
  const std::vector<Change> changes = {
      [](Built& each) { each.array.length = -1; },
      [](Built& each) { each.array.offset = -1; },
      [](Built& each) { each.array.length = INT64_MAX; },
      [](Built& each) { each.array.n_buffers = 2; },
      [](Built& each) { each.array.buffers = nullptr; },
      [](Built& each) { each.buffers[1] = nullptr; },
      [](Built& each) { each.array.n_children = 1; },
      [](Built& each) { each.array.n_children = each.schema.n_children = -1; },
      [](Built& each) { each.schema.dictionary = &each.schema; },
      [](Built& each) { each.array.length = 1; },  // shorter than the table
  };
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const Column table = Table(2, Texts("id", {"A", "B"}));
    EXPECT_EQ(Written(*table).size(), 2u);
    changes[i](*table->members[0]);
    EXPECT_EQ(CodesOf(*table), std::vector{diagnostics::Code::kColumnMisfit}) << i;
  }
  const Column list = Table(1, Lists("items", {1}, Texts("", {"x"})));
  list->members[0]->array.children[0] = nullptr;
  EXPECT_EQ(CodesOf(*list), std::vector{diagnostics::Code::kColumnMisfit});
  EXPECT_EQ(CodesOf(*Table(1, Coded("c", {0}, nullptr), Numbers("n", "n", 1, {1}))),
            std::vector{diagnostics::Code::kColumnMisfit});
}

TEST(Columns, WithOffsetsThatMakeNoSenseGiveNothingOfOthers) {
  const Column table = Table(2, Texts("id", {"A", "B"}), Lists("items", {1, 2}, Texts("", {"x", "y"})));
  const auto set = [](Built& each, std::size_t place, std::int32_t offset) {
    std::memcpy(each.bytes[1].data() + place * 4, &offset, 4);
  };
  set(*table->members[0], 1, -7);
  set(*table->members[1], 1, -7);
  set(*table->members[1], 2, 90);
  EXPECT_EQ(Written(*table), (Strings{R"({"id":"","items":[]})", R"({"id":"","items":[]})"}));
}

}  // namespace
}  // namespace zhun::arrow_test
