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
    if (row->version == version && (wanted.version == nullptr || IsPublished(*row))) wanted.version = row;
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

base::Words Unpublished(const Background& background, const EntryRow& row) {
  const base::Words status = StatusOf(background, row);
  return {fmt::format("条目“{}”（版本“{}”）没有发布，目前是“{}”。", row.id, row.version, status.zh),
          fmt::format("Entry {} (version {}) is not published; it is {}.", row.id, row.version, status.en)};
}

/// Entries and versions that the catalogue does not have at all are told by the rule about policies that drift apart.
void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    if (policy.entry_id.empty() || !policy.tree->entry_version) continue;
    const Wanted wanted = Find(*subject.catalogue, policy.entry_id, policy.entry_version);
    if (wanted.version == nullptr || IsPublished(*wanted.version)) continue;
    Finding& finding = findings.Report(RuleCode::kK07, policy.tree->entry_version->span,
                                       Unpublished(subject.background, *wanted.version), policy.entry_id);
    finding.help =
        wanted.published == nullptr
            ? base::Words{"条目审核通过、统一通告以后，策略才能发布。",
                          "The policy can be published when the entry was reviewed and announced."}
            : base::Words{fmt::format("发布的是版本“{}”：按它核对条件，再改版本。", wanted.published->version),
                          fmt::format("Version {} is published: compare the conditions with it first.",
                                      wanted.published->version)};
  }
}

/// What is wrong with an application, and whether it is the version rather than the entry.
struct Fault {
  base::Words message;
  bool of_version = false;
};

std::optional<Fault> FaultOf(const Application& application, const ApplicationSubject& subject) {
  const std::string_view id = application.entry, version = application.entry_version;
  const Wanted wanted = Find(*subject.catalogue, id, version);
  if (!wanted.known) {
    return Fault{{fmt::format("目录里没有条目“{}”。", id), fmt::format("The catalogue has no entry {}.", id)}};
  }
  if (wanted.published == nullptr) return Fault{Unpublished(subject.background, *subject.catalogue->Find(id, version))};
  const std::string& published = wanted.published->version;
  if (version.empty() || published == version) return std::nullopt;
  return Fault{
      {fmt::format("条目“{}”发布的版本是“{}”，申请写的是“{}”。", id, published, version),
       fmt::format("Version {} of entry {} is published, and the application names {}.", published, id, version)},
      true};
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const Application& application : subject.applications) {
    if (application.entry.empty()) continue;
    std::optional<Fault> fault = FaultOf(application, subject);
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
