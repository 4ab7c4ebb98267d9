#include "runtime/calendar/calendar.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "compiler/library/calendar.h"

namespace zhun::calendar {
namespace {

const Book& Shipped() {
  static const Book book = [] {
    diagnostics::Sink sink;
    std::optional<Book> loaded =
        library::LoadCalendar(std::filesystem::path(ZHUN_SOURCE_DIR) / "stdlib/calendar", sink);
    for (const auto& each : sink.All()) ADD_FAILURE() << each.pointer << " " << diagnostics::MessageOf(each).en;
    return loaded.value_or(Book{});
  }();
  return book;
}

base::Date Day(std::string_view text) { return base::ParseDate(text).value(); }

/// The shipped book with national tables for the years of the regional examples: only what these tests look at.
Book WithPastYears() {
  Book book = Shipped();
  YearCalendar past;
  past.year = 2017;
  past.status = Status::kOfficial;
  past.holidays = {Day("2017-04-02"), Day("2017-04-03"), Day("2017-04-04")};
  past.adjusted_workdays = {Day("2017-04-01")};
  YearCalendar later;
  later.year = 2023;
  later.status = Status::kOfficial;
  later.holidays = {Day("2023-06-22"), Day("2023-06-23"), Day("2023-06-24")};
  later.adjusted_workdays = {Day("2023-04-23"), Day("2023-06-25")};
  book.years.insert(book.years.begin(), {past, later});
  return book;
}

std::string Told(const Deadline& deadline) {
  if (deadline.due) return base::FormatDate(*deadline.due);
  return "not before " + base::FormatDate(deadline.not_before.value());
}

struct Row {
  std::string from;
  int days;
  std::string told;
};

TEST(Deadlines, FallOnTheLastWorkingDay) {
  const std::vector<Row> rows = {
      {"2026-09-24", 10, "2026-10-15"},
      {"2026-09-30", 1, "2026-10-08"},
      {"2026-10-08", 20, "2026-11-04"},
      {"2026-10-14", 20, "2026-11-11"},
      {"2026-02-10", 10, "2026-03-02"},
      {"2026-04-27", 10, "2026-05-13"},
      {"2025-12-31", 1, "2026-01-04"},
      {"2026-01-04", 20, "2026-01-30"},
      {"2026-12-28", 3, "2026-12-31"},
      {"2026-12-28", 4, "not before 2027-01-01"},
      {"2026-12-28", 10, "not before 2027-01-07"},
      {"2027-03-01", 1, "not before 2027-03-02"},
      {"2023-12-31", 1, "2024-01-02"},
      {"2023-12-29", 1, "not before 2023-12-30"},
      {"2026-03-02", 0, "2026-03-02"},
      {"2026-03-07", -3, "2026-03-07"},
  };
  for (const Row& row : rows) {
    const Deadline deadline = AddWorkingDays(Shipped(), 0, Day(row.from), row.days);
    EXPECT_EQ(Told(deadline), row.told) << row.from << " + " << row.days;
    EXPECT_EQ(deadline.provisional, !deadline.due.has_value());
    EXPECT_NE(deadline.due.has_value(), deadline.not_before.has_value());
    EXPECT_EQ(deadline.calendar, "CN");
    EXPECT_EQ(deadline.from, Day(row.from));
    EXPECT_EQ(deadline.working_days, row.days);
  }
}

TEST(Deadlines, AreAlwaysWorkingDaysAndLeaveNoneOut) {
  for (base::Date from = Day("2024-01-01"); from < Day("2026-11-01"); from = base::AddDays(from, 1)) {
    for (const int days : {1, 2, 10, 20}) {
      const Deadline deadline = AddWorkingDays(Shipped(), 440000, from, days);
      ASSERT_TRUE(deadline.due.has_value()) << base::FormatDate(from);
      ASSERT_EQ(IsWorkingDay(Shipped(), 0, *deadline.due), WorkingDay::kYes);
      ASSERT_EQ(CountWorkingDays(Shipped(), 0, base::AddDays(from, 1), *deadline.due), days);
    }
  }
}

TEST(WorkingDays, AreThoseOfTheNotices) {
  const std::vector<std::pair<std::string, WorkingDay>> rows = {
      {"2026-10-01", WorkingDay::kNo},          {"2026-10-07", WorkingDay::kNo},
      {"2026-10-08", WorkingDay::kYes},         {"2026-10-10", WorkingDay::kYes},
      {"2026-10-11", WorkingDay::kNo},          {"2026-02-14", WorkingDay::kYes},
      {"2026-02-28", WorkingDay::kYes},         {"2026-01-04", WorkingDay::kYes},
      {"2025-09-28", WorkingDay::kYes},         {"2024-02-04", WorkingDay::kYes},
      {"2027-01-04", WorkingDay::kUnannounced}, {"2023-06-01", WorkingDay::kUnannounced},
      {"1949-10-01", WorkingDay::kUnannounced},
  };
  for (const auto& [day, wanted] : rows) EXPECT_EQ(IsWorkingDay(Shipped(), 0, Day(day)), wanted) << day;
  EXPECT_EQ(CountWorkingDays(Shipped(), 0, Day("2024-01-01"), Day("2024-12-31")), 251);
  EXPECT_EQ(CountWorkingDays(Shipped(), 0, Day("2025-01-01"), Day("2025-12-31")), 248);
  EXPECT_EQ(CountWorkingDays(Shipped(), 0, Day("2026-01-01"), Day("2026-12-31")), 248);
  EXPECT_EQ(CountWorkingDays(Shipped(), 0, Day("2026-12-31"), Day("2027-01-01")), std::nullopt);
}

TEST(Regions, GoBeforeTheNationalTable) {
  struct RegionRow {
    std::int64_t region;
    std::string day;
    WorkingDay wanted;
  };
  const std::vector<RegionRow> rows = {
      {0, "2017-04-01", WorkingDay::kYes},      {450000, "2017-04-01", WorkingDay::kNo},
      {450103, "2017-04-01", WorkingDay::kNo},  {440000, "2017-04-01", WorkingDay::kYes},
      {0, "2017-03-30", WorkingDay::kYes},      {450000, "2017-03-30", WorkingDay::kNo},
      {0, "2017-04-08", WorkingDay::kNo},       {450000, "2017-04-08", WorkingDay::kYes},
      {450000, "2017-04-03", WorkingDay::kNo},  {450000, "2017-04-05", WorkingDay::kYes},
      {0, "2023-04-23", WorkingDay::kYes},      {450000, "2023-04-23", WorkingDay::kNo},
      {640000, "2023-04-23", WorkingDay::kYes}, {640000, "2023-06-29", WorkingDay::kNo},
      {100000, "2023-06-29", WorkingDay::kYes}, {450000, "2026-04-20", WorkingDay::kYes},
  };
  const Book book = WithPastYears();
  for (const RegionRow& row : rows) {
    EXPECT_EQ(IsWorkingDay(book, row.region, Day(row.day)), row.wanted) << row.region << " " << row.day;
  }
}

TEST(Regions, AdjustmentRemovedWithoutAHolidayLeavesAnOrdinaryWeekend) {
  Book book = WithPastYears();
  for (RegionalOverride& own : book.overrides) {
    if (own.region == 45 && own.year == 2017) own.holidays.clear();
  }
  EXPECT_EQ(IsWorkingDay(book, 450000, Day("2017-04-01")), WorkingDay::kNo);
  EXPECT_EQ(IsWorkingDay(book, 450000, Day("2017-03-30")), WorkingDay::kYes);
}

TEST(Regions, SayWhatTheyKnowOfAYearThatIsNotAnnounced) {
  EXPECT_EQ(IsWorkingDay(Shipped(), 450000, Day("2017-03-30")), WorkingDay::kNo);
  EXPECT_EQ(IsWorkingDay(Shipped(), 450000, Day("2017-04-08")), WorkingDay::kYes);
  EXPECT_EQ(IsWorkingDay(Shipped(), 450000, Day("2017-04-10")), WorkingDay::kUnannounced);
}

TEST(Regions, AreNamedByTheDeadlineWhoseTableTheyLent) {
  const Book book = WithPastYears();
  const Deadline own = AddWorkingDays(book, 450103, Day("2017-03-29"), 2);
  EXPECT_EQ(Told(own), "2017-04-06");
  EXPECT_EQ(own.calendar, "450000");
  const Deadline national = AddWorkingDays(book, 440000, Day("2017-03-29"), 2);
  EXPECT_EQ(Told(national), "2017-03-31");
  EXPECT_EQ(national.calendar, "CN");
  EXPECT_EQ(AddWorkingDays(book, 450000, Day("2026-03-02"), 2).calendar, "CN");
}

TEST(Lengths, AreCountedByTheCalendarAndNotMoved) {
  EXPECT_EQ(AddLength(Day("2026-09-30"), 1, LengthUnit::kDay), Day("2026-10-01"));
  EXPECT_EQ(AddLength(Day("2026-01-31"), 1, LengthUnit::kMonth), Day("2026-02-28"));
  EXPECT_EQ(AddLength(Day("2023-08-31"), 6, LengthUnit::kMonth), Day("2024-02-29"));
  EXPECT_EQ(AddLength(Day("2024-02-29"), 3, LengthUnit::kYear), Day("2027-02-28"));
  EXPECT_EQ(AddLength(Day("2026-11-01"), 1, LengthUnit::kYear), Day("2027-11-01"));
  EXPECT_EQ(AddLength(Day("2026-11-01"), -1, LengthUnit::kDay), Day("2026-10-31"));
}

}  // namespace
}  // namespace zhun::calendar
