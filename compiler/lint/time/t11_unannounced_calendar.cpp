#include <algorithm>

#include "compiler/lint/subject/application.h"
#include "compiler/lint/time/announced.h"
#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

/// Whether a duty of the policy counts working days.
bool CountsWorkingDays(const PolicySubject& subject, std::uint32_t policy) {
  const auto& vocabulary = subject.library.vocabulary;
  const std::uint16_t unit = vocabulary::FindUnit(vocabulary, "working_day");
  return std::ranges::any_of(subject.RulesOf(policy), [&](const sema::Rule* rule) {
    if (!rule->limit) return false;
    const auto lengths = LengthsFor(subject, rule->limit->length, "conditional");
    return std::ranges::any_of(lengths, [&](const Length& each) { return each.unit == unit; });
  });
}

base::Words Help(base::Date last) {
  const std::string year = std::to_string(base::YearOf(last) + 1);
  return {year + "年放假安排公布后更新日历（stdlib/calendar），再核对期限",
          "update the calendar (stdlib/calendar) when the notice for " + year + " is out, and look at the dates again"};
}

void LookAtPolicies(const PolicySubject& subject, Findings& findings) {
  const auto last = LastAnnouncedDay(subject.library.calendar);
  if (!last) return;
  for (const std::uint32_t index : subject.wanted) {
    const sema::Policy& policy = subject.Policy(index);
    const ast::Policy& tree = *policy.tree;
    if (tree.effective_from && policy.effective_from > *last) {
      findings
          .Report(RuleCode::kT11, tree.effective_from->span,
                  {"策略自" + base::FormatDateChinese(policy.effective_from) + "起施行，而放假安排只公布到" +
                       base::FormatDateChinese(*last) + "，按工作日计算的期限都推算不出。",
                   "The policy begins on " + base::FormatDate(policy.effective_from) +
                       ", but holidays are announced until " + base::FormatDate(*last) +
                       " only: no limit in working days can be counted."},
                  policy.version)
          .help = Help(*last);
    } else if (tree.effective_to && policy.effective_to && *policy.effective_to > *last &&
               CountsWorkingDays(subject, index)) {
      findings
          .Report(RuleCode::kT11, tree.effective_to->span,
                  {"策略施行至" + base::FormatDateChinese(*policy.effective_to) + "，而放假安排只公布到" +
                       base::FormatDateChinese(*last) + "，此后的工作日期限只能暂定。",
                   "The policy runs until " + base::FormatDate(*policy.effective_to) +
                       ", but holidays are announced until " + base::FormatDate(*last) +
                       " only: limits in working days are provisional from then on."},
                  policy.version)
          .help = Help(*last);
    }
  }
}

/// An application after which not a single working day can be counted.
void LookAtApplications(const ApplicationSubject& subject, Findings& findings) {
  const auto last = LastAnnouncedDay(subject.background.calendar);
  if (!last) return;
  for (const Application& application : subject.applications) {
    const auto received = base::ParseInstant(ReadText(values::Member(*application.json, "received_at")));
    if (!received) continue;
    const base::Date day = base::ShanghaiDate(received->seconds);
    const bool counted = !calendar::AddWorkingDays(subject.background.calendar, 0, day, 1).provisional;
    if (day <= *last && counted) continue;
    Finding& finding = findings.Report(
        RuleCode::kT11, application.span,
        {"申请于" + base::FormatDateChinese(day) + "收到，而放假安排只公布到" + base::FormatDateChinese(*last) +
             "，答复期限推算不出。",
         "The application was received on " + base::FormatDate(day) + ", but holidays are announced until " +
             base::FormatDate(*last) + " only: the day of the reply cannot be counted."},
        "/received_at");
    finding.pointer = "/received_at";
    finding.subject = application.id;
    finding.owner = application.applicant.name;
    finding.help = Help(*last);
  }
}

}  // namespace

extern const Rule kT11{.policies = LookAtPolicies, .applications = LookAtApplications};

}  // namespace zhun::lint
