#pragma once

#include <optional>
#include <string>

#include "compiler/sema/scope.h"

namespace zhun::sema {

/// Checks expressions of one place (`scope`) of one file. Every mistake is reported once; what could not be
/// understood becomes an expression of the error type, about which nothing further is said.
class Expressions {
 public:
  Expressions(Analysis& analysis, const Scope& scope)
      : analysis_(analysis),
        scope_(scope),
        file_(*analysis.units[scope.unit].file) {}

  /// An expression that must be a condition.
  ExprId Condition(ast::ExprId id);
  /// An expression of any type; bare words and texts take their meaning from `expected` where that is known.
  ExprId Value(ast::ExprId id, vocabulary::Type expected = kErrorType);
  /// A dotted path outside an expression (要素, 理由, 依据).
  ExprId Path(const ast::Token& path);
  /// A length of time for a time limit.
  ExprId Length(ast::ExprId id);

 private:
  ExprId ValueOf(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Junction(const ast::Expr& tree);
  ExprId Mixed(const ast::Expr& tree);
  /// A mixed junction as written, with every run joined by `inner` in brackets.
  std::string Grouped(const ast::Expr& tree, ast::ExprKind inner) const;
  ExprId Conditional(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Comparison(const ast::Expr& tree);
  ExprId SetRelation(const ast::Expr& tree);
  ExprId Emptiness(const ast::Expr& tree);
  ExprId Sum(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Quantifier(const ast::Expr& tree);
  ExprId Word(const ast::Expr& tree, vocabulary::Type expected);
  ExprId OnlyMember(const ast::Expr& tree);
  ExprId Text(const ast::Expr& tree, vocabulary::Type expected);
  ExprId Number(const ast::Expr& tree);
  ExprId Quantity(const ast::Expr& tree);
  ExprId Date(const ast::Expr& tree);
  ExprId Name(const ast::Expr& tree, vocabulary::Type expected);
  ExprId It(base::Span span);
  ExprId Region(base::Span span, const std::string& code);
  ExprId Compare(const ast::Expr& tree, ExprId left, ExprId right);
  ExprId Related(const ast::Expr& tree, ExprId left, ExprId right, ExprKind kind);
  ExprId PeriodAgainstLength(const ast::Expr& tree, ExprId period, ExprId length);
  /// One step of a path: `at` is the segment, `path` everything from the beginning of the path to its end.
  ExprId Step(ExprId record, const std::string& segment, base::Span at, base::Span path);
  ExprId Derived(ExprId record, const std::string& segment, base::Span at, base::Span path);
  void ReportNoMember(ExprId record, const std::string& segment, base::Span at);
  void ReportUnknownAttribute(ExprId record, const std::string& segment, base::Span at);
  std::optional<std::string> OneStepDeeper(std::uint16_t record, const std::string& segment) const;
  void ReportUnknownName(const ast::Expr& tree, vocabulary::Type expected);
  void ReportUnknownWord(const ast::Expr& tree);
  void ReportUnknownRoot(const std::string& segment, base::Span at);
  void ReportWrongStage(const vocabulary::Root& root, base::Span at);
  ExprId StartOfPath(const std::string& segment, base::Span at);
  ExprId PathText(const std::string& path, base::Span span);
  ExprId UseDefinition(const Symbol& symbol, base::Span span);
  bool NeedsContext(ast::ExprId id) const;
  /// The value compared with `other`, from whose type a bare word takes its meaning.
  ExprId ValueBeside(ast::ExprId id, ExprId other);

  ExprId Add(Expr expr) { return analysis_.model.exprs.Add(std::move(expr)); }
  ExprId Make(ExprKind kind, vocabulary::Type type, base::Span span, std::vector<ExprId> operands = {},
              std::uint32_t ref = 0);
  ExprId Negated(ExprId id);
  ExprId Bad(base::Span span) { return Make(ExprKind::kError, kErrorType, span); }
  const Expr& At(ExprId id) const { return analysis_.model.exprs[id]; }
  bool IsBad(ExprId id) const { return At(id).type.base == vocabulary::Base::kError; }
  base::Words Describe(vocabulary::Type type) const { return vocabulary::Describe(analysis_.vocabulary, type); }
  ExprId Mismatch(const ast::Expr& tree, ExprId left, ExprId right);
  ExprId WrongFamily(const ast::Expr& tree, ExprId left);

  Analysis& analysis_;
  Scope scope_;
  const ast::File& file_;
};

/// Resolves the body of a definition if that has not been done yet; reports a definition that uses itself.
void ResolveDefinition(Analysis& analysis, std::uint32_t definition, base::Span use);

}  // namespace zhun::sema
