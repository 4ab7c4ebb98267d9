#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

constexpr auto kEnds =
    std::to_array<std::string_view>({"终止共享", "终止数据共享", "终止政务数据共享", "终止服务", "终止提供", "停止共享",
                                     "停止提供", "停止服务", "取消共享", "收回共享"});
constexpr auto kChanges =
    std::to_array<std::string_view>({"变更服务", "变更共享服务", "变更已提供", "变更接口", "调整服务", "终止或者变更"});
/// What only fixes a day: 停止服务之日起 gives nobody a power to stop.
constexpr auto kDayOfEnd = std::to_array<std::string_view>({"终止后", "终止前", "终止之日", "停止之日", "共享终止之"});

/// What the rule does to a service that is running.
struct Act {
  bool ends = false, changes = false;
};

Act ActOf(const PolicySubject& subject, const sema::Rule& rule) {
  const std::string_view met_by = EventKey(subject, rule.met_by);
  Act act{met_by == "terminated", met_by == "service_changed"};
  // A duty with another fulfilment speaks of that; 主管部门 and 提供部门 alone can end or change a service.
  const bool other_act = rule.met_by != vocabulary::kNone;
  const bool can = Bears(subject, rule, "provider") || Bears(subject, rule, "authority");
  if (other_act || !can || !WordIn(rule.text.zh, kDayOfEnd).empty()) return act;
  act.ends = !WordIn(rule.text.zh, kEnds).empty();
  act.changes = !act.ends && !WordIn(rule.text.zh, kChanges).empty();
  return act;
}

/// Whether the rule waits for the event: 当 案卷.… 不为空, a time limit that runs from it, or words that say so.
bool WaitsFor(const PolicySubject& subject, const sema::Rule& rule, std::string_view event, std::string_view word) {
  const bool runs_from_it = rule.limit && EventKey(subject, rule.limit->event) == event;
  const bool duty_says_so = rule.kind == ast::RuleKind::kDuty && Says(rule.text.zh, word);
  return runs_from_it || duty_says_so ||
         Implies(subject.Model(), rule.when, true, IsGiven(subject, "case_file", event));
}

void ReportEnd(const sema::Rule& rule, Findings& findings) {
  findings
      .Report(
          RuleCode::kP07, rule.span,
          {NameOf(rule) + "没有先暂停就终止共享。", NameOf(rule) + " ends the sharing without a suspension before it."},
          rule.name)
      .help = {
      "在“当”里写 案卷.已暂停 不为空，并写责令整改、整改不到位；提供部门因正当理由终止服务的，写 案卷.变更协商 不为空 "
      "且 案卷.变更备案 不为空",
      "write when case_file.suspended is_not_empty, with the order to rectify and its failure; where a provider "
      "has cause to end the service, case_file.change_negotiated and case_file.change_filed is_not_empty"};
}

void ReportChange(const sema::Rule& rule, bool negotiated, bool filed, Findings& findings) {
  const std::string zh = !negotiated && !filed ? "没有协商和备案" : negotiated ? "没有备案" : "没有协商";
  const std::string en = !negotiated && !filed ? "negotiation and filing" : negotiated ? "filing" : "negotiation";
  findings
      .Report(RuleCode::kP07, rule.span,
              {NameOf(rule) + zh + "就变更服务。", NameOf(rule) + " changes the service without " + en + "."},
              rule.name)
      .help = {"在“当”里写 案卷.变更协商 不为空 且 案卷.变更备案 不为空",
               "write when case_file.change_negotiated is_not_empty and case_file.change_filed is_not_empty"};
}

void LookAt(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  const bool acts = rule.kind == ast::RuleKind::kPower || rule.kind == ast::RuleKind::kDuty;
  if (!acts || rule.modality == sema::Modality::kShallNot) return;
  const Act act = ActOf(subject, rule);
  if ((!act.ends && !act.changes) || !IsWhole(subject.Model(), rule.when)) return;
  const bool negotiated = WaitsFor(subject, rule, "change_negotiated", "协商");
  const bool filed = WaitsFor(subject, rule, "change_filed", "备案");
  if (negotiated && filed) return;
  if (act.changes) return ReportChange(rule, negotiated, filed, findings);
  if (!WaitsFor(subject, rule, "suspended", "暂停")) ReportEnd(rule, findings);
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) LookAt(subject, *rule, findings);
  }
}

}  // namespace

extern const Rule kP07{.policies = Look};

}  // namespace zhun::lint
