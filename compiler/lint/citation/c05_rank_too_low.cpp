#include <algorithm>
#include <array>
#include <set>

#include "compiler/lint/citation/written.h"
#include "compiler/lint/subject/application.h"

/// Norms that need a basis of a certain rank and rest on lower ones alone. A lower one beside a sufficient one is no
/// fault, and a rank that is not known is C04's.
namespace zhun::lint {
namespace {

using law::Rank;
using Ranks = std::set<Rank>;

// Sharing of personal information by public bodies: statutes and administrative regulations say how.
const Ranks kTooLowForPersonal = {Rank::kDepartmentRule, Rank::kLocalGovernmentRule, Rank::kNormativeDocument};
// A refusal by law: statutes, administrative regulations, decisions of the State Council.
const Ranks kTooLowForRefusal = {Rank::kLocalRegulation, Rank::kDepartmentRule, Rank::kLocalGovernmentRule,
                                 Rank::kNormativeDocument};
// Liability: rules may provide for some, normative documents for none.
const Ranks kTooLowForSanction = {Rank::kNormativeDocument};

constexpr std::array<std::string_view, 2> kPersonalAttributes = {"personal", "minor"};
constexpr std::array<std::string_view, 2> kRefusals = {"refuse_by_law", "not_requestable"};

/// The first citation of a statute if all of them are of one of these ranks; nullptr otherwise, also where there is none
/// or a basis comes from the entry.
const sema::Citation* TooLow(const sema::Citations& basis, const Ranks& ranks) {
  const sema::Citation* first = nullptr;
  for (const sema::Citation& citation : basis) {
    if (citation.kind == sema::Citation::Kind::kCatalogue) continue;
    const bool low = citation.kind == sema::Citation::Kind::kProvision && ranks.contains(citation.rank);
    if (!low) return nullptr;
    if (first == nullptr) first = &citation;
  }
  return first;
}

class Checking {
 public:
  Checking(const PolicySubject& subject, Findings& findings)
      : subject_(subject),
        findings_(findings),
        vocabulary_(subject.background.vocabulary) {}

  void Look(const sema::Rule& rule) {
    Tell(TooLow(rule.sanction, kTooLowForSanction), "不能设定责任", "cannot provide for liability",
         {"责任引用法律、行政法规，例如规定了处分的条款",
          "Cite a statute or administrative regulation that provides for it"});
    if (IsRefusal(rule)) {
      Tell(TooLow(rule.basis, kTooLowForRefusal), "不能作为依法不同意的依据", "is no basis for a refusal by law",
           {"引用法律、行政法规或者国务院决定的明确规定",
            "Cite an express provision of a statute, an administrative regulation or a State Council decision"});
    }
    if (!SpeaksOfPersons(rule)) return;
    for (const sema::Exception& exception : rule.exceptions) {
      Tell(TooLow(exception.basis, kTooLowForPersonal), "不能作为提供个人信息的依据",
           "is no basis for passing on personal information",
           {"引用规定了权限和程序的法律、行政法规",
            "Cite the statute or administrative regulation that gives the power and the procedure"});
    }
  }

 private:
  bool IsRefusal(const sema::Rule& rule) const {
    const std::uint16_t outcome = vocabulary::FindEnumeration(vocabulary_, "outcome");
    if (outcome == vocabulary::kNone) return false;
    return std::ranges::any_of(kRefusals, [&](std::string_view code) {
      return vocabulary::FindCode(vocabulary_.enumerations[outcome], code) == rule.outcome;
    });
  }

  bool SpeaksOfPersons(const sema::Rule& rule) const { return Reads(rule.when) || Reads(rule.must); }

  bool Reads(sema::ExprId id) const {
    if (!id.IsValid()) return false;
    const sema::Expr& expr = subject_.Model().exprs[id];
    if (expr.kind == sema::ExprKind::kField && IsPersonal(expr)) return true;
    if (expr.kind == sema::ExprKind::kDefinition || expr.kind == sema::ExprKind::kDerived) {
      if (Reads(subject_.Model().definitions[expr.ref].value)) return true;
    }
    return std::ranges::any_of(expr.operands, [&](sema::ExprId operand) { return Reads(operand); });
  }

  bool IsPersonal(const sema::Expr& field) const {
    const vocabulary::Type record = subject_.Model().exprs[field.operands.front()].type;
    if (record.base != vocabulary::Base::kRecord) return false;
    const std::string& key = vocabulary_.records[record.of].attributes[field.ref].key;
    return std::ranges::find(kPersonalAttributes, key) != kPersonalAttributes.end();
  }

  void Tell(const sema::Citation* citation, const std::string& zh, const std::string& en, base::Words help) {
    if (citation == nullptr) return;
    const std::string cited = law::PrintCitation(citation->provision);
    const base::Words rank = law::RankLabel(citation->rank);
    findings_
        .Report(
            RuleCode::kC05, citation->span,
            {cited + "是" + rank.zh + "，单独" + zh + "。", cited + " is a " + rank.en + ", which alone " + en + "."},
            cited)
        .help = std::move(help);
  }

  const PolicySubject& subject_;
  Findings& findings_;
  const vocabulary::Vocabulary& vocabulary_;
};

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  Checking checking(subject, findings);
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) checking.Look(*rule);
  }
}

bool AsksForPersonal(const Entry& entry, const Application& application) {
  return std::ranges::any_of(application.items, [&](std::string_view name) {
    return std::ranges::any_of(entry.items, [&](const Item& item) {
      return item.name == name && !item.personal.empty() && item.personal != "none";
    });
  });
}

/// True where the application states bases and all of them are registered and of too low a rank.
bool RestsOnLowRanks(const Background& background, const Application& application) {
  return !application.basis.empty() && std::ranges::all_of(application.basis, [&](std::string_view text) {
    const auto cited = law::ParseCitation(text);
    if (!cited) return false;
    const law::Standing standing = law::StandingOf(background.law, *cited, background.as_of);
    return standing.registered && kTooLowForPersonal.contains(standing.rank);
  });
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  if (subject.catalogue == nullptr) return;
  for (const Application& application : subject.applications) {
    if (!RestsOnLowRanks(subject.background, application)) continue;
    const EntryRow* row = subject.catalogue->Find(application.entry, application.entry_version);
    const auto opened = row == nullptr ? std::nullopt : subject.catalogue->Open(*row);
    if (!opened || !AsksForPersonal(*opened->entry, application)) continue;
    Finding& finding =
        findings.Report(RuleCode::kC05, application.span,
                        {"申请个人信息，使用依据却只有规章或者规范性文件。",
                         "Personal information is applied for on the basis of rules or normative documents alone."},
                        "basis");
    finding.pointer = "/basis";
    finding.subject = application.id;
    finding.help = {"使用依据写明规定了本部门权限和程序的法律、行政法规",
                    "State the statute or administrative regulation that gives the department the power"};
  }
}

}  // namespace

extern const Rule kC05{.policies = LookAtPolicies, .applications = LookAtApplications};

}  // namespace zhun::lint
