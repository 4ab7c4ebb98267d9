#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/catalogue/phrases.h"
#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

bool AnyStated(const std::vector<std::string_view>& texts) { return !std::ranges::all_of(texts, SaysNone); }

/// The conditions that are stated, joined; empty where there is none.
class Stated {
 public:
  explicit Stated(const Conditions& conditions) {
    Add(!conditions.levels.empty() || AnyStated(conditions.systems) || !conditions.regions.empty(),
        {"共享范围", "recipients"});
    Add(AnyStated(conditions.purposes), {"用途", "purposes"});
    Add(conditions.max_days.has_value(), {"使用时限", "a period"});
    Add(!conditions.returns.empty(), {"返回形态", "forms of return"});
    Add(AnyStated(conditions.materials), {"材料", "papers"});
    for (const Condition& other : conditions.others) {
      Add(!SaysNone(other.text), {fmt::format("“{}”", other.text), fmt::format("“{}”", other.text)});
    }
  }

  const base::Words& Names() const { return names_; }

 private:
  void Add(bool stated, const base::Words& name) {
    if (!stated) return;
    names_.zh += (names_.zh.empty() ? "" : "、") + name.zh;
    names_.en += (names_.en.empty() ? "" : ", ") + name.en;
  }

  base::Words names_;
};

void Look(const Entry& entry, EntryFindings& findings) {
  if (entry.sharing != "unconditional") return;
  const Stated stated(entry.conditions);
  if (stated.Names().zh.empty()) return;
  findings.Report(RuleCode::kK05, "/conditions",
                  {fmt::format("共享属性是无条件共享，却列有使用条件：{}。", stated.Names().zh),
                   fmt::format("The entry is unconditional and yet states conditions: {}.", stated.Names().en)});
}

}  // namespace

extern const Rule kK05{.entry = Look};

}  // namespace zhun::lint
