#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include <fmt/format.h>

#include "compiler/lint/subject/catalogue.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

using values::Region;
using values::RegionTable;

constexpr std::int64_t kProvince = 10000;  ///< what follows the digits of the province
constexpr std::int64_t kCity = 100;        ///< what follows the digits of the city

/// Level that a region's digits say: 440000 is a province, 440100 a city, 440106 a county.
std::string_view LevelOf(std::int64_t region) {
  if (region == values::kWholeCountry) return "national";
  if (region % kProvince == 0) return "province";
  return region % kCity == 0 ? "city" : "county";
}

base::Words NameOfLevel(std::string_view level) {
  static const std::map<std::string_view, base::Words> names = {{"national", {"国家级", "national"}},
                                                                {"province", {"省级", "of a province"}},
                                                                {"city", {"市级", "of a city"}},
                                                                {"county", {"县级", "of a county"}}};
  const auto found = names.find(level);
  return found == names.end() ? base::Words{} : found->second;
}

// 市辖区, 县 and 省直辖县级行政区划 stand in the table as headings and are no places.
bool IsHeading(const Region& region) {
  return region.name == "市辖区" || region.name == "县" || region.name == "省直辖县级行政区划" ||
         region.name == "自治区直辖县级行政区划";
}

/// Zones and the Corps have codes of their own beside GB/T 2260, and levels that differ from those of their regions.
bool HasCodeOfItsOwn(std::string_view name) {
  constexpr std::array<std::string_view, 7> kKinds = {"开发区",     "高新区", "新区", "园区",
                                                      "管理委员会", "管委会", "兵团"};
  return std::ranges::any_of(kKinds, [&](auto kind) { return name.find(kind) != std::string_view::npos; });
}

void Warn(EntryFindings& findings, std::string pointer, base::Words message, base::Words help) {
  findings.Report(RuleCode::kK08, std::move(pointer), std::move(message)).help = std::move(help);
}

const base::Words kCodeHelp = {"按照现行 GB/T 2260 改正；区划已调整的，用调整后的代码。",
                               "Correct it by GB/T 2260 as it stands; where divisions were changed, use the new code."};

/// Whether the code is that of a place; reported otherwise.
bool IsPlace(const RegionTable& table, std::int64_t code, std::string_view pointer, EntryFindings& findings) {
  const Region* region = values::FindRegion(table, code);
  if (region != nullptr && !IsHeading(*region)) return true;
  const base::Words what =
      region == nullptr
          ? base::Words{fmt::format("行政区划代码“{}”不在代码表里，可能写错了，或者已经撤销。", code),
                        fmt::format("Region {} is not in the table of codes: a slip, or abolished.", code)}
          : base::Words{fmt::format("行政区划代码“{}”是汇总用的“{}”，不是一个行政区。", code, region->name),
                        fmt::format("Region {} is the heading {}, no administrative region.", code, region->name)};
  Warn(findings, std::string(pointer), what, kCodeHelp);
  return false;
}

bool LevelFits(const Organisation& body) {
  const std::string_view said = LevelOf(*body.region);
  if (body.level.empty() || body.level == said) return true;
  // A town has the code of its county, or of its city where that has no counties. What is a district of Beijing or of
  // another municipality is counted as city or as county.
  if (body.level == "township") return said == "county" || said == "city";
  const std::int64_t province = *body.region / kProvince;
  const bool municipality = province == 11 || province == 12 || province == 31 || province == 50;
  return municipality && body.level == "city" && said == "county";
}

/// The name without that of the national body which a vertical one begins with: 国家税务总局广东省税务局.
std::string_view FromPlaceOn(std::string_view name) {
  constexpr std::array<std::string_view, 2> kHeads = {"国家税务总局", "中国人民银行"};
  for (const std::string_view head : kHeads) {
    if (name.starts_with(head)) return name.substr(head.size());
  }
  return name;
}

/// The regions that lie in `code`, itself included; all of them where that is the whole country.
std::span<const Region> Within(const RegionTable& table, std::int64_t code) {
  if (code == values::kWholeCountry) return table.regions;
  const std::int64_t width = code % kProvince == 0 ? kProvince : code % kCity == 0 ? kCity : 1;
  const auto first = std::ranges::lower_bound(table.regions, code, {}, &Region::code);
  const auto last = std::ranges::lower_bound(table.regions, code + width, {}, &Region::code);
  return {first, last};
}

/// The place in `code` that the name begins with: the one that holds `home` where there is one, else the longest.
const Region* PlaceIn(const RegionTable& table, std::int64_t code, std::string_view name, std::int64_t home) {
  const Region* place = nullptr;
  for (const Region& region : Within(table, code)) {
    if (!name.starts_with(region.name) || IsHeading(region)) continue;
    if (values::RegionWithin(home, region.code)) return &region;
    if (place == nullptr || region.name.size() > place->name.size()) place = &region;
  }
  return place;
}

