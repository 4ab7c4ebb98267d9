#pragma once

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Checks expressions of one place (`scope`) of one file. Every mistake is reported once; what could not be
/// understood becomes an expression of the error type, about which nothing further is said.
class Expressions {
 public:
  Expressions(Analysis& analysis, const Scope& scope)
      : analysis_(analysis), scope_(scope), file_(*analysis.units[scope.unit].file) {}

  /// An expression that must be a condition.
  ExprId Condition(ast::ExprId id);
  /// An expression of any type; bare words and texts take their meaning from `expected` where that is known.
  ExprId Value(ast::ExprId id, vocabulary::Type expected = kErrorType);
  /// A dotted path outside an expression (要素, 理由, 依据).
  ExprId Path(const ast::Token& path);
  /// A length of time for a time limit.
  ExprId Length(ast::ExprId id);

 private:
  ExprId Junction(const ast::Expr& tree);
  ExprId Mixed(const ast::Expr& tree);
  ExprId Conditional(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Comparison(const ast::Expr& tree);
  ExprId SetRelation(const ast::Expr& tree);
  ExprId Emptiness(const ast::Expr& tree);
  ExprId Sum(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Quantifier(const ast::Expr& tree);
  ExprId Word(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Text(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Number(const ast::Expr& tree);
  ExprId Quantity(const ast::Expr& tree);
  ExprId Date(const ast::Expr& tree);
  ExprId Name(const ast::Expr& tree);
  ExprId It(base::Span span);
  ExprId Region(base::Span span, const std::string& code);
  ExprId Compare(const ast::Expr& tree, ExprId left, ExprId right);
  ExprId PeriodAgainstLength(const ast::Expr& tree, ExprId period, ExprId length);
  ExprId Step(ExprId record, const std::string& segment, base::Span span);
  ExprId StartOfPath(const std::string& segment, base::Span span);
  ExprId PathText(const std::string& path, base::Span span);
  ExprId UseDefinition(const Symbol& symbol, base::Span span);
  bool NeedsContext(ast::ExprId id) const;

  ExprId Add(Expr expr) { return analysis_.model.exprs.Add(std::move(expr)); }
  ExprId Make(ExprKind kind, vocabulary::Type type, base::Span span, std::vector<ExprId> operands = {},
              std::uint32_t ref = 0);
  ExprId Negated(ExprId id);
  ExprId Bad(base::Span span) { return Make(ExprKind::kError, kErrorType, span); }
  const Expr& At(ExprId id) const { return analysis_.model.exprs[id]; }
  bool IsBad(ExprId id) const { return At(id).type.base == vocabulary::Base::kError; }
  base::Words Describe(vocabulary::Type type) const { return vocabulary::Describe(analysis_.vocabulary, type); }
  ExprId Mismatch(const ast::Expr& tree, ExprId left, ExprId right);

  Analysis& analysis_;
  Scope scope_;
  const ast::File& file_;
};

/// Resolves the body of a definition if that has not been done yet; reports a definition that uses itself.
void ResolveDefinition(Analysis& analysis, std::uint32_t definition, base::Span use);

}  // namespace zhun::sema
