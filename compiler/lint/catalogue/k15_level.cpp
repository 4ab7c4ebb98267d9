#include <algorithm>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

const Item* FirstItem(const Entry& entry, bool (*wanted)(const Item&)) {
  const auto found = std::ranges::find_if(entry.items, wanted);
  return found == entry.items.end() ? nullptr : &*found;
}

bool IsMinor(const Item& item) { return item.minor; }
bool IsSensitive(const Item& item) { return item.personal == "sensitive"; }
bool IsPersonal(const Item& item) { return item.personal == "ordinary"; }

/// The name of the data level.
std::string LabelOf(const Entry& entry, bool chinese) {
  for (const vocabulary::Enumeration& list : entry.background.vocabulary.enumerations) {
    if (list.key != "data_level") continue;
    for (const vocabulary::Enumerator& member : list.members) {
      if (member.code == entry.data_level) return chinese ? member.name.zh : member.name.en;
    }
  }
  return std::string(entry.data_level);
}

void ReportTooLow(const Entry& entry, const Item& item, const base::Words& kind, EntryFindings& findings) {
  const std::string name(item.name);
  Finding& finding = findings.Report(
      RuleCode::kK15, "/classification/level",
      {"数据项“" + name + "”是" + kind.zh + "，数据级别却只定为“" + LabelOf(entry, true) + "”。",
       "The item “" + name + "” is " + kind.en + ", and yet the data level is only “" + LabelOf(entry, false) + "”."});
  finding.help = {"按数据分类分级标准重新定级，写明相应的保护措施。",
                  "Classify the data again by the standard, and state the measures that go with the level."};
}

void LookAtPersonalData(const Entry& entry, EntryFindings& findings) {
  const bool lowest = entry.data_level == "general_1";
  if (!lowest && entry.data_level != "general_2") return;
  if (const Item* minor = FirstItem(entry, IsMinor)) {
    ReportTooLow(entry, *minor, {"未成年人的信息", "about a minor"}, findings);
  } else if (const Item* sensitive = lowest ? FirstItem(entry, IsSensitive) : nullptr) {
    ReportTooLow(entry, *sensitive, {"敏感个人信息", "sensitive personal information"}, findings);
  } else if (const Item* personal = lowest ? FirstItem(entry, IsPersonal) : nullptr) {
    ReportTooLow(entry, *personal, {"个人信息", "personal information"}, findings);
  }
}

/// Whether the published conditions bound who gets what.
bool States(const Conditions& conditions) {
  return !conditions.levels.empty() || !conditions.systems.empty() || !conditions.regions.empty() ||
         !conditions.returns.empty() || !conditions.others.empty();
}

void LookAtMeasures(const Entry& entry, EntryFindings& findings) {
  if (entry.data_level != "important" && entry.data_level != "core") return;
  const auto file = std::ranges::find(entry.modes, std::string_view("file"));
  if (file == entry.modes.end() || entry.sharing == "not_shared" || States(entry.conditions)) return;
  Finding& finding = findings.Report(RuleCode::kK15, "/modes/" + std::to_string(file - entry.modes.begin()),
                                     {LabelOf(entry, true) + "可以整份下载，却没有限定共享范围、返回方式等条件。",
                                      "Data of the level “" + LabelOf(entry, false) +
                                          "” can be downloaded whole, and no condition bounds recipients or returns."});
  finding.help = {"改为服务接口按次查询，或者列明共享范围和返回方式。",
                  "Offer an interface that answers single queries, or state recipients and returns."};
}

void Look(const Entry& entry, EntryFindings& findings) {
  LookAtPersonalData(entry, findings);
  LookAtMeasures(entry, findings);
}

}  // namespace

extern const Rule kK15{.entry = Look};

}  // namespace zhun::lint
