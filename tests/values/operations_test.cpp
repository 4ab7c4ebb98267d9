#include "runtime/values/operations.h"

#include <deque>

#include <gtest/gtest.h>

#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

using testing::Words;
using vocabulary::Base;

constexpr Truth T = Truth::kTrue;
constexpr Truth F = Truth::kFalse;
constexpr Truth U = Truth::kUnknown;

Value Number(std::int64_t number) { return Value::Of(Base::kNumber, number); }
Value Enum(std::int64_t number) { return Value::Of(Base::kEnum, number); }
Value Region(std::int64_t number) { return Value::Of(Base::kRegion, number); }
Value Text(const char* text) { return Value::OfText(text); }
Value Day(const char* text) { return Value::Of(Base::kDate, base::ParseDate(text)->days); }
Value Moment(const char* text) { return Value::Of(Base::kInstant, base::ParseInstant(text)->seconds); }
Value Length(std::int64_t number, const char* unit) {
  Value value = Value::Of(Base::kLength, number);
  value.unit = vocabulary::FindUnit(Words(), unit);
  return value;
}
Value Amount(std::int64_t number, const char* unit) {
  Value value = Length(number, unit);
  value.kind = Base::kQuantity;
  return value;
}
/// A list that lives as long as the test program.
Value ListWith(std::vector<Value> elements) {
  static std::deque<std::vector<Value>> kept;
  static std::deque<List> lists;
  const Base kind = elements.empty() ? Base::kText : elements.front().kind;
  lists.push_back({kept.emplace_back(std::move(elements))});
  return ListOf(kind, &lists.back());
}

const Value kNoneValue = Value::In(State::kNone);
const Value kUnknowns[] = {Value::In(State::kAbsent), Value::In(State::kPending), Value::In(State::kDefective),
                           Value::In(State::kUncertain)};

TEST(Kleene, TruthTables) {
  const Truth all[] = {F, U, T};
  const Truth both[3][3] = {{F, F, F}, {F, U, U}, {F, U, T}};
  const Truth either[3][3] = {{F, U, T}, {U, U, T}, {T, T, T}};
  for (int left = 0; left < 3; ++left) {
    for (int right = 0; right < 3; ++right) {
      EXPECT_EQ(And(all[left], all[right]), both[left][right]);
      EXPECT_EQ(Or(all[left], all[right]), either[left][right]);
    }
  }
  EXPECT_EQ(Not(F), T);
  EXPECT_EQ(Not(U), U);
  EXPECT_EQ(Not(T), F);
}

struct Pair {
  const char* what;
  Value left;
  Value right;
  Truth expected;
};

void ExpectAll(Truth (*operation)(const Value&, const Value&), const std::vector<Pair>& pairs) {
  for (const Pair& pair : pairs) EXPECT_EQ(operation(pair.left, pair.right), pair.expected) << pair.what;
}

TEST(Equality, OfSingleValues) {
  ExpectAll(Equal, {{"equal texts", Text("核验"), Text("核验"), T},
                    {"texts byte for byte", Text("核验"), Text("核验 "), F},
                    {"composed and decomposed texts differ", Text("\u00e9"), Text("e\u0301"), F},
                    {"enumerators", Enum(2), Enum(2), T},
                    {"a date and an instant of its Shanghai day", Day("2026-03-02"), Moment("2026-03-01T16:00:00Z"), T},
                    {"a date and an instant of the day before", Day("2026-03-02"), Moment("2026-03-01T15:59:59Z"), F},
                    {"instants in two offsets", Moment("2026-03-01T09:00:00+08:00"), Moment("2026-03-01T01:00:00Z"), T},
                    {"instants a second apart", Moment("2026-03-01T01:00:01Z"), Moment("2026-03-01T01:00:00Z"), F},
                    {"amounts of two units", Amount(1, "times"), Amount(1, "records"), U},
                    {"lengths of two units", Length(12, "month"), Length(1, "year"), U},
                    {"kinds that cannot be compared", Text("1"), Number(1), U}});
}

