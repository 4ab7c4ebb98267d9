#include "runtime/timeline/clock.h"

#include <gtest/gtest.h>

namespace zhun::timeline {
namespace {

base::Date Day(std::string_view text) { return base::ParseDate(text).value(); }

/// A calendar of one ordinary year and a region with a holiday of its own, and readings as asked for.
struct World {
  program::Bundle bundle;

  World() {
    calendar::YearCalendar year;
    year.year = 2026;
    year.status = calendar::Status::kOfficial;
    year.holidays = {Day("2026-10-01"), Day("2026-10-02")};
    year.adjusted_workdays = {Day("2026-10-10")};
    bundle.calendar.years = {year};
    calendar::RegionalOverride region;
    region.region = 45;
    region.year = 2026;
    region.holidays = {Day("2026-10-08")};
    bundle.calendar.overrides = {region};
    const auto reading = [&](const char* key, std::initializer_list<const char*> codes) {
      vocabulary::Reading row{key, {key, key}, {}};
      for (const char* code : codes) row.values.push_back({{code, code}, code, {}});
      bundle.program.readings.push_back({static_cast<std::uint16_t>(bundle.vocabulary.readings.size()), 0});
      bundle.vocabulary.readings.push_back(row);
    };
    reading("supplement_clock", {"restart", "paused", "unaffected"});
    reading("extension_start", {"expiry", "consent"});
    reading("first_day", {"excluded", "included"});
  }

  Clock Ten(const Readings& readings, std::int64_t region = 0, std::string_view from = "2026-09-24") {
    taken = std::make_unique<ReadingsTaken>(bundle, readings);
    return Clock(bundle.calendar, *taken, region, Day(from), {10, "working_day"});
  }
  std::unique_ptr<ReadingsTaken> taken;
};

/// 25, 28, 29, 30 September, 5, 6, 7, 8, 9 and the Saturday 10 October.
TEST(AClock, CountsWorkingDaysAfterTheFirst) {
  World world;
  EXPECT_EQ(world.Ten({}).Ends().due, Day("2026-10-10"));
  EXPECT_EQ(world.Ten({{2, 1}}).Ends().due, Day("2026-10-09"));  // the first day counts
}

TEST(AClock, FollowsTheCalendarOfTheRegion) {
  World world;
  const Clock clock = world.Ten({}, 450100);
  EXPECT_EQ(clock.Ends().due, Day("2026-10-12"));
  EXPECT_EQ(clock.Ends().calendar, "450000");
}

TEST(AClock, StandsWhileASupplementIsAwaitedAndStartsAgain) {
  World world;
  Clock clock = world.Ten({});
  clock.Stop(Day("2026-10-05"));
  EXPECT_EQ(clock.StoppedOn(), Day("2026-10-05"));
  clock.Resume(Day("2026-10-12"));
  EXPECT_EQ(clock.Ends().due, Day("2026-10-26"));
  EXPECT_EQ(clock.From(), Day("2026-10-12"));
}

/// Five of the ten were used up on 5 October.
TEST(AClock, GoesOnWhereItStoodUnderAnotherReading) {
  World world;
  Clock clock = world.Ten({{0, 1}});
  clock.Stop(Day("2026-10-05"));
  clock.Resume(Day("2026-10-12"));
  EXPECT_EQ(clock.Ends().due, Day("2026-10-19"));
  Clock unaffected = world.Ten({{0, 2}});
  unaffected.Stop(Day("2026-10-05"));
  unaffected.Resume(Day("2026-10-12"));
  EXPECT_EQ(unaffected.Ends().due, Day("2026-10-10"));
}

TEST(AClock, IsNotStoppedByANoticeThatComesTooLate) {
  World world;
  Clock clock = world.Ten({});
  clock.Stop(Day("2026-10-12"));
  EXPECT_FALSE(clock.StoppedOn());
}

TEST(AClock, IsExtendedOnceFromItsEnd) {
  World world;
  Clock clock = world.Ten({});
  clock.Extend({10, "working_day"}, Day("2026-10-05"));
  EXPECT_EQ(clock.Ends().due, Day("2026-10-23"));
  EXPECT_EQ(clock.ExtendedFrom(), Day("2026-10-10"));
  clock.Extend({10, "working_day"}, Day("2026-10-05"));
  EXPECT_EQ(clock.Ends().due, Day("2026-10-23"));
  Clock from_consent = world.Ten({{1, 1}});
  from_consent.Extend({10, "working_day"}, Day("2026-10-05"));
  EXPECT_EQ(from_consent.Ends().due, Day("2026-10-16"));
  Clock never_sooner = world.Ten({{1, 1}});
  never_sooner.Extend({1, "working_day"}, Day("2026-10-05"));
  EXPECT_EQ(never_sooner.Ends().due, Day("2026-10-10"));
}

TEST(AClock, HasOnlyABoundBeyondTheAnnouncedCalendar) {
  World world;
  Clock clock = world.Ten({}, 0, "2026-12-28");
  EXPECT_FALSE(clock.Ends().due);
  EXPECT_EQ(clock.Ends().not_before, Day("2027-01-07"));
  EXPECT_TRUE(clock.Ends().Holds(Day("2027-01-07")));
  EXPECT_FALSE(clock.Ends().Holds(Day("2027-01-08")));
  clock.Extend({10, "working_day"}, Day("2026-12-30"));
  EXPECT_EQ(clock.Ends().not_before, Day("2027-01-17"));
}

TEST(AClock, CountsDaysMonthsAndYearsByTheCivilCalendar) {
  World world;
  const ReadingsTaken readings(world.bundle, {});
  const auto end = [&](std::int64_t amount, const char* unit) {
    return Clock(world.bundle.calendar, readings, 0, Day("2026-01-31"), {amount, unit}).Ends().due;
  };
  EXPECT_EQ(end(3, "day"), Day("2026-02-03"));
  EXPECT_EQ(end(1, "month"), Day("2026-02-28"));
  EXPECT_EQ(end(3, "year"), Day("2029-01-31"));
}

}  // namespace
}  // namespace zhun::timeline
