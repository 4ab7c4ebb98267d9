#include <array>

#include <fmt/format.h>

#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"

namespace zhun::lint {
namespace {

// Marks of a level of secrecy as files carry them.
constexpr std::array<std::string_view, 12> kMarks = {"（绝密）", "（机密）", "（秘密）", "【绝密】",
                                                     "【机密】", "【秘密】", "绝密级",   "机密级",
                                                     "秘密级",   "绝密★",    "机密★",    "秘密★"};

std::string_view MarkIn(std::string_view text) {
  // A licence to handle secrets is public; its name speaks of the level it is good for.
  if (text.find("资质") != std::string_view::npos) return {};
  for (const std::string_view mark : kMarks) {
    if (text.find(mark) != std::string_view::npos) return mark;
  }
  return {};
}

base::Words NameOf(std::string_view secrecy) {
  return secrecy == "state_secret" ? base::Words{"国家秘密", "a state secret"}
                                   : base::Words{"工作秘密", "a work secret"};
}

bool IsSecret(std::string_view secrecy) { return secrecy == "work_secret" || secrecy == "state_secret"; }

void ReportMark(std::string_view text, std::string pointer, EntryFindings& findings) {
  const std::string_view mark = MarkIn(text);
  if (mark.empty()) return;
  Finding& finding =
      findings.Report(RuleCode::kK01, std::move(pointer),
                      {fmt::format("“{}”带有密级标志“{}”，而标为不涉密。", text, mark),
                       fmt::format("“{}” carries the mark “{}” and yet is entered as no secret.", text, mark)});
  finding.level = diagnostics::Severity::kWarning;
  finding.help = {"先核对是不是涉密：涉密的从目录中移出；不涉密的改去密级标志。",
                  "Find out first: what is secret leaves the catalogue; what is not loses the mark."};
}

void Look(const Entry& entry, EntryFindings& findings) {
  if (IsSecret(entry.secrecy)) {
    const base::Words name = NameOf(entry.secrecy);
    findings
        .Report(RuleCode::kK01, "/secrecy",
                {"条目属于" + name.zh + "，不属于政务数据，不得编入目录。",
                 "The entry is " + name.en + ", so it is no government data and has no place in the catalogue."})
        .help = {"把本条目从目录中移出，按照保密规定管理。",
                 "Take the entry out of the catalogue and keep it as secrets are kept."};
    return;
  }
  ReportMark(entry.title, "/title", findings);
  for (std::size_t i = 0; i < entry.items.size(); ++i) {
    const Item& item = entry.items[i];
    const std::string pointer = fmt::format("/items/{}", i);
    if (!IsSecret(item.secrecy)) {
      ReportMark(item.name, pointer + "/name", findings);
      continue;
    }
    const base::Words name = NameOf(item.secrecy);
    findings
        .Report(RuleCode::kK01, pointer + "/secrecy",
                {fmt::format("数据项“{}”属于{}，不得编入目录。", item.name, name.zh),
                 fmt::format("Item “{}” is {} and has no place in the catalogue.", item.name, name.en)},
                std::string(item.name))
        .help = {"从数据项中删去；与其他数据项不能分开的，整个条目都不能编入目录。",
                 "Delete the item; where it cannot be separated from the others, the whole entry must go."};
  }
}

}  // namespace

extern const Rule kK01{.entry = Look};

}  // namespace zhun::lint