TEST(Equality, OfNone) {
  ExpectAll(Equal, {{"none and none", kNoneValue, kNoneValue, T},
                    {"none and a text", kNoneValue, Text(""), F},
                    {"a number and none", Number(0), kNoneValue, F},
                    {"none and an empty list", kNoneValue, ListWith({}), T},
                    {"none and a list", kNoneValue, ListWith({Number(1)}), F},
                    {"none and unknown", kNoneValue, kUnknowns[0], U}});
}

TEST(Equality, OfListsIsThatOfSets) {
  const Value one_two = ListWith({Number(1), Number(2)});
  ExpectAll(Equal, {{"order and repetition do not count", one_two, ListWith({Number(2), Number(1), Number(1)}), T},
                    {"a part is not the whole", one_two, ListWith({Number(2)}), F},
                    {"a single value is the list of itself", ListWith({Number(2)}), Number(2), T},
                    {"an unknown element makes the whole unknown", one_two, ListWith({Number(3), kUnknowns[1]}), U}});
}

TEST(Equality, OfRecordsIsThatOfTheirMembers) {
  const Value left[] = {Number(1), kNoneValue};
  const Value same[] = {Number(1), kNoneValue};
  const Value open[] = {Number(1), Value::In(State::kAbsent)};
  const Value other[] = {Number(2), Value::In(State::kAbsent)};
  const Record records[] = {{0, left}, {0, same}, {0, open}, {0, other}, {1, left}};
  ExpectAll(Equal,
            {{"same members", Value::OfRecord(&records[0]), Value::OfRecord(&records[1]), T},
             {"an unknown member", Value::OfRecord(&records[0]), Value::OfRecord(&records[2]), U},
             {"a member that differs decides", Value::OfRecord(&records[0]), Value::OfRecord(&records[3]), F},
             {"a record is itself, whatever is unknown", Value::OfRecord(&records[2]), Value::OfRecord(&records[2]), T},
             {"two types", Value::OfRecord(&records[0]), Value::OfRecord(&records[4]), U}});
}

TEST(Order, OfKnownValues) {
  const std::vector<Pair> pairs = {
      {"numbers", Number(1), Number(2), T},
      {"equal numbers", Number(2), Number(2), F},
      {"members of an enumeration", Enum(1), Enum(2), T},
      {"amounts of one unit", Amount(1, "times"), Amount(2, "times"), T},
      {"amounts of two units", Amount(1, "times"), Amount(2, "records"), U},
      {"dates", Day("2026-02-28"), Day("2026-03-01"), T},
      {"an instant late in the day and that date", Moment("2026-03-01T23:59:59+08:00"), Day("2026-03-01"), F},
      {"an instant and the next date", Moment("2026-03-01T23:59:59+08:00"), Day("2026-03-02"), T},
      {"a date and an instant", Day("2026-03-01"), Moment("2026-03-01T16:00:00Z"), T},
      {"instants of one day", Moment("2026-03-01T01:00:00Z"), Moment("2026-03-01T01:00:01Z"), T},
      {"months and years", Length(11, "month"), Length(1, "year"), T},
      {"twelve months and a year", Length(12, "month"), Length(1, "year"), F},
      {"days that are fewer than any year", Length(364, "day"), Length(1, "year"), T},
      {"days that some years have", Length(365, "day"), Length(1, "year"), U},
      {"days that every year reaches", Length(366, "day"), Length(1, "year"), F},
      {"a year and more days than any year", Length(1, "year"), Length(367, "day"), T},
      {"working days and days", Length(1, "working_day"), Length(100, "day"), U},
      {"working days", Length(1, "working_day"), Length(2, "working_day"), T},
      {"texts have no order", Text("a"), Text("b"), U},
      {"regions have no order", Region(110000), Region(440000), U},
      {"two kinds", Number(1), Enum(2), U},
      {"lists have no order", ListWith({Number(1)}), Number(2), U},
      {"none has no place in an order", kNoneValue, Number(2), U},
      {"nor on the right", Number(1), kNoneValue, U}};
  for (const Pair& pair : pairs) {
    EXPECT_EQ(Less(Words(), pair.left, pair.right), pair.expected) << pair.what;
    EXPECT_EQ(Greater(Words(), pair.right, pair.left), pair.expected) << pair.what;
  }
}

