#include <algorithm>
#include <array>

#include "compiler/lint/time/duty_limits.h"

namespace zhun::lint {
namespace {

/// What stands right before a length of time that somebody has to keep: 应当在10日内.
constexpr std::array<std::string_view, 5> kSets = {"应当在", "应在", "须在", "应当于", "应于"};

/// In a reason, where no limit can stand; one with its beginning in words is a condition told to the applicant.
bool SetsALimit(std::string_view text, const StatedLength& stated) {
  const std::string_view before = text.substr(0, stated.begin);
  return stated.within && std::ranges::any_of(kSets, [&](std::string_view word) { return before.ends_with(word); });
}

std::string Quoted(std::string_view text, const StatedLength& stated) {
  return std::string(text.substr(stated.begin, stated.end - stated.begin));
}

void ReportNoAnchor(const PolicySubject& subject, Findings& findings, const ast::Text& text, const StatedLength& stated,
                    const std::string& name) {
  const std::string words = Quoted(text.zh.text, stated);
  Finding& finding =
      findings.Report(RuleCode::kT09, text.zh.span,
                      {"文字写了“" + words + "内”，但是「" + name + "」没有写明从哪一事件起算，期限无从推算。",
                       "The text says within “" + words + "”, but 「" + name +
                           "」 does not say from which event on, so no due date follows."},
                      name);
  const base::Words limit = WordsOf(subject.library.vocabulary, stated.length);
  finding.help = {"在义务里写期限：自 事件 起 不超过 " + limit.zh + "，并写“履行 事件”",
                  "state the limit in a duty: from an event on at_most " + limit.en + ", met_by an event"};
}

void ReportOtherLimit(const PolicySubject& subject, Findings& findings, const ast::Text& text,
                      const StatedLength& stated, const sema::Rule& duty, const Length& limit) {
  const std::string words = Quoted(text.zh.text, stated);
  const base::Words own = WordsOf(subject.library.vocabulary, limit);
  const bool unit = limit.amount == stated.length.amount;
  Finding& finding =
      findings.Report(RuleCode::kT09, text.zh.span,
                      {"义务「" + duty.name + "」的文字写“" + words + "”，期限却是" + own.zh +
                           (unit ? "，按工作日还是按日计算不明。" : "，两处不一致。"),
                       "The text of duty 「" + duty.name + "」 says “" + words + "” and its limit " + own.en +
                           (unit ? ": whether working days or days are counted is open." : ": they do not agree.")},
                      duty.name);
  finding.help = {"文字和期限写成一样：" + own.zh, "say the same in both: " + own.en};
}

void LookAtDuty(const PolicySubject& subject, Findings& findings, const sema::Rule& duty, const ast::Text& text) {
  const auto& vocabulary = subject.library.vocabulary;
  std::vector<StatedLength> stated = LengthsIn(vocabulary, text.zh.text);
  std::erase_if(stated, [](const StatedLength& each) { return !each.within; });
  if (stated.size() != 1) return;
  if (!duty.limit) return ReportNoAnchor(subject, findings, text, stated.front(), duty.name);
  const std::vector<Length> limits = LengthsFor(subject, duty.limit->length, "conditional");
  if (limits.size() != 1 || duty.limit->at_least || limits.front() == stated.front().length) return;
  if (subject.Model().exprs[duty.limit->length].kind == sema::ExprKind::kIf) return;
  ReportOtherLimit(subject, findings, text, stated.front(), duty, limits.front());
}

void LookAtReason(const PolicySubject& subject, Findings& findings, const sema::Rule& rule, const ast::Text& text) {
  for (const StatedLength& stated : LengthsIn(subject.library.vocabulary, text.zh.text)) {
    if (SetsALimit(text.zh.text, stated)) return ReportNoAnchor(subject, findings, text, stated, rule.name);
  }
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t policy : subject.wanted) {
    for (const sema::Rule* rule : subject.RulesOf(policy)) {
      const ast::Rule* tree = subject.TreeOf(*rule);
      if (tree == nullptr || tree->damaged) continue;
      for (const ast::Clause& clause : tree->clauses) {
        if (!clause.text) continue;
        if (clause.kind == ast::ClauseKind::kShall) LookAtDuty(subject, findings, *rule, *clause.text);
        if (clause.kind == ast::ClauseKind::kReason) LookAtReason(subject, findings, *rule, *clause.text);
      }
    }
  }
}

}  // namespace

extern const Rule kT09{.policies = Look};

}  // namespace zhun::lint
