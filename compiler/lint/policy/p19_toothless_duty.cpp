#include <algorithm>

#include "compiler/lint/subject/policies.h"

namespace zhun::lint {
namespace {

/// A duty to do something that has no date, no act that fulfils it and no sanction, and no statute that would give one.
bool IsToothless(const sema::Rule& duty) {
  const bool statute = std::ranges::any_of(
      duty.basis, [](const sema::Citation& each) { return each.kind == sema::Citation::Kind::kProvision; });
  return duty.kind == ast::RuleKind::kDuty && duty.modality == sema::Modality::kShall && !duty.limit &&
         duty.met_by == vocabulary::kNone && duty.sanction.empty() && !statute;
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* duty : subject.RulesOf(index)) {
      const ast::Rule* tree = subject.TreeOf(*duty);
      if (tree == nullptr || tree->damaged || !IsToothless(*duty)) continue;
      Finding& finding =
          findings.Report(RuleCode::kP19, duty->span,
                          {"义务「" + duty->name + "」没有期限，没有写明怎样算履行，也没有责任，无从督促。",
                           "Duty 「" + duty->name +
                               "」 has no limit, no act that fulfils it and no sanction: nothing holds anybody to it."},
                          duty->name);
      finding.help = {"写明“自 事件 起 不超过 期间”“履行 事件”或者“责任 条款”",
                      "state from … at_most …, met_by an event, or a sanction"};
    }
  }
}

}  // namespace

extern const Rule kP19{.policies = Look,
                       .adopts = {{diagnostics::Code::kClauseMissing, "主体"}, {diagnostics::Code::kDutyText}}};

}  // namespace zhun::lint
