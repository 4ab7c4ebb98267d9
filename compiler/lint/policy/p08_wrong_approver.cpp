#include <algorithm>
#include <array>
#include <set>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

using sema::Expr;
using sema::ExprKind;

/// Questions that begin so ask the person who answers for a decision, not for a fact.
constexpr auto kDecides = std::to_array<std::string_view>(
    {"是否同意", "是否批准", "是否准予", "是否准许", "是否允许", "可否提供", "可否共享", "能否提供"});
constexpr auto kNecessity =
    std::to_array<std::string_view>({"履行职责所需要", "履行职责所必需", "履职必要", "履行职责需要"});
/// Heads other than that of the sharing office, with what they would do.
constexpr auto kHeads =
    std::to_array<std::string_view>({"主要负责人", "部门负责人", "分管负责人", "分管领导", "主要领导", "单位领导"});
constexpr auto kApprove = std::to_array<std::string_view>({"同意", "批准", "审批", "签批", "审定"});
constexpr auto kElsewhere = std::to_array<std::string_view>({"目录", "延期", "延长", "涉密"});

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
class Accepted {
 public:
  Accepted(const sema::Model& model, const std::function<void(const Expr&)>& visit) : model_(model), visit_(visit) {}

  void Look(sema::ExprId id, bool truth) {
    if (!id.IsValid() || !seen_.emplace(id, truth).second) return;
    const Expr& expr = model_.exprs[id];
    switch (expr.kind) {
      case ExprKind::kNot: return Look(expr.operands[0], !truth);
      case ExprKind::kDefinition:
      case ExprKind::kDerived: return Look(model_.definitions[expr.ref].value, truth);
      case ExprKind::kAnd:
      case ExprKind::kOr:
        for (const sema::ExprId operand : expr.operands) Look(operand, truth);
        return;
      case ExprKind::kIf: Look(expr.operands[1], truth); return Look(expr.operands[2], truth);
      default:
        if (truth) visit_(expr);
    }
  }

 private:
  const sema::Model& model_;
  const std::function<void(const Expr&)>& visit_;
  std::set<std::pair<sema::ExprId, bool>> seen_;
};

/// True where the rule accepts the wrong person.
bool LookAtRole(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  bool found = false;
  const std::function<void(const Expr&)> look = [&](const Expr& expr) {
    const std::optional<base::Span> place = WrongRole(subject, expr);
    if (!place) return;
    found = true;
    findings
        .Report(RuleCode::kP08, *place,
                {"提出申请须经本部门政务数据共享工作机构负责人同意，" + NameOf(rule) + "却认其他人的同意。",
                 "An application needs the consent of the head of the department's own sharing office, but " +
                     NameOf(rule) + " accepts that of somebody else."},
                rule.name + ".role")
        .help = {"改为 共享工作机构负责人", "write sharing_office_head"};
  };
  Accepted accepted(subject.Model(), look);
  accepted.Look(rule.must, true);
  if (rule.kind == ast::RuleKind::kProhibit) accepted.Look(rule.when, false);
  for (const sema::Exception& exception : rule.exceptions) accepted.Look(exception.when, true);
  return found;
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

/// Events that an extension of this duty has to wait for: those of the base duty for the same thing; where none may be
/// extended, the authority's consent to a later update of the catalogue.
std::set<std::uint16_t> EventsNeeded(const PolicySubject& subject, const sema::Rule& rule) {
  std::set<std::uint16_t> events;
  for (const sema::Rule* base : subject.BaseDuties(rule.limit->event, rule.met_by)) {
    if (base == &rule || !base->extension) continue;
    events.insert(base->extension->events.begin(), base->extension->events.end());
  }
  if (events.empty() && EventKey(subject, rule.met_by) == "catalogue_updated") {
    events.insert(vocabulary::FindEvent(subject.library.vocabulary, "catalogue_extension_approved"));
  }
  return events;
}

void LookAtExtension(const PolicySubject& subject, const sema::Rule& rule, Findings& findings) {
  if (!rule.extension || !rule.limit) return;
  for (const std::uint16_t event : EventsNeeded(subject, rule)) {
    const auto& given = rule.extension->events;
    if (std::ranges::find(given, event) != given.end() || event >= subject.library.vocabulary.events.size()) continue;
    const base::Words& name = subject.library.vocabulary.events[event].name;
    findings
        .Report(RuleCode::kP08, rule.span,
                {NameOf(rule) + "的延长缺少“" + name.zh + "”。",
                 "The extension of " + NameOf(rule) + " does not wait for " + name.en + "."},
                rule.name + "." + name.en)
        .help = {"在“经”之后补写 " + name.zh, "add " + name.en + " after upon"};
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
      if (!LookAtRole(subject, *rule, findings)) LookAtTexts(*rule, findings);
      LookAtExtension(subject, *rule, findings);
    }
    for (const sema::Finding* finding : subject.FindingsOf(index)) LookAtFinding(subject, *finding, findings);
  }
}

}  // namespace

extern const Rule kP08{.policies = Look};

}  // namespace zhun::lint
