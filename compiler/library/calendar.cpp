#include "compiler/library/calendar.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "compiler/library/json_node.h"

namespace zhun::library {
namespace {

using diagnostics::Code;

constexpr int kFirstYear = 1949;
constexpr int kLastYear = 2999;
constexpr int kSaturday = 6;

void Contradiction(const JsonPlace& place, std::string zh, std::string en) {
  place.Wrong(Code::kLibraryContradiction, {{"what", base::Words{std::move(zh), std::move(en)}}});
}

int DigitsOf(std::string_view text, std::size_t length, const JsonPlace& place) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && text.size() == length && value > 0) return value;
  place.Wrong(Code::kLibraryExpected,
              {{"what", base::Words{fmt::format("{}位数字", length), fmt::format("{} digits", length)}}});
  return 0;
}

/// Every date lies in `year`, and no day is both a holiday and a workday.
void CheckDates(const JsonPlace& place, int year, const std::vector<base::Date>& holidays,
                const std::vector<base::Date>& workdays) {
  for (const std::vector<base::Date>* dates : {&holidays, &workdays}) {
    for (const base::Date date : *dates) {
      if (base::YearOf(date) == year) continue;
      Contradiction(place, base::FormatDate(date) + "不在该年度", base::FormatDate(date) + " is not of that year");
    }
  }
  for (const base::Date date : workdays) {
    if (!std::ranges::binary_search(holidays, date)) continue;
    Contradiction(place, base::FormatDate(date) + "既放假又上班",
                  base::FormatDate(date) + " is both a holiday and a workday");
  }
}

bool Working(const calendar::YearCalendar& year, base::Date date) {
  if (std::ranges::binary_search(year.adjusted_workdays, date)) return true;
  return base::WeekdayOf(date) < kSaturday && !std::ranges::binary_search(year.holidays, date);
}

/// `workdays` is the number of working days of the year, counted elsewhere: a slip in a date shows here.
void CheckTotal(const JsonPlace& place, const calendar::YearCalendar& year) {
  const std::optional<JsonPlace> total = place.Required("workdays");
  const std::optional<base::Date> first = base::MakeDate(year.year, 1, 1);
  if (!total || !first) return;
  int count = 0;
  for (base::Date day = *first; base::YearOf(day) == year.year; day = base::AddDays(day, 1)) {
    if (Working(year, day)) ++count;
  }
  if (total->Number(0, 366) == count) return;
  Contradiction(*total, fmt::format("全年实有{}个工作日", count), fmt::format("the year has {} working days", count));
}

/// Holidays and adjusted workdays of the festivals, in the order of the notice, are the same as the flat lists.
void CheckFestivals(const JsonPlace& place, const calendar::YearCalendar& year) {
  const std::optional<JsonPlace> festivals = place.Optional("festivals");
  if (!festivals) return;
  std::vector<base::Date> holidays;
  std::vector<base::Date> workdays;
  for (const auto& [key, festival] : festivals->Children(JsonKind::kList)) {
    festival.Allow({"name", "from", "to", "days", "adjusted_workdays"});
    const std::optional<base::Date> from = festival.DateOr("from");
    const std::optional<JsonPlace> days = festival.Required("days");
    if (!from || !days) return;
    const std::int64_t length = days->Number(1, 31);
    if (festival.DateOr("to") != base::AddDays(*from, length - 1)) {
      Contradiction(festival, "起止日期与天数不符", "the first and last day do not make that many days");
    }
    for (std::int64_t day = 0; day < length; ++day) holidays.push_back(base::AddDays(*from, day));
    for (const base::Date date : festival.DatesOr("adjusted_workdays")) workdays.push_back(date);
  }
  std::ranges::sort(holidays);
  std::ranges::sort(workdays);
  if (holidays == year.holidays && workdays == year.adjusted_workdays) return;
  Contradiction(*festivals, "各节日与全年的放假、上班日期不符", "the festivals differ from the lists of the year");
}

