#include <fmt/format.h>

#include "compiler/lint/subject/application.h"
#include "compiler/lint/subject/finding.h"
#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

bool IsPublished(const EntryRow& row) { return row.status == "published"; }

/// What the catalogue says of an entry and a version of it.
struct Wanted {
  bool known = false;                    ///< some version of the entry is there
  const EntryRow* published = nullptr;   ///< the version that is published
  const EntryRow* version = nullptr;     ///< the version meant
};

Wanted Find(const Catalogue& catalogue, std::string_view id, std::string_view version) {
  Wanted wanted;
  for (const EntryRow* row : catalogue.Find(id)) {
    wanted.known = true;
    if (row->version == version) wanted.version = row;
    if (!IsPublished(*row)) continue;
    if (wanted.published == nullptr || row->version == version) wanted.published = row;
  }
  return wanted;
}

/// 草案, 审核中 … as the vocabulary calls it.
base::Words StatusOf(const Background& background, const EntryRow& row) {
  const vocabulary::Vocabulary& words = background.vocabulary;
  const std::uint16_t enumeration = vocabulary::FindEnumeration(words, "status");
  if (enumeration == vocabulary::kNone) return {row.status, row.status};
  const vocabulary::Enumeration& statuses = words.enumerations[enumeration];
  const std::uint16_t code = vocabulary::FindCode(statuses, row.status);
  if (code == vocabulary::kNone) return {row.status, row.status};
  return statuses.members[code].name;
}

/// What is wrong, and whether it is the version rather than the entry.
struct Fault {
  base::Words message;
  bool of_version = false;
};

/// Nothing where `version` of the entry is published, or no version is named and some is. `what` names the subject.
std::optional<Fault> FaultOf(const Background& background, const Catalogue& catalogue, std::string_view id,
                             std::string_view version, const base::Words& what) {
  const Wanted wanted = Find(catalogue, id, version);
  if (!wanted.known) {
    return Fault{{fmt::format("目录里没有条目“{}”。", id), fmt::format("The catalogue has no entry {}.", id)}};
  }
  if (wanted.published == nullptr) {
    const EntryRow* row = wanted.version != nullptr ? wanted.version : catalogue.Find(id, version);
    const base::Words status = StatusOf(background, *row);
    return Fault{{fmt::format("条目“{}”没有发布，目前是“{}”。", id, status.zh),
                  fmt::format("Entry {} is not published; it is {}.", id, status.en)}};
  }
  if (version.empty() || wanted.published->version == version) return std::nullopt;
  return Fault{
      {fmt::format("条目“{}”发布的版本是“{}”，{}写的是“{}”。", id, wanted.published->version, what.zh, version),
       fmt::format("Version {} of entry {} is published, and the {} names {}.", wanted.published->version, id, what.en,
                   version)},
      true};
}

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    if (policy.entry_id.empty() || !policy.tree->entry_id) continue;
    std::optional<Fault> fault =
        FaultOf(subject.background, *subject.catalogue, policy.entry_id, policy.entry_version, {"策略", "policy"});
    if (!fault) continue;
    const bool at_version = fault->of_version && policy.tree->entry_version;
    const ast::Token& place = at_version ? *policy.tree->entry_version : *policy.tree->entry_id;
    findings.Report(RuleCode::kK07, place.span, std::move(fault->message), policy.entry_id).help = {
        "按发布的版本核对条件，再改策略写的编号和版本；条目未经审核发布的，策略不能发布。",
        "Compare the conditions with the published version, then correct number and version; before its entry is "
        "published a policy cannot be."};
  }
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const Application& application : subject.applications) {
    if (application.entry.empty()) continue;
    std::optional<Fault> fault = FaultOf(subject.background, *subject.catalogue, application.entry,
                                         application.entry_version, {"申请", "application"});
    if (!fault) continue;
    const std::string pointer = fault->of_version ? "/entry_version" : "/entry";
    Finding& finding = findings.Report(RuleCode::kK07, application.span, std::move(fault->message), pointer);
    finding.pointer = pointer;
    finding.subject = application.id;
    finding.title = application.matter;
    finding.owner = application.applicant.name;
    finding.help = {
        "只能申请已经发布的目录条目；版本已更新的，按新版本重新申请。",
        "Only published entries can be applied for; where the version was replaced, apply for the new one."};
  }
}

}  // namespace

extern const Rule kK07{.policies = LookAtPolicies, .applications = LookAtApplications};

}  // namespace zhun::lint
