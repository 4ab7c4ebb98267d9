#include <algorithm>
#include <array>

#include "compiler/lint/subject/length.h"

namespace zhun::lint {
namespace {

constexpr std::array<std::string_view, 4> kRecords = {"记录", "日志", "台账", "档案"};
constexpr std::array<std::string_view, 3> kKeep = {"保存", "留存", "保留"};

template <std::size_t N>
bool HasAny(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::ranges::any_of(words, [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool ShareABearer(const sema::Rule& one, const sema::Rule& other) {
  return std::ranges::any_of(
      one.bearers, [&](std::uint16_t actor) { return std::ranges::find(other.bearers, actor) != other.bearers.end(); });
}

/// The length for which records have to be kept at least, as a base policy says to one of the duty's bearers.
std::optional<Length> LeastFor(const PolicySubject& subject, const sema::Rule& duty) {
  for (const sema::Rule& rule : subject.Model().rules) {
    const bool base = rule.policy != sema::kNoIndex && subject.Policy(rule.policy).role == sema::Role::kBase;
    if (!base || rule.policy == duty.policy || !rule.limit || !rule.limit->at_least || !ShareABearer(rule, duty)) {
      continue;
    }
    const auto lengths = LengthsFor(subject, rule.limit->length, "conditional");
    if (lengths.size() == 1) return lengths.front();
  }
  return std::nullopt;
}

/// What the duty says, and where: its limit, or a length that its text names without one.
struct Said {
  Length length;
  base::Span span;
};

std::vector<Said> SaidBy(const PolicySubject& subject, const sema::Rule& duty, const ast::Rule& tree) {
  std::vector<Said> said;
  if (duty.limit && duty.limit->at_least) {
    const base::Span span = ClauseOf(tree.clauses, ast::ClauseKind::kFrom)->span;
    for (const Length& length : LengthsFor(subject, duty.limit->length, "conditional")) said.push_back({length, span});
    return said;
  }
  const ast::Clause* text = ClauseOf(tree.clauses, ast::ClauseKind::kShall);
  if (text == nullptr || !text->text || duty.limit) return said;
  const std::string& zh = text->text->zh.text;
  if (!HasAny(zh, kRecords) || !HasAny(zh, kKeep)) return said;
  for (const StatedLength& stated : LengthsIn(subject.library.vocabulary, zh)) {
    if (!stated.within) said.push_back({stated.length, text->text->zh.span});
  }
  return said;
}

void Report(const PolicySubject& subject, Findings& findings, const sema::Rule& duty, const Said& said,
            const Length& least) {
  const base::Words own = WordsOf(subject.library.vocabulary, said.length);
  const base::Words needed = WordsOf(subject.library.vocabulary, least);
  Finding& finding =
      findings.Report(RuleCode::kP18, said.span,
                      {"义务「" + duty.name + "」只要求保存" + own.zh + "，短于法定的" + needed.zh + "。",
                       "Duty 「" + duty.name + "」 has records kept for " + own.en + " only, less than the statutory " +
                           needed.en + "."},
                      duty.name);
  finding.help = {"改为不少于" + needed.zh + "；可以更长，不能更短",
                  "write at least " + needed.en + "; longer is allowed, shorter is not"};
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const sema::Rule* duty : subject.RulesOf(index)) {
      const ast::Rule* tree = subject.TreeOf(*duty);
      if (duty->kind != ast::RuleKind::kDuty || tree == nullptr || tree->damaged) continue;
      const auto least = LeastFor(subject, *duty);
      if (!least) continue;
      for (const Said& said : SaidBy(subject, *duty, *tree)) {
        if (!OutlastsSomewhere(subject.background, *least, said.length)) continue;
        Report(subject, findings, *duty, said, *least);
        break;
      }
    }
  }
}

}  // namespace

extern const Rule kP18{.policies = Look};

}  // namespace zhun::lint
