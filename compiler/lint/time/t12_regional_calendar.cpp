#include <algorithm>
#include <set>

#include "compiler/lint/subject/catalogue.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

/// As the first provision says: regions where minorities live fix holidays of their own.
constexpr std::string_view kAutonomous = "自治区";

int ProvinceOf(std::int64_t region) { return static_cast<int>(region / 10000); }

bool HasTable(const calendar::Book& book, int province, int year) {
  return std::ranges::any_of(book.overrides, [&](const calendar::RegionalOverride& each) {
    return each.region == province && each.year == year;
  });
}

/// Whether the region has had holidays of its own, or may have them.
bool IsExpected(const Background& background, int province) {
  const bool before = std::ranges::any_of(
      background.calendar.overrides, [&](const calendar::RegionalOverride& each) { return each.region == province; });
  const values::Region* region = values::FindRegion(background.regions, std::int64_t{province} * 10000);
  return before || (region != nullptr && region->name.ends_with(kAutonomous));
}

void Report(const CatalogueSubject& subject, Findings& findings, const EntryRow& row, int province, int year) {
  const values::Region* region = values::FindRegion(subject.background.regions, std::int64_t{province} * 10000);
  const std::string name = region == nullptr ? std::to_string(province) : region->name;
  const std::string in = std::to_string(year);
  Finding& finding = findings.Report(RuleCode::kT12, row.span,
                                     {"没有" + name + in + "年自行规定的放假日期，该地区提供单位的期限按全国日历计算。",
                                      "There are no holidays of " + name + "'s own for " + in +
                                          " here; limits of its providers follow the national calendar."},
                                     name + in);
  finding.pointer = "/provider/region";
  finding.subject = row.id;
  finding.title = row.title;
  finding.owner = row.provider;
  finding.help = {
      "当地已经公布" + in + "年的放假安排的，写入 stdlib/calendar/holidays.json",
      "where the region has announced its days for " + in + ", enter them in stdlib/calendar/holidays.json"};
}

/// Once a region, at the first entry of a provider there.
void Look(const CatalogueSubject& subject, Findings& findings) {
  const int year = base::YearOf(subject.background.as_of);
  std::set<int> seen;
  for (const EntryRow& row : subject.catalogue.Rows()) {
    const int province = row.region ? ProvinceOf(*row.region) : 0;
    if (!row.region || !seen.insert(province).second || !IsExpected(subject.background, province)) continue;
    if (!HasTable(subject.background.calendar, province, year)) Report(subject, findings, row, province, year);
  }
}

}  // namespace

extern const Rule kT12{.catalogue = Look};

}  // namespace zhun::lint
