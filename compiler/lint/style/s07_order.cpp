#include <algorithm>

#include "compiler/lint/subject/policies.h"

/// The order of clauses: where, who, when, what, by when, on what basis, why, or else.
namespace zhun::lint {
namespace {

/// The place of 后果 is free before the basis; it stays behind what it stands behind.
constexpr int kAnywhere = -1;
constexpr int kBasis = 7;

int PlaceOf(ast::ClauseKind kind) {
  switch (kind) {
    case ast::ClauseKind::kStage: return 0;
    case ast::ClauseKind::kBearer: return 1;
    case ast::ClauseKind::kOutcome: return kAnywhere;
    case ast::ClauseKind::kWhen: return 2;
    case ast::ClauseKind::kMust:
    case ast::ClauseKind::kShall:
    case ast::ClauseKind::kShallNot:
    case ast::ClauseKind::kMay: return 3;
    case ast::ClauseKind::kFrom: return 4;
    case ast::ClauseKind::kMetBy: return 5;
    case ast::ClauseKind::kExtend: return 6;
    case ast::ClauseKind::kBasis: return kBasis;
    case ast::ClauseKind::kReason: return 8;
    case ast::ClauseKind::kSanction: return 9;
  }
  return 0;
}

/// A clause and where it belongs.
struct Placed {
  const ast::Clause* clause = nullptr;
  int place = 0;
};

bool Before(const Placed& left, const Placed& right) { return left.place < right.place; }

std::vector<Placed> PlacesOf(const std::vector<ast::Clause>& clauses) {
  std::vector<Placed> placed;
  for (const ast::Clause& clause : clauses) {
    int place = PlaceOf(clause.kind);
    if (place == kAnywhere) place = placed.empty() ? 0 : std::min(placed.back().place, kBasis - 1);
    placed.push_back({&clause, place});
  }
  return placed;
}

base::Span From(const ast::Clause& first, const ast::Clause& last) {
  return {first.span.source, first.span.begin, last.span.end};
}

/// The clauses in order, each in the place of another; nothing where a comment or anything else stands between them,
/// which might belong to one of them.
std::optional<diagnostics::Fix> Reordered(const base::SourceStore& sources, const std::vector<ast::Clause>& clauses,
                                          std::vector<Placed> placed) {
  std::ranges::stable_sort(placed, Before);
  std::string text;
  for (std::size_t i = 0; i < clauses.size(); ++i) {
    if (i > 0) {
      const base::Span gap{clauses[i].span.source, clauses[i - 1].span.end, clauses[i].span.begin};
      const std::string_view between = sources.TextOf(gap);
      if (between.find_first_not_of(" \t\r\n") != std::string_view::npos) return std::nullopt;
      text += between;
    }
    text += sources.TextOf(placed[i].clause->span);
  }
  if (text.find("//") != std::string::npos || text.find("/*") != std::string::npos) return std::nullopt;
  return diagnostics::Fix{From(clauses.front(), clauses.back()), text, {"按顺序排列子句", "Put the clauses in order"}};
}

void Check(const PolicySubject& subject, const ast::Rule& rule, Findings& findings) {
  const std::vector<Placed> placed = PlacesOf(rule.clauses);
  if (rule.damaged || std::ranges::is_sorted(placed, Before)) return;
  const auto early =
      std::ranges::adjacent_find(placed, [](const Placed& left, const Placed& right) { return Before(right, left); });
  const base::Span late = std::next(early)->clause->keyword;
  const std::string first(subject.Sources().TextOf(late)), second(subject.Sources().TextOf(early->clause->keyword));
  Finding& finding = findings.Report(
      RuleCode::kS07, late,
      {"“" + first + "”通常写在“" + second + "”之前。", "“" + first + "” usually stands before “" + second + "”."},
      rule.name ? rule.name->text : "");
  if (auto fix = Reordered(subject.Sources(), rule.clauses, placed)) finding.fixes.push_back(std::move(*fix));
}

void Look(const PolicySubject& subject, Findings& findings) {
  for (const std::uint32_t index : subject.wanted) {
    for (const ast::Rule& rule : subject.Policy(index).tree->rules) Check(subject, rule, findings);
  }
}

}  // namespace

extern const Rule kS07{.policies = Look};

}  // namespace zhun::lint
