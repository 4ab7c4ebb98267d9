#include <algorithm>

#include "compiler/syntax/tree_builder.h"

namespace zhun::syntax {

using ast::ExprId;
using ast::ExprKind;

namespace {

ExprKind KindOfPlain(TokenKind kind) {
  switch (kind) {
    case TokenKind::kNumber: return ExprKind::kNumber;
    case TokenKind::kQuantity: return ExprKind::kQuantity;
    case TokenKind::kDate: return ExprKind::kDate;
    case TokenKind::kText: return ExprKind::kText;
    case TokenKind::kName: return ExprKind::kName;
    case TokenKind::kPath: return ExprKind::kPath;
    case TokenKind::kWord: return ExprKind::kWord;
    case TokenKind::kIt: return ExprKind::kIt;
    default: return ExprKind::kError;
  }
}

}  // namespace

ExprId TreeBuilder::Add(ExprKind kind, base::Span span, std::vector<ExprId> operands) {
  ast::Expr expr;
  expr.kind = kind;
  expr.span = span;
  expr.operands = std::move(operands);
  return file_.exprs.Add(std::move(expr));
}

ExprId TreeBuilder::MakeExpr(Grammar::ExprContext* expr) {
  if (expr == nullptr) return AddError({source_, 0, 0});
  // Half an expression may mean something else than the whole; nobody should judge it.
  if (IsDamaged(*expr)) return AddError(SpanOfNode(*expr));
  if (auto* choice = As<Grammar::ChoiceContext>(*expr)) {
    const ExprId condition = MakeExpr(choice->expr(0));
    const ExprId yes = MakeExpr(choice->expr(1));
    const ExprId no = MakeExpr(choice->expr(2));
    return Add(ExprKind::kIf, SpanOfNode(*expr), {condition, yes, no});
  }
  if (auto* junction = As<Grammar::JunctionContext>(*expr)) return MakeJunction(*junction);
  return AddError(SpanOfNode(*expr));
}

ExprId TreeBuilder::MakeJunction(Grammar::JunctionContext& junction) {
  std::vector<ExprId> operands;
  std::vector<ExprKind> operators;
  base::Span op_span{source_, 0, 0};
  for (antlr4::tree::ParseTree* child : junction.children) {
    if (auto* judge = dynamic_cast<Grammar::JudgeContext*>(child)) {
      operands.push_back(MakeJudge(judge));
    } else if (const Token* token = TokenOf(dynamic_cast<Node*>(child))) {
      if (token->kind != TokenKind::kAnd && token->kind != TokenKind::kOr) continue;
      if (operators.empty()) op_span = SpanOf(source_, *token);
      operators.push_back(token->kind == TokenKind::kAnd ? ExprKind::kAnd : ExprKind::kOr);
    }
  }
  if (operands.empty()) return AddError(SpanOfNode(junction));
  if (operands.size() == 1) return operands.front();
  const bool mixed = std::ranges::adjacent_find(operators, std::ranges::not_equal_to{}) != operators.end();
  const ExprId made = Add(mixed ? ExprKind::kMixed : operators.front(), SpanOfNode(junction), std::move(operands));
  file_.exprs[made].op_span = op_span;
  if (mixed) file_.exprs[made].operators = std::move(operators);
  return made;
}

ExprId TreeBuilder::MakeJudge(Grammar::JudgeContext* judge) {
  if (judge == nullptr) return AddError({source_, 0, 0});
  if (auto* negation = As<Grammar::NegationContext>(*judge)) {
    const ExprId operand = MakeJudge(negation->judge());
    const ExprId made = Add(ExprKind::kNot, SpanOfNode(*judge), {operand});
    file_.exprs[made].op_span = SpanOfKeyword(*judge);
    return made;
  }
  if (auto* comparison = As<Grammar::ComparisonContext>(*judge)) return MakeComparison(*comparison);
  return AddError(SpanOfNode(*judge));
}

ExprId TreeBuilder::MakeComparison(Grammar::ComparisonContext& comparison) {
  const ExprId subject = MakeSum(comparison.sum(0));
  std::vector<ExprId> operands{subject};
  Node* op = comparison.Is() != nullptr ? comparison.Is() : comparison.Order();
  ExprKind kind = ExprKind::kCompare;
  if (op != nullptr) {
    operands.push_back(MakeSum(comparison.sum(1)));
  } else if (comparison.SetWord() != nullptr) {
    op = comparison.SetWord();
    kind = ExprKind::kSet;
    const std::vector<ExprId> values = MakeList(comparison.list());
    operands.insert(operands.end(), values.begin(), values.end());
    if (values.empty()) operands.push_back(AddError(SpanOfNode(comparison)));
  } else if (comparison.Emptiness() != nullptr) {
    op = comparison.Emptiness();
    kind = ExprKind::kEmpty;
  } else {
    return subject;
  }
  const ExprId made = Add(kind, SpanOfNode(comparison), std::move(operands));
  file_.exprs[made].op = OperatorOf(op);
  if (const Token* token = TokenOf(op)) file_.exprs[made].op_span = SpanOf(source_, *token);
  return made;
}

ExprId TreeBuilder::MakeSum(Grammar::SumContext* sum) {
  if (sum == nullptr || sum->atom().empty()) return AddError({source_, 0, 0});
  ExprId left;
  const Token* op = nullptr;
  for (antlr4::tree::ParseTree* child : sum->children) {
    if (auto* atom = dynamic_cast<Grammar::AtomContext*>(child)) {
      const ExprId right = MakeAtom(atom);
      if (!left.IsValid() || op == nullptr) {
        left = right;
        continue;
      }
      const base::Span span{source_, file_.exprs[left].span.begin, file_.exprs[right].span.end};
      left = Add(op->kind == TokenKind::kPlus ? ExprKind::kPlus : ExprKind::kMinus, span, {left, right});
      file_.exprs[left].op_span = SpanOf(source_, *op);
    } else if (const Token* token = TokenOf(dynamic_cast<Node*>(child))) {
      op = token->kind == TokenKind::kPlus || token->kind == TokenKind::kMinus ? token : op;
    }
  }
  return left;
}

ExprId TreeBuilder::MakeAtom(Grammar::AtomContext* atom) {
  const base::Span span = SpanOfNode(*atom);
  if (auto* quantified = As<Grammar::QuantifiedContext>(*atom)) {
    const Token* list = TokenOf(quantified->Path() != nullptr ? quantified->Path() : quantified->Word());
    const ExprId condition = MakeExpr(quantified->expr());
    if (list == nullptr) return AddError(span);
    const ExprId made = Add(quantified->AnyOf() != nullptr ? ExprKind::kAny : ExprKind::kEvery, span, {condition});
    file_.exprs[made].text = list->text;
    file_.exprs[made].op_span = SpanOf(source_, *list);
    return made;
  }
  if (auto* bracketed = As<Grammar::BracketedContext>(*atom)) {
    const ExprId inner = MakeExpr(bracketed->expr());
    file_.exprs[inner].bracketed = true;
    file_.exprs[inner].span = span;
    return inner;
  }
  if (auto* provision = As<Grammar::ProvisionContext>(*atom)) {
    if (TokenOf(provision->Instrument()) == nullptr) return AddError(span);
    const ExprId made = Add(ExprKind::kCitation, span);
    const Token& name = *TokenOf(provision->Instrument());
    std::string& text = file_.exprs[made].text;
    text = "《" + name.text + "》";
    if (!name.detail.empty()) text += "（" + name.detail + "）";
    if (const Token* locator = TokenOf(provision->Locator())) text += locator->text;
    return made;
  }
  if (As<Grammar::PlainContext>(*atom) != nullptr && !atom->children.empty()) {
    if (const Token* token = TokenOf(dynamic_cast<Node*>(atom->children.front()))) return MakePlain(*token);
  }
  return AddError(span);
}

ExprId TreeBuilder::MakePlain(const Token& token) {
  const bool unreadable = token.faulty && token.text.empty();
  const ExprId made = Add(unreadable ? ExprKind::kError : KindOfPlain(token.kind), SpanOf(source_, token));
  file_.exprs[made].op_span = SpanOf(source_, token);
  file_.exprs[made].text = token.text;
  file_.exprs[made].unit = token.detail;
  return made;
}

std::vector<ExprId> TreeBuilder::MakeList(Grammar::ListContext* list) {
  std::vector<ExprId> values;
  if (list == nullptr) return values;
  for (Grammar::SumContext* sum : list->sum()) values.push_back(MakeSum(sum));
  return values;
}

}  // namespace zhun::syntax
