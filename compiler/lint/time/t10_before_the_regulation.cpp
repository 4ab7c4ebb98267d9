#include <algorithm>

#include "compiler/lint/subject/application.h"
#include "compiler/lint/subject/policies.h"
#include "compiler/lint/time/regulation.h"

namespace zhun::lint {
namespace {

base::Words Message(const base::Words& what, base::Date on, const law::Instrument& regulation) {
  const base::Date begins = *regulation.effective_from;
  return {what.zh + base::FormatDateChinese(on) + "，早于《" + regulation.name + "》的施行之日（" +
              base::FormatDateChinese(begins) + "）。",
          what.en + " " + base::FormatDate(on) + ", before the first day of 《" + regulation.name + "》 (" +
              base::FormatDate(begins) + ")."};
}

/// The consent to the entry is an act under the Regulation; assessments may well be older.
void LookAtEntry(const Entry& entry, EntryFindings& findings) {
  const law::Instrument* regulation = InstrumentOf(entry.background, RuleCode::kT10);
  const auto approved = entry.assessments.approved_on;
  if (regulation == nullptr || !approved || *approved >= *regulation->effective_from) return;
  Finding& finding =
      findings.Report(RuleCode::kT10, "/assessments/approved_on",
                      Message({"条目经审核同意的日期是", "The entry was approved on"}, *approved, *regulation));
  finding.help = {"按条例重新评估，经部门负责人同意后更新日期",
                  "assess it anew under the Regulation, and date the head's consent accordingly"};
}

/// Whether the compiler has said of a citation that it was not in force.
bool IsSaid(const PolicySubject& subject, const sema::Policy& policy) {
  const base::Span whole = policy.tree->span;
  return std::ranges::any_of(subject.messages.All(), [&](const diagnostics::Diagnostic& message) {
    return message.code == diagnostics::Code::kNotInForce && message.span.source == policy.source &&
           whole.begin <= message.span.begin && message.span.end <= whole.end;
  });
}

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  const law::Instrument* regulation = InstrumentOf(subject.background, RuleCode::kT10);
  if (regulation == nullptr) return;
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    const bool dated = policy.tree->effective_from && policy.effective_from < *regulation->effective_from;
    if (!dated || IsSaid(subject, policy)) continue;
    Finding& finding = findings.Report(
        RuleCode::kT10, policy.tree->effective_from->span,
        Message({"策略的施行日期是", "The policy is in force from"}, policy.effective_from, *regulation),
        policy.version);
    finding.help = {"施行日期不早于" + base::FormatDateChinese(*regulation->effective_from),
                    "let the policy begin no earlier than " + base::FormatDate(*regulation->effective_from)};
  }
}

void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  const law::Instrument* regulation = InstrumentOf(subject.background, RuleCode::kT10);
  if (regulation == nullptr) return;
  for (const Application& application : subject.applications) {
    const auto received = base::ParseInstant(ReadText(values::Member(*application.json, "received_at")));
    if (!received || base::ShanghaiDate(received->seconds) >= *regulation->effective_from) continue;
    Finding& finding = findings.Report(RuleCode::kT10, application.span,
                                       Message({"收到申请的日期是", "The application was received on"},
                                               base::ShanghaiDate(received->seconds), *regulation),
                                       "/received_at");
    finding.pointer = "/received_at";
    finding.subject = application.id;
    finding.owner = application.applicant.name;
    finding.help = {"施行以后重新提出申请", "the application has to be made anew under the Regulation"};
  }
}

}  // namespace

extern const Rule kT10{.entry = LookAtEntry, .policies = LookAtPolicies, .applications = LookAtApplications};

}  // namespace zhun::lint
