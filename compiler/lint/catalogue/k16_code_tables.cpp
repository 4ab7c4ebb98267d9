#include <algorithm>
#include <array>
#include <map>

#include "compiler/lint/catalogue/names.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

constexpr std::size_t kSystematic = 3;  // entries of one provider with the same shift: no slip of the hand

/// A class of sharing as it is written, and as the rest of the entry has it.
struct Shift {
  std::string_view written, meant;
};

struct ClassName {
  std::string_view code, zh, en;
};

constexpr auto kClasses = std::to_array<ClassName>({{"unconditional", "无条件共享", "unconditional"},
                                                    {"conditional", "有条件共享", "conditional"},
                                                    {"not_shared", "不予共享", "not shared"}});

base::Words NameOf(std::string_view code) {
  const auto found = std::ranges::find(kClasses, code, &ClassName::code);
  return {std::string(found->zh), std::string(found->en)};
}

bool States(const Conditions& conditions) {
  return !conditions.levels.empty() || !conditions.systems.empty() || !conditions.regions.empty() ||
         !conditions.purposes.empty() || conditions.max_days || !conditions.returns.empty() ||
         !conditions.materials.empty() || !conditions.others.empty();
}

/// The class that the conditions or the refusal speak for, where it is not the one that is written.
std::optional<Shift> ShiftOf(const Entry& entry) {
  const bool refuses = !entry.refusal.reason.empty() || !entry.refusal.basis.empty();
  const bool states = States(entry.conditions);
  if (entry.sharing == "not_shared" && states && !refuses) return Shift{"not_shared", "conditional"};
  if (entry.sharing == "unconditional" && refuses && !states) return Shift{"unconditional", "not_shared"};
  if (entry.sharing == "conditional" && refuses && !states) return Shift{"conditional", "not_shared"};
  return std::nullopt;
}

/// 1, 02, ３: what a platform writes for a class.
std::string NumberOf(const values::Json* json) {
  if (json == nullptr) return {};
  if (json->kind == values::JsonKind::kNumber) return std::to_string(json->number);
  std::string plain = PlainName(ReadText(json));
  const bool digits = !plain.empty() && std::ranges::all_of(plain, [](char c) { return c >= '0' && c <= '9'; });
  return digits ? plain : std::string();
}

void LookAtNumber(const Entry& entry, EntryFindings& findings) {
  const std::string number = NumberOf(values::Member(entry.json, "sharing"));
  if (number.empty() || entry.background.settings.code_tables.contains("sharing")) return;
  Finding& finding = findings.Report(
      RuleCode::kK16, "/sharing",
      {"共享属性只写代码“" + number + "”，没有说明按哪张代码表读。",
       "The class of sharing is the bare code “" + number + "”, and nothing says which code table it is of."});
  finding.help = {
      "改写为 unconditional、conditional 或者 not_shared；整份目录使用平台代码的，在设置的代码表里写明各代码的含义。",
      "Write unconditional, conditional or not_shared; where the whole catalogue uses a platform's codes, "
      "give their meaning in the code tables of the settings."};
}

void Look(const Entry& entry, EntryFindings& findings) {
  LookAtNumber(entry, findings);
  const std::optional<Shift> shift = ShiftOf(entry);
  if (!shift) return;
  const base::Words written = NameOf(shift->written);
  const base::Words meant = NameOf(shift->meant);
  const bool conditions = shift->meant == "conditional";
  Finding& finding =
      findings.Report(RuleCode::kK16, "/sharing",
                      {"共享属性是“" + written.zh + "”，条目却只列有" +
                           (conditions ? "使用条件" : "不予共享的理由或者依据") + "，内容属于“" + meant.zh + "”。",
                       "The class is “" + written.en + "”, but all the entry states is " +
                           (conditions ? "conditions" : "a reason or basis for not sharing") + ", as one that is “" +
                           meant.en + "” does."});
  finding.help = {"核对来源平台的代码表，把共享属性和内容改为一致。",
                  "Compare with the code table of the platform it comes from, and make class and content agree."};
}

/// Whether the text can belong to a shifted entry at all: 20,000 entries are not read twice.
bool MayBeShifted(const EntryRow& row, std::string_view text) {
  const bool refusal = text.find("\"refusal\"") != std::string_view::npos;
  return row.sharing == "not_shared" ? text.find("\"conditions\"") != std::string_view::npos : refusal;
}

/// Entries of one provider with the same shift.
struct Group {
  const EntryRow* first = nullptr;
  Shift shift;
  std::size_t count = 0;
};

void Report(const Group& group, Findings& findings) {
  const EntryRow& first = *group.first;
  const std::string count = std::to_string(group.count);
  const base::Words written = NameOf(group.shift.written);
  const base::Words meant = NameOf(group.shift.meant);
  Finding& finding =
      findings.Report(RuleCode::kK16, first.span,
                      {first.provider + "有" + count + "个条目同样把“" + meant.zh + "”写成“" + written.zh +
                           "”，像是整批按另一平台的代码表读取。",
                       count + " entries of " + first.provider + " have “" + written.en + "” for “" + meant.en +
                           "”, as if the whole batch had been read by another platform's code table."},
                      "batch " + std::string(group.shift.written));
  finding.pointer = "/provider";
  finding.subject = first.id;
  finding.title = first.title;
  finding.owner = first.provider;
  finding.help = {"先查这批目录的导入，再逐条改正。",
                  "Check how this batch was imported before correcting entries one by one."};
}

void LookAtCatalogue(const CatalogueSubject& subject, Findings& findings) {
  std::map<std::pair<std::string_view, std::string_view>, std::size_t> index;  // provider, class as written
  std::vector<Group> groups;                                                  // in the order of the file
  for (const EntryRow& row : subject.catalogue.Rows()) {
    if (!MayBeShifted(row, subject.catalogue.TextOf(row))) continue;
    const auto opened = subject.catalogue.Open(row);
    const auto shift = opened ? ShiftOf(*opened->entry) : std::nullopt;
    if (!shift) continue;
    const auto [at, added] = index.emplace(std::pair(BodyOf(row), shift->written), groups.size());
    if (added) groups.push_back({&row, *shift, 0});
    ++groups[at->second].count;
  }
  for (const Group& group : groups) {
    if (group.count >= kSystematic) Report(group, findings);
  }
}

}  // namespace

extern const Rule kK16{.entry = Look, .catalogue = LookAtCatalogue};

}  // namespace zhun::lint
