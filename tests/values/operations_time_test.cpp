#include <cstdint>

#include <gtest/gtest.h>

#include "runtime/values/calendar_length.h"
#include "runtime/values/operations.h"
#include "tests/values/fixture.h"

namespace zhun::values {
namespace {

using testing::Words;
using vocabulary::Base;

constexpr Truth T = Truth::kTrue;
constexpr Truth F = Truth::kFalse;
constexpr Truth U = Truth::kUnknown;

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
/// A date, or absent for an empty text.
Value Day(const std::string& text) {
  return text.empty() ? Value::In(State::kAbsent) : Value::Of(Base::kDate, base::ParseDate(text)->days);
}

/// A period with its two days.
struct Period {
  Period(const std::string& from, const std::string& to) : fields{Day(from), Day(to)} {
    record = {vocabulary::FindRecord(Words(), "period"), fields};
  }
  Value Get() const { return Value::OfRecord(&record); }
  Value fields[2];
  Record record;
};

struct Case {
  const char* from;
  const char* to;
  Value length;
  Truth longer;
  Truth shorter;
};

TEST(Periods, CountBothTheirDays) {
  const Case cases[] = {{"2026-01-01", "2026-12-31", Length(1, "year"), F, F},
                        {"2026-01-01", "2027-01-01", Length(1, "year"), T, F},
                        {"2026-01-01", "2026-12-30", Length(1, "year"), F, T},
                        {"2024-02-29", "2025-02-27", Length(1, "year"), F, F},
                        {"2024-02-29", "2025-02-28", Length(1, "year"), T, F},
                        {"2026-01-01", "2026-01-31", Length(1, "month"), F, F},
                        {"2026-01-01", "2026-02-01", Length(1, "month"), T, F},
                        {"2026-01-01", "2026-12-31", Length(365, "day"), F, F},
                        {"2028-01-01", "2028-12-31", Length(365, "day"), T, F},
                        {"2026-01-01", "2026-12-30", Length(365, "day"), F, T},
                        {"2026-01-01", "2026-01-01", Length(1, "day"), F, F},
                        {"2026-01-01", "2026-01-01", Length(0, "day"), T, F},
                        {"2026-01-02", "2026-01-01", Length(0, "day"), F, F},
                        {"2026-01-01", "2999-12-31", Length(2000, "year"), F, T},
                        {"2026-01-01", "2999-12-31", Length(INT64_MAX, "day"), F, T},
                        {"2026-01-01", "2999-12-31", Length(INT64_MAX, "year"), F, T},
                        {"2026-01-01", "2026-01-02", Length(5, "working_day"), U, U},
                        {"", "2026-01-02", Length(5, "day"), U, U},
                        {"2026-01-01", "", Length(5, "day"), U, U},
                        {"2026-01-01", "2026-01-02", Value::In(State::kNone), U, U}};
  for (const Case& each : cases) {
    const Period period(each.from, each.to);
    EXPECT_EQ(Longer(Words(), period.Get(), each.length), each.longer)
        << each.from << " " << each.to << " " << each.length.number;
    EXPECT_EQ(Shorter(Words(), period.Get(), each.length), each.shorter)
        << each.from << " " << each.to << " " << each.length.number;
  }
  for (const State state : {State::kNone, State::kAbsent, State::kPending, State::kDefective}) {
    EXPECT_EQ(Longer(Words(), Value::In(state), Length(1, "day")), U);
    EXPECT_EQ(Shorter(Words(), Value::In(state), Length(1, "day")), U);
  }
}

struct Sum {
  Value left;
  Value right;
  const char* added;
  const char* subtracted;
};

std::string Shown(const std::optional<Value>& value) {
  if (!value) return "fault";
  if (value->IsKnown() && value->kind == Base::kDate)
    return base::FormatDate({static_cast<std::int32_t>(value->number)});
  return testing::Show(*value);
}

TEST(Sums, StayInsideTheCalendarAndSixtyFourBits) {
  const Value noon = Value::Of(Base::kInstant, base::ParseInstant("2026-03-01T20:00:00Z")->seconds);
  const Sum sums[] = {
      {Day("2026-03-31"), Length(1, "day"), "2026-04-01", "2026-03-30"},
      {Day("2026-03-31"), Length(1, "month"), "2026-04-30", "2026-02-28"},
      {Day("2024-02-29"), Length(1, "year"), "2025-02-28", "2023-02-28"},
      {Day("2024-02-29"), Length(4, "year"), "2028-02-29", "2020-02-29"},
      {noon, Length(1, "day"), "2026-03-03", "2026-03-01"},
      {Day("2999-12-31"), Length(1, "day"), "fault", "2999-12-30"},
      {Day("1900-01-01"), Length(1, "month"), "1900-02-01", "fault"},
      {Day("2026-01-01"), Length(INT64_MAX, "day"), "fault", "fault"},
      {Day("2026-01-01"), Length(INT64_MIN, "day"), "fault", "fault"},
      {Day("2026-01-01"), Length(INT64_MAX, "year"), "fault", "fault"},
      {Day("2026-01-01"), Length(2026, "year"), "fault", "fault"},
      {Day("2026-01-01"), Length(1, "working_day"), "fault", "fault"},
      {Value::Of(Base::kNumber, 5), Value::Of(Base::kNumber, 7), "12", "-2"},
      {Value::Of(Base::kNumber, INT64_MAX), Value::Of(Base::kNumber, 1), "fault", "9223372036854775806"},
      {Value::Of(Base::kNumber, INT64_MIN), Value::Of(Base::kNumber, 1), "-9223372036854775807", "fault"},
      {Amount(2, "times"), Amount(3, "times"), "5", "-1"},
      {Amount(2, "times"), Amount(3, "records"), "fault", "fault"},
      {Length(2, "day"), Length(3, "day"), "5", "-1"},
      {Value::In(State::kAbsent), Length(3, "day"), "uncertain", "uncertain"},
      {Day("2026-01-01"), Value::In(State::kPending), "uncertain", "uncertain"},
      {Value::In(State::kNone), Length(3, "day"), "uncertain", "uncertain"}};
  for (const Sum& sum : sums) {
    EXPECT_EQ(Shown(Add(Words(), sum.left, sum.right)), sum.added) << sum.left.number << " " << sum.right.number;
    EXPECT_EQ(Shown(Subtract(Words(), sum.left, sum.right)), sum.subtracted)
        << sum.left.number << " " << sum.right.number;
  }
}

/// Every beginning in a cycle of the calendar, counted out.
TEST(DaysInALength, AreThoseOfTheShortestAndTheLongestStretch) {
  for (std::int64_t months = 0; months <= 60; ++months) {
    std::int64_t least = INT64_MAX;
    std::int64_t most = 0;
    for (int month = 0; month < 400 * 12; ++month) {
      const base::Date first = base::AddMonths(*base::MakeDate(1900, 1, 1), month);
      const std::int64_t days = base::AddMonths(first, months).days - first.days;
      least = std::min(least, days);
      most = std::max(most, days);
    }
    const std::optional<DayRange> range = DaysIn(months, LengthUnit::kMonth);
    ASSERT_TRUE(range.has_value());
    EXPECT_EQ(range->least, least) << months;
    EXPECT_EQ(range->most, most) << months;
  }
  EXPECT_FALSE(DaysIn(1, LengthUnit::kUncountable).has_value());
  EXPECT_FALSE(DaysIn(INT64_MAX, LengthUnit::kYear).has_value());
}

TEST(Papers, AreAttachedByName) {
  const Document entry = testing::Entry();
  const Document application =
      testing::Application(entry, testing::ApplicationText(R"("materials": [{"name": "函"}, {"name": "批文"}])"));
  const Document pending =
      testing::Application(entry, testing::ApplicationText(R"("materials": [{"name": "函"}, {"pending": "核对"}])"));
  const Value papers = testing::At(application, "materials");
  const Value open = testing::At(pending, "materials");
  const Value both[] = {Value::OfText("函"), Value::OfText("批文")};
  const Value more[] = {Value::OfText("函"), Value::OfText("协议")};
  const List lists[] = {{both}, {more}, {}};
  const auto named = [&](int index) { return ListOf(Base::kText, &lists[index]); };
  EXPECT_EQ(Attached(Words(), Value::OfText("函"), papers), T);
  EXPECT_EQ(Attached(Words(), Value::OfText("协议"), papers), F);
  EXPECT_EQ(Attached(Words(), named(0), papers), T);
  EXPECT_EQ(Attached(Words(), named(1), papers), F);
  EXPECT_EQ(Attached(Words(), named(2), papers), T);
  EXPECT_EQ(Attached(Words(), Value::In(State::kNone), papers), T);
  EXPECT_EQ(Attached(Words(), Value::In(State::kAbsent), papers), U);
  EXPECT_EQ(Attached(Words(), named(0), Value::In(State::kAbsent)), U);
  EXPECT_EQ(Attached(Words(), named(0), Value::In(State::kNone)), F);
  EXPECT_EQ(Attached(Words(), named(2), Value::In(State::kAbsent)), T);
  EXPECT_EQ(Attached(Words(), Value::OfText("函"), open), T);
  EXPECT_EQ(Attached(Words(), Value::OfText("批文"), open), U);
}

}  // namespace
}  // namespace zhun::values
