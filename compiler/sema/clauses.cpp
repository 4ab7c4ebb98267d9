#include "compiler/sema/clauses.h"

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

void CheckClause(Analysis& analysis, const ast::Rule& tree, const Row& row) {
  const base::Words name{row.zh, row.en};
  const Need need = row.need[static_cast<std::size_t>(tree.kind)];
  const ast::Clause* first = nullptr;
  for (const ast::Clause& clause : tree.clauses) {
    if (clause.kind != row.kind) continue;
    if (need == n) {
      analysis.sink.Report(Code::kClauseNotAllowed, clause.keyword, {{"clause", name}, {"rule", Title(tree)}});
    } else if (first != nullptr) {
      diagnostics::Diagnostic& report = analysis.sink.Report(Code::kClauseTwice, clause.keyword, {{"clause", name}, {"rule", Title(tree)}});
      report.labels.push_back({first->keyword, {"第一次写在这里", "first written here"}});
    }
    first = &clause;
  }
  if (need != r || first != nullptr) return;
  const base::Span at = tree.name ? tree.name->span : tree.path ? tree.path->span : tree.keyword;
  const bool basis = row.kind == ast::ClauseKind::kBasis;
  analysis.sink.Report(basis ? Code::kNoBasis : Code::kClauseMissing, at, {{"clause", name}, {"rule", Title(tree)}});
}

}  // namespace

void CheckClauses(Analysis& analysis, const ast::Rule& tree) {
  for (const Row& row : kRows) CheckClause(analysis, tree, row);
  if (tree.kind != ast::RuleKind::kDuty) return;
  const auto has = [&](ast::ClauseKind kind) {
    for (const ast::Clause& clause : tree.clauses) {
      if (clause.kind == kind) return true;
    }
    return false;
  };
  const base::Span at = tree.name ? tree.name->span : tree.keyword;
  if (has(ast::ClauseKind::kShall) == has(ast::ClauseKind::kShallNot)) analysis.sink.Report(Code::kDutyText, at, {{"rule", Title(tree)}});
  if (has(ast::ClauseKind::kExtend) && !has(ast::ClauseKind::kFrom)) analysis.sink.Report(Code::kExtendWithoutLimit, at, {{"rule", Title(tree)}});
}

}  // namespace zhun::sema
