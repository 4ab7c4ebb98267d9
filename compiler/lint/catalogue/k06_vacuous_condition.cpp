#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/catalogue/phrases.h"
#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

/// What the published conditions say of the two things that must be listed.
struct Said {
  bool scope = false, use = false;
  bool anything = false;
};

Said SaidBy(const Conditions& conditions) {
  Said said;
  said.scope = !conditions.levels.empty() || !conditions.regions.empty() || SaySomething(conditions.systems);
  said.use = SaySomething(conditions.purposes);
  said.anything = said.scope || said.use || conditions.max_days || !conditions.returns.empty() ||
                  SaySomething(conditions.materials);
  for (const Condition& other : conditions.others) {
    said.scope |= SpeaksOfScope(other.text);
    said.use |= SpeaksOfUse(other.text);
    said.anything |= !IsVacuous(other.text) && !SaysNone(other.text);
  }
  return said;
}

/// The first words that stand there and say nothing; empty where nothing is written.
std::string_view Written(const Entry& entry) {
  const values::Json* conditions = values::Member(entry.json, "conditions");
  if (!ReadText(conditions).empty()) return ReadText(conditions);
  for (const Condition& other : entry.conditions.others) {
    if (!other.text.empty()) return other.text;
  }
  for (const auto* texts : {&entry.conditions.purposes, &entry.conditions.systems, &entry.conditions.materials}) {
    if (!texts->empty()) return texts->front();
  }
  return {};
}

const base::Words kHelp = {
    "列明共享范围（哪些层级、系统、地区的部门）和使用用途（办理什么事项）；可以提供给所有政府部门的，改为无条件共享。",
    "List the scope (departments of which level, system, region) and the uses (for which matters); what may be given "
    "to "
    "every department is unconditional."};

void ReportVacuous(const Entry& entry, EntryFindings& findings) {
  const std::string_view written = Written(entry);
  const base::Words message =
      written.empty()
          ? base::Words{"有条件共享的条目没有写使用条件。", "A conditional entry states no condition of use."}
          : base::Words{fmt::format("使用条件只写“{}”，没有说清提供给谁、用来做什么。", written),
                        fmt::format("The condition “{}” says neither to whom nor for what.", written)};
  findings.Report(RuleCode::kK06, "/conditions", message).help = kHelp;
}

void ReportLack(base::Words lacks, std::string_view pointer, EntryFindings& findings) {
  findings
      .Report(RuleCode::kK06, std::string(pointer),
              {"使用条件没有列明" + lacks.zh + "。", "The conditions do not list " + lacks.en + "."})
      .help = kHelp;
}

/// Single conditions that say nothing beside others that do.
void ReportIdle(const Conditions& conditions, EntryFindings& findings) {
  for (std::size_t i = 0; i < conditions.others.size(); ++i) {
    const Condition& other = conditions.others[i];
    if (other.text.empty() || !IsVacuous(other.text)) continue;
    Finding& finding = findings.Report(RuleCode::kK06, fmt::format("/conditions/others/{}/text", i),
                                       {fmt::format("第{}项使用条件“{}”等于没有写。", other.no, other.text),
                                        fmt::format("Condition {} “{}” says nothing.", other.no, other.text)},
                                       std::string(other.text));
    finding.level = diagnostics::Severity::kWarning;
    finding.help = {"删去，或者写明具体的要求。", "Delete it, or say what is required."};
  }
}

void Look(const Entry& entry, EntryFindings& findings) {
  const values::Json* conditions = values::Member(entry.json, "conditions");
  if (entry.sharing != "conditional" || entry.IsOffline() || conditions == nullptr) return;
  const std::string_view text = ReadText(conditions);
  if (!text.empty() && !IsVacuous(text) && !SaysNone(text)) return;
  const Said said = SaidBy(entry.conditions);
  if (!said.anything) return ReportVacuous(entry, findings);
  if (!said.scope) ReportLack({"共享范围", "the scope"}, "/conditions/recipients", findings);
  if (!said.use) ReportLack({"使用用途", "the uses"}, "/conditions/purposes", findings);
  ReportIdle(entry.conditions, findings);
}

}  // namespace

extern const Rule kK06{.entry = Look};

}  // namespace zhun::lint
