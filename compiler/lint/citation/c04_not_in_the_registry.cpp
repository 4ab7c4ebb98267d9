#include "compiler/lint/subject/entry.h"
#include "compiler/lint/subject/finding.h"
#include "compiler/lint/subject/rule.h"
#include "runtime/law/standing.h"

/// Instruments that the registry does not know. Those of policies the compiler looks up; this looks up those that
/// entries rest a refusal on.
namespace zhun::lint {
namespace {

void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  for (std::size_t i = 0; i < entry.refusal.basis.size(); ++i) {
    const auto cited = law::ParseCitation(entry.refusal.basis[i]);
    if (!cited || law::StandingOf(entry.background.law, *cited, entry.background.as_of).registered) continue;
    const std::string name = law::PrintCitation({cited->instrument, cited->version, {}, {}});
    findings
        .Report(RuleCode::kC04, "/refusal/basis/" + std::to_string(i),
                {name + "未登记，位阶和效力无从核对。",
                 name + " is not registered, so its rank and force cannot be checked."},
                name)
        .help = {"核对名称和版本；确有此文件的，报请登记", "Check name and version; if it exists, have it registered"};
  }
}

}  // namespace

extern const Rule kC04{.entry = LookAtEntry,
                       .adopts = {diagnostics::Code::kUnknownInstrument, diagnostics::Code::kStructureUnknown,
                                  diagnostics::Code::kDocumentStructureUnknown}};

}  // namespace zhun::lint
