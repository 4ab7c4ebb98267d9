#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "compiler/lint/catalogue/names.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kFewest = 3;      // items that say what an entry is about; fewer prove nothing
constexpr std::size_t kMostTopics = 5;  // an item that entries on more topics than this share says nothing about them

/// Regions that contain this one, itself first: the levels of a code are pairs of digits.
std::vector<std::int64_t> RegionsAround(std::int64_t region) {
  std::vector<std::int64_t> around{region};
  for (const std::int64_t outer : {region / 100 * 100, region / 10000 * 10000, values::kWholeCountry}) {
    if (outer != around.back()) around.push_back(outer);
  }
  return around;
}

std::string KeyOf(const std::string& name, std::int64_t region) { return name + "\n" + std::to_string(region); }

bool IsShared(const EntryRow& row) {
  return row.status == "published" && (row.sharing == "unconditional" || row.sharing == "conditional");
}

/// Not yet announced: its collection can still be left out.
bool IsPlanned(const EntryRow& row) {
  constexpr auto kPlanned =
      std::to_array<std::string_view>({"draft", "assessed", "department_approved", "under_review"});
  return std::ranges::find(kPlanned, row.status) != kPlanned.end();
}

class Comparing {
 public:
  explicit Comparing(const CatalogueSubject& subject) : subject_(subject), rows_(subject.catalogue.Rows()) {
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      if (!IsShared(rows_[i])) continue;
      if (rows_[i].region) Add(i);
    }
  }

  void Look(const EntryRow& planned, Findings& findings) const {
    std::vector<std::string> names = TellingNames(planned);
    std::erase_if(names, [&](const std::string& name) { return IsEverywhere(name); });
    if (names.size() < kFewest || !planned.region || HasSourceDepartment(planned)) return;
    std::map<std::size_t, std::size_t> common;  // row -> items in common
    for (const std::string& name : names) {
      for (const std::int64_t region : RegionsAround(*planned.region)) {
        Count(planned, KeyOf(name, region), common);
      }
    }
    // Four of five items: what is left does not make it another collection.
    const auto covers = [&](std::size_t count) { return count >= kFewest && count * 5 >= names.size() * 4; };
    const std::pair<const std::size_t, std::size_t>* most = nullptr;
    for (const auto& each : common) {
      if (!covers(each.second)) continue;
      // The department, here or at another level, has published the same: it is the one that collects.
      if (IsItsOwn(rows_[each.first], planned)) return;
      if (most == nullptr || each.second > most->second) most = &each;
    }
    if (most != nullptr) Report(planned, rows_[most->first], most->second, names.size(), findings);
  }

 private:
  void Add(std::size_t index) {
    const EntryRow& row = rows_[index];
    const std::string topic = TopicOf(row, subject_.background.regions);
    for (const std::string& name : TellingNames(row)) {
      rows_with_[KeyOf(name, *row.region)].push_back(index);
      std::unordered_set<std::string>& topics = topics_of_[name];
      if (topics.size() <= kMostTopics) topics.insert(topic);
    }
  }

  bool IsEverywhere(const std::string& name) const {
    const auto found = topics_of_.find(name);
    return found != topics_of_.end() && found->second.size() > kMostTopics;
  }

  void Count(const EntryRow& planned, const std::string& key, std::map<std::size_t, std::size_t>& common) const {
    const auto found = rows_with_.find(key);
    if (found == rows_with_.end()) return;
    for (const std::size_t row : found->second) {
      if (rows_[row].id != planned.id) ++common[row];
    }
  }

  /// Plain names of the items that say what the entry is about, each once.
  static std::vector<std::string> TellingNames(const EntryRow& row) {
    std::vector<std::string> names;
    for (const std::string& item : row.items) {
      std::string plain = PlainName(item);
      if (!plain.empty() && !IsCommonItem(plain)) names.push_back(std::move(plain));
    }
    std::ranges::sort(names);
    const auto rest = std::ranges::unique(names);
    names.erase(rest.begin(), rest.end());
    return names;
  }

  bool HasSourceDepartment(const EntryRow& row) const {
    const auto& sources = subject_.background.settings.source_departments;
    return std::ranges::any_of(sources, [&](const auto& each) {
      return each.second == row.provider && TopicOf(each.first) == TopicOf(row, subject_.background.regions);
    });
  }

  /// Of the same body, or of the same department at another level.
  static bool IsItsOwn(const EntryRow& shared, const EntryRow& planned) {
    return BodyOf(shared) == BodyOf(planned) || InOneLine(shared, planned);
  }

  static void Report(const EntryRow& planned, const EntryRow& shared, std::size_t common, std::size_t all,
                     Findings& findings) {
    const std::string which = "“" + shared.title + "”（" + shared.id + "，" + shared.provider + "）";
    const std::string which_en = "“" + shared.title + "” (" + shared.id + ", " + shared.provider + ")";
    Finding& finding = findings.Report(RuleCode::kK10, planned.span,
                                       {"本条目反映内容的" + std::to_string(all) + "个数据项中，有" +
                                            std::to_string(common) + "个已由" + which + "共享。",
                                        "Of the " + std::to_string(all) + " items that make up this entry, " +
                                            std::to_string(common) + " are shared already by " + which_en + "."},
                                       shared.id);
    finding.pointer = "/items";
    finding.subject = planned.id;
    finding.title = planned.title;
    finding.owner = planned.provider;
    finding.labels.push_back({shared.span, {"已发布的条目", "the published entry"}});
    finding.help = {"向" + shared.provider + "申请共享，不再收集；确有不能满足履职需要的，报审时逐项写明。",
                    "Apply to " + shared.provider +
                        " instead of collecting; where that does not meet the need, say so "
                        "item by item when the entry is submitted."};
  }

  const CatalogueSubject& subject_;
  std::span<const EntryRow> rows_;
  // Looked up, never walked through.
  std::unordered_map<std::string, std::vector<std::size_t>> rows_with_;  // item and region -> rows
  std::unordered_map<std::string, std::unordered_set<std::string>>
      topics_of_;  // item -> what entries with it are about
};

void Look(const CatalogueSubject& subject, Findings& findings) {
  const auto rows = subject.catalogue.Rows();
  if (std::ranges::none_of(rows, IsPlanned)) return;
  const Comparing comparing(subject);
  for (const EntryRow& row : rows) {
    if (IsPlanned(row)) comparing.Look(row, findings);
  }
}

}  // namespace

extern const Rule kK10{.catalogue = Look};

}  // namespace zhun::lint
