#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>

#include "compiler/lint/catalogue/names.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

// What every department keeps about its own work; nobody collects it for the others.
constexpr auto kOwnWork = std::to_array<std::string_view>(
    {"行政许可", "行政处罚", "行政强制", "行政检查", "行政确认", "行政裁决", "行政奖励", "行政征收", "行政复议",
     "双公示",   "双随机",   "权责",     "权力",     "办事指南", "政务服务", "政府信息", "信息公开", "通知公告",
     "部门",     "预算",     "决算",     "三公",     "机构",     "内设机构", "人员",     "工作人员", "职工",
     "干部",     "投诉",     "举报",     "信访",     "政策",     "法规",     "规范性",   "执法",     "办件",
     "政府采购", "办公",     "值班",     "固定资产", "项目",     "会议",     "新闻"});

bool IsOwnWork(const std::string& topic) {
  return std::ranges::any_of(kOwnWork, [&](std::string_view word) { return topic.starts_with(word); });
}

/// Plain names of the items but those that every entry has.
std::set<std::string> NamesOf(const EntryRow& row) {
  std::set<std::string> names;
  for (const std::string& item : row.items) {
    std::string plain = PlainName(item);
    if (!IsCommonItem(plain)) names.insert(std::move(plain));
  }
  return names;
}

/// Whether two entries of one title hold the same: half the items of the smaller one, and at least two.
bool HoldTheSame(const EntryRow& one, const EntryRow& other) {
  const std::set<std::string> a = NamesOf(one);
  const std::set<std::string> b = NamesOf(other);
  const auto common =
      static_cast<std::size_t>(std::ranges::count_if(a, [&](const auto& name) { return b.contains(name); }));
  return common >= 2 && common * 2 >= std::min(a.size(), b.size());
}

/// Published entries about one topic in one region, in the order of the catalogue.
struct Group {
  std::string topic;
  std::vector<const EntryRow*> rows;
};

std::vector<Group> GroupsOf(const CatalogueSubject& subject) {
  std::vector<Group> groups;
  std::unordered_map<std::string, std::size_t> index;  // looked up, never walked through
  for (const EntryRow& row : subject.catalogue.Rows()) {
    if (row.status != "published" || !row.region || BodyOf(row).empty()) continue;
    std::string topic = TopicOf(row, subject.background.regions);
    if (topic.empty() || IsOwnWork(topic)) continue;
    const auto [at, added] = index.emplace(topic + "\n" + std::to_string(*row.region), groups.size());
    if (added) groups.push_back({std::move(topic), {}});
    groups[at->second].rows.push_back(&row);
  }
  return groups;
}

/// The first entry of each body that holds the same as the first one, which stands in front.
std::vector<const EntryRow*> CollectorsIn(const Group& group) {
  std::vector<const EntryRow*> collectors;
  for (const EntryRow* row : group.rows) {
    const bool again = std::ranges::any_of(collectors, [&](auto* other) { return BodyOf(*other) == BodyOf(*row); });
    if (again || (!collectors.empty() && !HoldTheSame(*collectors.front(), *row))) continue;
    collectors.push_back(row);
  }
  return collectors;
}

std::string NamesOf(const std::vector<const EntryRow*>& rows, const char* between) {
  std::string names;
  for (const EntryRow* row : rows) names += (names.empty() ? "" : between) + row->provider;
  return names;
}

void Report(const Group& group, const std::vector<const EntryRow*>& collectors, Findings& findings) {
  const EntryRow& second = *collectors[1];
  Finding& finding = findings.Report(
      RuleCode::kK11, second.span,
      {"“" + group.topic + "”由" + NamesOf(collectors, "、") + "分别收集，没有明确数源部门。",
       "“" + group.topic + "” is collected by " + NamesOf(collectors, ", ") + ", and no source department is named."},
      group.topic);
  finding.pointer = "/title";
  finding.subject = second.id;
  finding.title = second.title;
  finding.owner = second.provider;
  for (const EntryRow* row : collectors) {
    if (row != &second) finding.labels.push_back({row->span, {"另一收集部门的条目", "entry of another collector"}});
  }
  finding.help = {"请政务数据共享主管部门明确一个数源部门；已经明确的，在设置的 source_departments 里写明。",
                  "Have the competent authority name one source department; where it has, write it under "
                  "source_departments in the settings."};
}

bool HasSourceDepartment(const Settings& settings, const std::string& topic) {
  return std::ranges::any_of(settings.source_departments,
                             [&](const auto& each) { return TopicOf(each.first) == topic; });
}

void Look(const CatalogueSubject& subject, Findings& findings) {
  for (const Group& group : GroupsOf(subject)) {
    if (group.rows.size() < 2 || HasSourceDepartment(subject.background.settings, group.topic)) continue;
    const std::vector<const EntryRow*> collectors = CollectorsIn(group);
    if (collectors.size() > 1) Report(group, collectors, findings);
  }
}

}  // namespace

extern const Rule kK11{.catalogue = Look};

}  // namespace zhun::lint
