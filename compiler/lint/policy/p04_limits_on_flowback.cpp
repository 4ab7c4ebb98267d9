#include <algorithm>
#include <array>
#include <map>

#include "compiler/lint/subject/meaning.h"

namespace zhun::lint {
namespace {

/// The one ground for which flowback may be limited: the security of the data, not that of works or food.
constexpr auto kSafety = std::to_array<std::string_view>({"数据安全", "信息安全", "网络安全", "安全措施", "安全保护",
                                                          "安全保障", "安全管理", "安全防护", "安全评估", "等级保护"});

/// Whether the rule, or a question that it waits for, is about the security of the data.
bool IsAboutSafety(const PolicySubject& subject, const sema::Rule& rule) {
  if (!WordIn(rule.reason.zh, kSafety).empty() || !WordIn(rule.text.zh, kSafety).empty()) return true;
  return Reads(subject.Model(), rule, [&](const sema::Expr& expr) {
    return expr.kind == sema::ExprKind::kFinding && expr.ref < subject.Model().findings.size() &&
           !WordIn(subject.Model().findings[expr.ref].question.zh, kSafety).empty();
  });
}

/// Constants of a length, by unit: the shortest and the longest that it can come to.
struct Bounds {
  std::int64_t least = 0, most = 0;
};
std::map<std::uint16_t, Bounds> LengthsIn(const PolicySubject& subject, const sema::Rule& rule) {
  std::map<std::uint16_t, Bounds> lengths;
  ForEachMeaning(subject.Model(), rule.limit->length, [&](const sema::Expr& expr) {
    if (expr.kind != sema::ExprKind::kConstant || expr.type.base != vocabulary::Base::kLength) return;
    const auto [found, added] = lengths.try_emplace(expr.unit, Bounds{expr.number, expr.number});
    found->second = {std::min(found->second.least, expr.number), std::max(found->second.most, expr.number)};
  });
  return lengths;
}

/// Whether the duty gives more time than every base duty for the same thing, by the units that both use.
bool IsLongerThanBase(const PolicySubject& subject, const sema::Rule& rule) {
  if (!rule.limit || rule.limit->at_least) return false;
  const std::map<std::uint16_t, Bounds> own = LengthsIn(subject, rule);
  const auto shorter = [&](const sema::Rule* base) {
    if (base == &rule) return false;
    const std::map<std::uint16_t, Bounds> allowed = LengthsIn(subject, *base);
    return std::ranges::any_of(own, [&](const auto& each) {
      const auto same = allowed.find(each.first);
      return same != allowed.end() && each.second.least > same->second.most;
    });
  };
  return std::ranges::any_of(subject.BaseDuties(rule.limit->event, rule.met_by), shorter);
}

/// A rule on an event of the case judges what somebody did, not the application.
bool IsOnEvents(const PolicySubject& subject, const sema::Rule& rule) {
  const std::uint16_t event = vocabulary::FindRoot(subject.library.vocabulary, "event");
  return Reads(subject.Model(), rule,
               [&](const sema::Expr& expr) { return expr.kind == sema::ExprKind::kRoot && expr.ref == event; });
}

bool LimitsByRule(const PolicySubject& subject, const sema::Rule& rule) {
  if (IsOnEvents(subject, rule)) return false;
  return IsMerits(rule) || (rule.kind == ast::RuleKind::kDuty && Bears(subject, rule, "applicant"));
}

void ReportLimit(const sema::Rule& rule, Findings& findings) {
  findings
      .Report(RuleCode::kP04, rule.span,
              {NameOf(rule) + "专门限制数据回流；回流除确保数据安全以外，不得设置额外的限制条件。",
               NameOf(rule) + " limits flowback alone; beyond what keeps the data secure, no extra limits may be set "
                              "on it."},
              rule.name)
      .help = {"删去这条规则；为确保数据安全而设的，在理由中写明安全上的要求",
               "delete the rule; if it serves the security of the data, say so in its reason"};
}

void ReportLength(const sema::Rule& rule, Findings& findings) {
  findings
      .Report(RuleCode::kP04, rule.span,
              {NameOf(rule) + "给数据回流定的期限，比其他共享的期限还长。",
               NameOf(rule) + " gives flowback more time than other sharing has."},
              rule.name)
      .help = {"删去这条义务，或者写不长于基础策略的期限",
               "delete the duty, or give no more time than the base policies"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  const Atom flowback = IsGiven(subject, "application", "flowback");
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(index)) {
      if (!EffectImplies(subject.Model(), *rule, flowback)) continue;
      if (IsLongerThanBase(subject, *rule)) {
        ReportLength(*rule, findings);
      } else if (LimitsByRule(subject, *rule) && !IsAboutSafety(subject, *rule)) {
        ReportLimit(*rule, findings);
      }
    }
  }
}

}  // namespace

extern const Rule kP04{.policies = Look};

}  // namespace zhun::lint
