#include "compiler/sema/clauses.h"

#include <algorithm>

#include "compiler/sema/rules.h"

namespace zhun::sema {
namespace {

using diagnostics::Code;

enum Need : char { n, o, r };

struct Row {
  ast::ClauseKind kind;
  Need need[6];
  const char* zh;
  const char* en;
};

constexpr Row kRows[] = {
#define ZHUN_CLAUSE(NAME, REQUIRE, PROHIBIT, PAPER, ELEMENT, DUTY, POWER, ZH, EN) \
  {ast::ClauseKind::k##NAME, {REQUIRE, PROHIBIT, PAPER, ELEMENT, DUTY, POWER}, ZH, EN},
#include "compiler/sema/clauses.def"
#undef ZHUN_CLAUSE
};

bool Has(const ast::Rule& tree, ast::ClauseKind kind) {
  return std::ranges::any_of(tree.clauses, [&](const ast::Clause& clause) { return clause.kind == kind; });
}

bool IsAllowed(const ast::Rule& tree, ast::ClauseKind kind) {
  return std::ranges::any_of(
      kRows, [&](const Row& row) { return row.kind == kind && row.need[static_cast<std::size_t>(tree.kind)] != n; });
}

/// Whether the rule says with the word of another kind what `kind` should say (须 of a prohibition, 可以 of a duty):
/// the wrong word is reported, so that the right one does not lack as well.
bool IsSaidWrongly(const ast::Rule& tree, ast::ClauseKind kind) {
  using enum ast::ClauseKind;
  const auto wrong = [&](ast::ClauseKind other) { return Has(tree, other) && !IsAllowed(tree, other); };
  switch (kind) {
    case kWhen: return wrong(kMust);
    case kMay: return wrong(kShall) || wrong(kShallNot);
    case kShall: return wrong(kMay);
    default: return false;
  }
}

/// The word that the rule's kind has in place of one that it does not take.
base::Words Instead(const ast::Rule& tree, ast::ClauseKind kind) {
  using enum ast::ClauseKind;
  if (kind == kMust && tree.kind == ast::RuleKind::kProhibit) {
    return {"禁止用“当”写明不许的情形；须满足的条件写成“要求”。",
            "A prohibition says with when what is not allowed; what must be met is a require."};
  }
  if (kind == kMay && tree.kind == ast::RuleKind::kDuty) {
    return {"义务用“应当”或者“不得”；可以做而不必做的写成“权力”。",
            "A duty says shall or shall_not; what may be done, but need not, is a power."};
  }
  if ((kind == kShall || kind == kShallNot) && tree.kind == ast::RuleKind::kPower) {
    return {"权力用“可以”；必须做的写成“义务”。", "A power says may; what must be done is a duty."};
  }
  return {};
}

void CheckClause(Analysis& analysis, const ast::Rule& tree, const Row& row) {
  const base::Words name{row.zh, row.en};
  const Need need = row.need[static_cast<std::size_t>(tree.kind)];
  const ast::Clause* first = nullptr;
  for (const ast::Clause& clause : tree.clauses) {
    if (clause.kind != row.kind) continue;
    if (need == n) {
      diagnostics::Diagnostic& report =
          analysis.sink.Report(Code::kClauseNotAllowed, clause.keyword, {{"clause", name}, {"rule", Title(tree)}});
      report.help = Instead(tree, row.kind);
    } else if (first != nullptr) {
      diagnostics::Diagnostic& report =
          analysis.sink.Report(Code::kClauseTwice, clause.keyword, {{"clause", name}, {"rule", Title(tree)}});
      report.labels.push_back({first->keyword, {"第一次写在这里", "first written here"}});
    }
    first = &clause;
  }
  if (need != r || first != nullptr || tree.damaged || IsSaidWrongly(tree, row.kind)) return;
  const base::Span at = tree.name ? tree.name->span : tree.path ? tree.path->span : tree.keyword;
  const bool basis = row.kind == ast::ClauseKind::kBasis;
  analysis.sink.Report(basis ? Code::kNoBasis : Code::kClauseMissing, at, {{"clause", name}, {"rule", Title(tree)}});
}

void CheckDuty(Analysis& analysis, const ast::Rule& tree) {
  using enum ast::ClauseKind;
  const base::Span at = tree.name ? tree.name->span : tree.keyword;
  const bool shall = Has(tree, kShall), shall_not = Has(tree, kShallNot);
  const bool neither = !shall && !shall_not && !tree.damaged && !IsSaidWrongly(tree, kShall);
  if (neither || (shall && shall_not)) analysis.sink.Report(Code::kDutyText, at, {{"rule", Title(tree)}});
  if (tree.damaged || Has(tree, kFrom)) return;
  for (const ast::Clause& clause : tree.clauses) {
    if (clause.kind != kExtend) continue;
    analysis.sink.Report(Code::kExtendWithoutLimit, clause.keyword, {{"rule", Title(tree)}});
    return;
  }
}

}  // namespace

void CheckClauses(Analysis& analysis, const ast::Rule& tree) {
  for (const Row& row : kRows) CheckClause(analysis, tree, row);
  if (tree.kind != ast::RuleKind::kDuty) return;
  CheckDuty(analysis, tree);
}

}  // namespace zhun::sema
