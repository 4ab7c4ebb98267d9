#include <algorithm>
#include <array>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

using sema::Expr;
using sema::ExprKind;

/// Questions that begin so ask the person who answers for a decision, not for a fact.
constexpr std::array<std::string_view, 8> kDecides = {"是否同意", "是否批准", "是否准予", "是否准许",
                                                      "是否允许", "可否提供", "可否共享", "能否提供"};
constexpr std::array<std::string_view, 4> kNecessity = {"履行职责所需要", "履行职责所必需", "履职必要", "履行职责需要"};
/// Heads other than that of the sharing office, with what they would do.
constexpr std::array<std::string_view, 6> kHeads = {"主要负责人", "部门负责人", "分管负责人",
                                                    "分管领导",   "主要领导",   "单位领导"};
constexpr std::array<std::string_view, 5> kApprove = {"同意", "批准", "审批", "签批", "审定"};
constexpr std::array<std::string_view, 4> kElsewhere = {"目录", "延期", "延长", "涉密"};

/// Compares the approver with somebody who is not the head of the sharing office: the place, where it does.
std::optional<base::Span> WrongRole(const PolicySubject& subject, const Expr& expr) {
  if (expr.kind != ExprKind::kEqual && expr.kind != ExprKind::kIn) return std::nullopt;
  const auto& exprs = subject.Model().exprs;
  if (!IsField(subject, exprs[expr.operands[0]], "approval", "role")) return std::nullopt;
  std::optional<base::Span> place;
  ForEachMeaning(subject.Model(), expr.operands[1], [&](const Expr& each) {
    const bool wrong = IsWord(subject, each, "department_head") || IsWord(subject, each, "other");
    if (wrong && !place) place = each.span;
  });
  return place;
}

/// Finds what a condition accepts: comparisons that make it `truth`.
void ForEachAccepted(const sema::Model& model, sema::ExprId id, bool truth,
                     const std::function<void(const Expr&)>& visit) {
  if (!id.IsValid()) return;
  const Expr& expr = model.exprs[id];
  switch (expr.kind) {
    case ExprKind::kNot: return ForEachAccepted(model, expr.operands[0], !truth, visit);
    case ExprKind::kDefinition:
    case ExprKind::kDerived: return ForEachAccepted(model, model.definitions[expr.ref].value, truth, visit);
    case ExprKind::kAnd:
    case ExprKind::kOr:
      for (const sema::ExprId operand : expr.operands) ForEachAccepted(model, operand, truth, visit);
      return;
    case ExprKind::kIf:
      ForEachAccepted(model, expr.operands[1], truth, visit);
      return ForEachAccepted(model, expr.operands[2], truth, visit);
    default:
      if (truth) visit(expr);
  }
}

void LookAtRole(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  const auto look = [&](const Expr& expr) {
    const std::optional<base::Span> place = WrongRole(subject, expr);
    if (!place) return;
    findings
        .Report(RuleCode::kP08, *place,
                {"提出申请须经本部门政务数据共享工作机构负责人同意，" + NameOf(rule) + "却认其他人的同意。",
                 "An application needs the consent of the head of the department's own sharing office, but " +
                     NameOf(rule) + " accepts that of somebody else."},
                rule.name + ".role")
        .help = {"改为 共享工作机构负责人", "write sharing_office_head"};
  };
  ForEachAccepted(subject.Model(), rule.must, true, look);
  if (rule.kind == ast::RuleKind::kProhibit) ForEachAccepted(subject.Model(), rule.when, false, look);
}

/// A head who approves, as a text says it; empty where none does or the text speaks of another approval.
std::string HeadWhoApproves(std::string_view text) {
  if (!WordIn(text, kElsewhere).empty()) return {};
  for (const std::string_view head : kHeads) {
    for (std::size_t at = text.find(head); at != std::string_view::npos; at = text.find(head, at + 1)) {
      const std::string_view rest = text.substr(at + head.size());
      if (std::ranges::any_of(kApprove, [&](std::string_view word) { return rest.starts_with(word); })) {
        return std::string(head);
      }
    }
  }
  return {};
}

void LookAtTexts(const sema::Rule& rule, Findings& findings) {
  const std::string head = HeadWhoApproves(rule.text.zh.empty() ? rule.reason.zh : rule.text.zh);
  if (head.empty()) return;
  findings
      .Report(RuleCode::kP08, rule.span,
              {NameOf(rule) + "要由“" + head + "”同意；申请和答复都由政务数据共享工作机构负责人同意。",
               NameOf(rule) + " wants the consent of “" + head +
                   "”; applications and replies alike are agreed to by the head of the sharing office."},
              rule.name + ".text")
      .help = {"写“经本部门政务数据共享工作机构负责人同意”", "write “经本部门政务数据共享工作机构负责人同意”"};
}

/// Whether every event that the base duty's extension waits for is waited for here.
void LookAtExtension(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  if (!rule.extension || !rule.limit) return;
  for (const sema::Rule* base : subject.BaseDuties(rule.limit->event, rule.met_by)) {
    if (base == &rule || !base->extension) continue;
    for (const std::uint16_t event : base->extension->events) {
      if (std::ranges::find(rule.extension->events, event) != rule.extension->events.end()) continue;
      const base::Words& name = subject.library.vocabulary.events[event].name;
      findings
          .Report(RuleCode::kP08, rule.span,
                  {NameOf(rule) + "的延长缺少“" + name.zh + "”。",
                   "The extension of " + NameOf(rule) + " does not wait for " + name.en + "."},
                  rule.name + "." + name.en)
          .help = {"在“经”之后写全：须经同级政务数据共享主管部门同意，并告知需求部门",
                   "name every event after via: the authority's consent and notice to the applicant"};
    }
  }
}

void LookAtFinding(const PolicySubject& subject, const sema::Finding& finding, Findings& findings) {
  const auto asks = [&](std::string_view actor) { return IsMember(subject, "actor", finding.by, actor); };
  const bool no_say = asks("applicant") || asks("platform");
  const std::string& question = finding.question.zh;
  const bool decides = std::ranges::any_of(kDecides, [&](std::string_view word) { return question.starts_with(word); });
  if (!no_say || (!decides && WordIn(question, kNecessity).empty())) return;
  const std::string who = asks("applicant") ? "需求部门" : "平台单位";
  findings
      .Report(RuleCode::kP08, finding.span,
              {"认定「" + finding.name + "」由" + who + "作出；是否同意共享由提供部门决定。",
               "Finding 「" + finding.name + "」 is left to the " + (asks("applicant") ? "applicant" : "platform") +
                   "; whether data are shared is for the provider to decide."},
              finding.name)
      .help = {"改为 由 提供部门", "write by provider"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      LookAtRole(subject, *rule, findings);
      LookAtTexts(*rule, findings);
      LookAtExtension(subject, *rule, findings);
    }
    for (const sema::Finding* finding : subject.FindingsOf(index)) LookAtFinding(subject, *finding, findings);
  }
}

}  // namespace

extern const Rule kP08{.policies = Look};

}  // namespace zhun::lint