TEST(SetWords, OnLists) {
  const Value empty = ListWith({});
  const Value ab = ListWith({Text("a"), Text("b")});
  const Value abc = ListWith({Text("a"), Text("b"), Text("c")});
  const Value open = ListWith({Text("a"), kUnknowns[1]});
  ExpectAll(In, {{"member", Text("a"), ab, T},
                 {"no member", Text("x"), ab, F},
                 {"subset", ab, abc, T},
                 {"superset", abc, ab, F},
                 {"itself", ab, ab, T},
                 {"empty in anything", empty, ab, T},
                 {"empty in empty", empty, empty, T},
                 {"nothing in empty", Text("a"), empty, F},
                 {"a single value on the right", Text("a"), Text("a"), T},
                 {"none is in nothing", kNoneValue, ab, F},
                 {"nothing is in none", Text("a"), kNoneValue, F},
                 {"a list is unknown as a whole", Text("a"), open, U}});
  ExpectAll(Contains, {{"has all", abc, ab, T},
                       {"lacks one", ab, abc, F},
                       {"has the empty list", empty, empty, T},
                       {"has one", ab, Text("b"), T},
                       {"is unknown", open, Text("a"), U}});
  ExpectAll(Meets, {{"shares one", ab, ListWith({Text("b"), Text("x")}), T},
                    {"shares none", ab, ListWith({Text("x")}), F},
                    {"empty meets nothing", empty, empty, F},
                    {"none meets nothing", kNoneValue, ab, F},
                    {"single values", Text("a"), Text("a"), T},
                    {"unknown as a whole", open, Text("a"), U}});
}

TEST(Within, LooksAtRegions) {
  const Value guangdong = Region(440000);
  const Value guangzhou = Region(440100);
  const Value henan = Region(410000);
  ExpectAll(Within, {{"a city in its province", guangzhou, guangdong, T},
                     {"a province in its city", guangdong, guangzhou, F},
                     {"itself", guangzhou, guangzhou, T},
                     {"anything in the whole country", henan, Region(100000), T},
                     {"a directly administered county", Region(419001), henan, T},
                     {"in one of several", guangzhou, ListWith({henan, guangdong}), T},
                     {"in none of several", Region(110000), ListWith({henan, guangdong}), F},
                     {"all of several", ListWith({guangzhou, Region(440300)}), guangdong, T},
                     {"not all of several", ListWith({guangzhou, henan}), guangdong, F},
                     {"none of a list is anywhere", ListWith({}), guangdong, T},
                     {"in no region at all", guangzhou, ListWith({}), F},
                     {"one of them unknown", ListWith({guangzhou, kUnknowns[0]}), guangdong, U},
                     {"none on the left", kNoneValue, guangdong, U},
                     {"none on the right", guangzhou, kNoneValue, F},
                     {"no region", Text("440100"), guangdong, U}});
}

TEST(Emptiness, IsKnownOfNoneAndOfWhatIsThere) {
  EXPECT_EQ(IsEmpty(kNoneValue), T);
  EXPECT_EQ(IsEmpty(ListWith({})), T);
  EXPECT_EQ(IsEmpty(ListWith({Text("")})), F);
  EXPECT_EQ(IsEmpty(ListWith({kUnknowns[1]})), F);
  EXPECT_EQ(IsEmpty(Text("")), T);
  EXPECT_EQ(IsEmpty(Text(" ")), F);
  EXPECT_EQ(IsEmpty(Number(0)), F);
  for (const Value& unknown : kUnknowns) EXPECT_EQ(IsEmpty(unknown), U);
}

TEST(UnknownOperands, GiveUnknown) {
  const Value list = ListWith({Number(1)});
  for (const Value& unknown : kUnknowns) {
    for (const Value& other : {Number(1), list, unknown}) {
      for (const auto operation : {Equal, In, Contains, Meets, Within}) {
        EXPECT_EQ(operation(unknown, other), U);
        EXPECT_EQ(operation(other, unknown), U);
      }
      EXPECT_EQ(Less(Words(), unknown, other), U);
      EXPECT_EQ(Greater(Words(), other, unknown), U);
    }
  }
}

}  // namespace
}  // namespace zhun::values