/// A place named at the beginning of the name that does not hold `home`: in 深圳市南山区民政局, where `home` is 福田区,
/// 南山区. nullptr: there is none.
const Region* OtherRegionIn(const RegionTable& table, std::int64_t home, std::string_view name) {
  const Region* place = nullptr;
  for (std::int64_t in = values::kWholeCountry; (place = PlaceIn(table, in, name, home)) != nullptr; in = place->code) {
    if (!values::RegionWithin(home, place->code)) return place;
    name.remove_prefix(place->name.size());
  }
  return nullptr;
}

void LookAtProvider(const Background& background, const Organisation& body, EntryFindings& findings) {
  if (!body.region || HasCodeOfItsOwn(body.name)) return;
  const RegionTable& table = background.regions;
  if (!IsPlace(table, *body.region, "/provider/region", findings)) return;
  const std::string place = *body.region == values::kWholeCountry ? values::FindRegion(table, *body.region)->name
                                                                  : values::FullRegionName(table, *body.region);
  if (!LevelFits(body)) {
    const base::Words is = NameOfLevel(LevelOf(*body.region));
    const base::Words said = NameOfLevel(body.level);
    if (said.zh.empty()) return;
    Warn(findings, "/provider/region",
         {fmt::format("提供单位是{}，而行政区划代码“{}”（{}）是{}。", said.zh, *body.region, place, is.zh),
          fmt::format("The provider is {}, and region {} ({}) is {}.", said.en, *body.region, place, is.en)},
         {"改正层级或者行政区划代码，两者要一致。", "Correct level or region: they must agree."});
    return;
  }
  const Region* other = OtherRegionIn(table, *body.region, FromPlaceOn(body.name));
  if (other == nullptr) return;
  Warn(findings, "/provider/region",
       {fmt::format("提供单位“{}”在{}，而行政区划代码“{}”是{}。", body.name, other->name, *body.region, place),
        fmt::format("The provider {} is in {}, and region {} is {}.", body.name, other->name, *body.region, place)},
       {"改正名称或者行政区划代码。", "Correct name or region."});
}

void LookAtRecipients(const Entry& entry, EntryFindings& findings) {
  const values::Json* conditions = values::Member(entry.json, "conditions");
  const values::Json* recipients = conditions == nullptr ? nullptr : values::Member(*conditions, "recipients");
  const values::Json* regions = recipients == nullptr ? nullptr : values::Member(*recipients, "regions");
  const std::vector<std::string_view> codes = ReadTexts(regions);
  for (std::size_t i = 0; i < codes.size(); ++i) {
    const auto code = values::ParseRegion(codes[i]);
    if (code) IsPlace(entry.background.regions, *code, fmt::format("/conditions/recipients/regions/{}", i), findings);
  }
}

void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  LookAtProvider(entry.background, entry.provider, findings);
  LookAtRecipients(entry, findings);
}

/// Without its region a name like 市民政局 or 民政局 is that of many bodies.
bool IsOneOfMany(const EntryRow& row) {
  constexpr std::array<std::string_view, 8> kBare = {"省", "市", "区", "县", "州", "旗", "本市", "本省"};
  if (row.level == "national" || row.system.empty()) return false;
  std::string_view name = row.provider;
  const auto own = std::ranges::find_if(kBare, [&](auto bare) { return name.starts_with(bare); });
  if (own != kBare.end()) name.remove_prefix(own->size());
  return name.starts_with(row.system);
}

void LookAtCatalogue(const CatalogueSubject& subject, Findings& findings) {
  const auto& listed = subject.background.settings.authorities;
  std::set<std::string_view> known(listed.begin(), listed.end());
  for (const EntryRow& row : subject.catalogue.Rows()) {
    if (!row.provider_code.empty()) known.insert(row.provider);
  }
  for (const EntryRow& row : subject.catalogue.Rows()) {
    if (row.provider.empty() || !row.provider_code.empty() || known.contains(row.provider)) continue;
    if (listed.empty() && !IsOneOfMany(row)) continue;
    Finding& finding = findings.Report(
        RuleCode::kK08, row.span,
        {fmt::format("提供单位“{}”没有统一社会信用代码，按名称也不能确定是哪个机关。", row.provider),
         fmt::format("The provider {} has no credit code, and its name does not tell which body it is.", row.provider)},
        row.provider);
    finding.pointer = "/provider/name";
    finding.subject = row.id;
    finding.title = row.title;
    finding.owner = row.provider;
    finding.help = {"写机关的全称和统一社会信用代码。", "Give the full name and the unified social credit code."};
  }
}

}  // namespace

extern const Rule kK08{
    .entry = LookAtEntry, .catalogue = LookAtCatalogue, .adopts = {diagnostics::Code::kDocumentRegion}};

}  // namespace zhun::lint