calendar::YearCalendar ReadYear(const std::string& key, const JsonPlace& place) {
  place.Allow({"status", "number", "issued", "festivals", "holidays", "adjusted_workdays", "workdays"});
  calendar::YearCalendar year;
  year.year = DigitsOf(key, 4, place);
  const std::optional<JsonPlace> status = place.Required("status");
  if (!status || status->node().text == "not_announced") return year;
  if (status->node().text != "official") {
    status->Wrong(Code::kLibraryExpected,
                  {{"what", base::Words{"official或者not_announced", "official or not_announced"}}});
    return year;
  }
  year.status = calendar::Status::kOfficial;
  year.number = place.RequiredText("number");
  year.issued = place.DateOr("issued");
  if (const std::optional<JsonPlace> dates = place.Required("holidays")) year.holidays = dates->Dates();
  if (const std::optional<JsonPlace> dates = place.Required("adjusted_workdays"))
    year.adjusted_workdays = dates->Dates();
  CheckDates(place, year.year, year.holidays, year.adjusted_workdays);
  CheckTotal(place, year);
  CheckFestivals(place, year);
  return year;
}

calendar::RegionalOverride ReadOverride(const JsonPlace& place) {
  place.Allow(
      {"region", "year", "source", "holidays", "adjusted_workdays", "removed_national_adjusted_workdays", "note"});
  calendar::RegionalOverride own;
  own.region = DigitsOf(place.RequiredText("region"), 2, place);
  if (const std::optional<JsonPlace> year = place.Required("year")) {
    own.year = static_cast<int>(year->Number(kFirstYear, kLastYear));
  }
  own.holidays = place.DatesOr("holidays");
  own.adjusted_workdays = place.DatesOr("adjusted_workdays");
  own.removed_national_adjusted_workdays = place.DatesOr("removed_national_adjusted_workdays");
  own.source = place.RequiredText("source");
  own.note = place.TextOr("note");
  CheckDates(place, own.year, own.holidays, own.adjusted_workdays);
  return own;
}

void ReadYears(const JsonPlace& place, calendar::Book& book) {
  for (const auto& [key, year] : place.Children(JsonKind::kObject)) {
    book.years.push_back(ReadYear(key, year));
    const std::size_t count = book.years.size();
    if (count > 1 && book.years[count - 1].year <= book.years[count - 2].year) {
      year.Wrong(Code::kLibraryOrder, {{"what", key}});
    }
  }
}

void ReadOverrides(const JsonPlace& place, calendar::Book& book) {
  place.Allow({"legal_basis", "examples", "engine_requirement"});
  book.override_legal_basis = place.RequiredText("legal_basis");
  const std::optional<JsonPlace> list = place.Required("examples");
  if (!list) return;
  const auto key = [](const calendar::RegionalOverride& own) { return std::pair(own.region, own.year); };
  for (const auto& [none, element] : list->Children(JsonKind::kList)) {
    book.overrides.push_back(ReadOverride(element));
    const std::size_t count = book.overrides.size();
    if (count > 1 && key(book.overrides[count - 1]) <= key(book.overrides[count - 2])) {
      const calendar::RegionalOverride& own = book.overrides.back();
      element.Wrong(Code::kLibraryOrder, {{"what", fmt::format("{}/{}", own.region, own.year)}});
    }
  }
}

}  // namespace

std::optional<calendar::Book> LoadCalendar(const std::filesystem::path& directory, diagnostics::Sink& sink) {
  const std::size_t errors_before = sink.ErrorCount();
  const std::filesystem::path path = directory / "holidays.json";
  const std::optional<JsonNode> node = ReadJson(path, sink);
  if (!node) return std::nullopt;
  const std::string file = path.string();
  const JsonPlace place(file, *node, sink);
  place.Allow({"timezone", "region", "rule", "legal_basis", "years", "regional_overrides"});
  calendar::Book book;
  book.legal_basis = place.RequiredText("legal_basis");
  if (const std::optional<JsonPlace> years = place.Required("years")) ReadYears(*years, book);
  if (const std::optional<JsonPlace> overrides = place.Optional("regional_overrides")) ReadOverrides(*overrides, book);
  if (sink.ErrorCount() != errors_before) return std::nullopt;
  return book;
}

}  // namespace zhun::library
