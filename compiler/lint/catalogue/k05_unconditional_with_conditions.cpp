#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

bool States(const Conditions& conditions) {
  return !conditions.levels.empty() || !conditions.systems.empty() || !conditions.regions.empty() ||
         !conditions.purposes.empty() || conditions.max_days || !conditions.returns.empty() ||
         !conditions.materials.empty() || !conditions.others.empty();
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (entry.sharing != "unconditional" || !States(entry.conditions)) return;
  findings.Report(RuleCode::kK05, "/conditions",
                  {"共享属性是无条件共享，却列有使用条件。", "The entry is unconditional and yet states conditions."});
}

}  // namespace

extern const Rule kK05{.entry = Look};

}  // namespace zhun::lint
