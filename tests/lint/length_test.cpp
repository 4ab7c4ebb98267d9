#include "compiler/lint/subject/length.h"

#include <gtest/gtest.h>

#include "tests/lint/linted.h"

/// Lengths of time in prose, and which of two can end later.
namespace zhun::lint {
namespace {

Length Of(std::int64_t amount, std::string_view unit) {
  return {amount, vocabulary::FindUnit(testing::ShippedLibrary().vocabulary, unit)};
}

std::string Shown(std::string_view text) {
  std::string shown;
  for (const StatedLength& each : LengthsIn(testing::ShippedLibrary().vocabulary, text)) {
    shown += (shown.empty() ? "" : " ") + WordsOf(testing::ShippedLibrary().vocabulary, each.length).zh;
    shown += each.within ? "内" : "";
  }
  return shown;
}

TEST(StatedLength, IsFoundInDigitsAndNumeralsButNotInDatesAndOrdinals) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"在10个工作日内删除", "10个工作日内"},
      {"十个工作日以内答复，最迟二十日", "10个工作日内 20日"},
      {"日志留存6个月", "6个月"},
      {"保存三年，每季度核对", "3年"},
      {"自2026年8月1日起施行", ""},
      {"第三年起不再保存", ""},
      {"单次查询1条", ""},
      {"5天之内", "5日内"},
      {"99999999999日内", ""},
  };
  for (const auto& [text, lengths] : cases) EXPECT_EQ(Shown(text), lengths) << text;
}

TEST(Length, OutlastsAnotherWhereSomeDayMakesItEndLater) {
  const pipeline::Library& library = testing::ShippedLibrary();
  const Settings settings;
  const Background background{library.vocabulary, library.law,          library.regions,        library.calendar,
                              settings,           testing::ReviewDay(), library.no_prohibitions};
  const auto outlasts = [&](const Length& one, const Length& other) {
    return OutlastsSomewhere(background, one, other).has_value();
  };
  EXPECT_TRUE(outlasts(Of(11, "working_day"), Of(10, "working_day")));
  EXPECT_FALSE(outlasts(Of(10, "working_day"), Of(10, "working_day")));
  EXPECT_FALSE(outlasts(Of(10, "day"), Of(10, "working_day")));
  EXPECT_TRUE(outlasts(Of(14, "day"), Of(10, "working_day"))) << "received on the day before a working week";
  EXPECT_TRUE(outlasts(Of(1, "working_day"), Of(5, "day"))) << "the holidays in spring or autumn";
  EXPECT_FALSE(outlasts(Of(36, "month"), Of(3, "year")));
  EXPECT_FALSE(outlasts(Of(3, "year"), Of(36, "month")));
  EXPECT_TRUE(outlasts(Of(3, "year"), Of(1095, "day"))) << "a leap year";
  EXPECT_FALSE(outlasts(Of(3, "year"), Of(1096, "day")));
}

}  // namespace
}  // namespace zhun::lint
