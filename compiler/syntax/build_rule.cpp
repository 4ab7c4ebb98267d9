#include <algorithm>
#include <array>

#include "compiler/syntax/tree_builder.h"

/// Rules, their clauses, exceptions.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

using Grammar = generated::ZhunParser;

ast::RuleKind KindOf(Grammar::KindContext& kind) {
  if (kind.Prohibit() != nullptr) return ast::RuleKind::kProhibit;
  if (kind.Paper() != nullptr) return ast::RuleKind::kPaper;
  if (kind.Element() != nullptr) return ast::RuleKind::kElement;
  if (kind.Duty() != nullptr) return ast::RuleKind::kDuty;
  if (kind.Power() != nullptr) return ast::RuleKind::kPower;
  return ast::RuleKind::kRequire;
}

struct ClauseRow {
  TokenKind keyword;
  ast::ClauseKind kind;
};

constexpr std::array kClauses = std::to_array<ClauseRow>({
    {TokenKind::kStage, ast::ClauseKind::kStage},
    {TokenKind::kWhen, ast::ClauseKind::kWhen},
    {TokenKind::kMust, ast::ClauseKind::kMust},
    {TokenKind::kOutcome, ast::ClauseKind::kOutcome},
    {TokenKind::kBasis, ast::ClauseKind::kBasis},
    {TokenKind::kBecause, ast::ClauseKind::kReason},
    {TokenKind::kSanction, ast::ClauseKind::kSanction},
    {TokenKind::kBearer, ast::ClauseKind::kBearer},
    {TokenKind::kShall, ast::ClauseKind::kShall},
    {TokenKind::kShallNot, ast::ClauseKind::kShallNot},
    {TokenKind::kMay, ast::ClauseKind::kMay},
    {TokenKind::kFrom, ast::ClauseKind::kFrom},
    {TokenKind::kMetBy, ast::ClauseKind::kMetBy},
    {TokenKind::kExtend, ast::ClauseKind::kExtend},
});

}  // namespace

/// Codes become ids in JSON: small Latin letters, digits and _.
std::optional<ast::Token> TreeBuilder::CheckCode(std::optional<ast::Token> code) {
  if (!code) return code;
  const bool latin = std::ranges::all_of(
      code->text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
  if (latin) return code;
  sink_.Report(Code::kCodeForm, code->span, {{"code", code->text}});
  return std::nullopt;
}

std::optional<ast::Token> TreeBuilder::MakeCode(Node* node) { return CheckCode(Take(node)); }

std::optional<ast::Rule> TreeBuilder::MakeRule(Grammar::NormContext& norm) {
  if (norm.kind() == nullptr) return std::nullopt;
  ast::Rule made;
  made.span = SpanOfNode(norm);
  made.keyword = SpanOfKeyword(*norm.kind());
  made.kind = KindOf(*norm.kind());
  made.per_item = norm.PerItem() != nullptr;
  made.name = Take(norm.Name());
  made.path = Take(norm.Path());
  if (!made.name && !made.path) return std::nullopt;
  if (Grammar::CodeContext* code = norm.code()) {
    if (!code->children.empty()) made.code = MakeCode(dynamic_cast<Node*>(code->children.front()));
  }
  for (Grammar::ClauseContext* clause : norm.clause()) {
    auto made_clause = MakeClause(*clause);
    made.damaged |= !made_clause.has_value();
    if (made_clause) made.clauses.push_back(std::move(*made_clause));
  }
  for (Grammar::ExceptContext* except : norm.except()) {
    auto exception = MakeException(*except);
    if (exception) made.exceptions.push_back(std::move(*exception));
  }
  made.damaged |= IsDamaged(norm);
  return made;
}

std::optional<ast::Clause> TreeBuilder::MakeClause(Grammar::ClauseContext& clause) {
  ast::Clause made;
  made.span = SpanOfNode(clause);
  made.keyword = SpanOfKeyword(clause);
  if (clause.start == nullptr) return std::nullopt;
  const TokenKind keyword = tokens_[clause.start->getTokenIndex()].kind;
  const auto row = std::ranges::find(kClauses, keyword, &ClauseRow::keyword);
  if (row == kClauses.end()) return std::nullopt;
  made.kind = row->kind;
  FillClause(clause, made);
  return made;
}

void TreeBuilder::FillClause(Grammar::ClauseContext& clause, ast::Clause& made) {
  if (auto* stage = As<Grammar::StageClauseContext>(clause)) {
    made.words = TakeAll({stage->Word()});
  } else if (auto* when = As<Grammar::WhenClauseContext>(clause)) {
    made.expr = MakeExpr(when->expr());
  } else if (auto* must = As<Grammar::MustClauseContext>(clause)) {
    made.expr = MakeExpr(must->expr());
  } else if (auto* outcome = As<Grammar::OutcomeClauseContext>(clause)) {
    made.words = TakeAll({outcome->Word()});
  } else if (auto* basis = As<Grammar::BasisClauseContext>(clause)) {
    made.citations = MakeCitations(basis->cites());
  } else if (auto* because = As<Grammar::BecauseClauseContext>(clause)) {
    made.text = MakeText(because->text());
    made.path = Take(because->Path());
  } else if (auto* sanction = As<Grammar::SanctionClauseContext>(clause)) {
    made.citations = MakeCitations(sanction->cites());
  } else if (auto* bearer = As<Grammar::BearerClauseContext>(clause)) {
    made.words = TakeAll(bearer->Word());
  } else if (auto* modal = As<Grammar::ModalClauseContext>(clause)) {
    made.text = MakeText(modal->text());
  } else if (auto* from = As<Grammar::FromClauseContext>(clause)) {
    made.words = TakeAll({from->Word()});
    made.op = OperatorOf(from->Order());
    made.expr = MakeExpr(from->expr());
  } else if (auto* met = As<Grammar::MetByClauseContext>(clause)) {
    made.words = TakeAll({met->Word()});
    if (met->And() != nullptr) made.expr = MakeExpr(met->expr());
  } else if (auto* extend = As<Grammar::ExtendClauseContext>(clause)) {
    made.op = OperatorOf(extend->Order());
    if (const Token* quantity = TokenOf(extend->Quantity())) {
      made.amount = Decoded(*quantity);
      made.unit = {quantity->detail, SpanOf(source_, *quantity)};
    }
    made.words = TakeAll(extend->Word());
  }
}

std::optional<ast::Exception> TreeBuilder::MakeException(Grammar::ExceptContext& except) {
  ast::Exception made;
  made.span = SpanOfNode(except);
  const auto name = Take(except.Name(0));
  if (!name) return std::nullopt;
  made.name = *name;
  made.code = MakeCode(except.Word());
  if (except.Of() != nullptr) made.of = Take(except.Name(1));
  for (Grammar::ExceptClauseContext* clause : except.exceptClause()) {
    ast::Clause part;
    part.span = SpanOfNode(*clause);
    part.keyword = SpanOfKeyword(*clause);
    part.kind = clause->When() != nullptr ? ast::ClauseKind::kWhen : ast::ClauseKind::kBasis;
    if (clause->When() != nullptr) part.expr = MakeExpr(clause->expr());
    if (clause->Basis() != nullptr) part.citations = MakeCitations(clause->cites());
    made.clauses.push_back(std::move(part));
  }
  for (Grammar::ExceptContext* inner : except.except()) {
    auto exception = MakeException(*inner);
    if (exception) made.exceptions.push_back(std::move(*exception));
  }
  made.damaged |= IsDamaged(except);
  return made;
}

}  // namespace zhun::syntax
