#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "ZhunParser.h"
#include "compiler/ast/tree.h"
#include "compiler/syntax/token.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::syntax {

/// Turns ANTLR's tree into ours; members live in build_*.cpp. A part that could not be read is null or has no token, so
/// every step asks before it takes.
class TreeBuilder {
 public:
  using Grammar = generated::ZhunParser;
  using Node = antlr4::tree::TerminalNode;

  /// `wrong` holds the indexes of the tokens at which syntax errors were found, ascending.
  TreeBuilder(const std::vector<Token>& tokens, std::vector<std::size_t> wrong, base::SourceId source,
              diagnostics::Sink& sink)
      : tokens_(tokens),
        wrong_(std::move(wrong)),
        source_(source),
        sink_(sink) {}

  ast::File Build(Grammar::FileContext& file);

 private:
  // build_policy.cpp
  void AddDeclaration(Grammar::DeclarationContext& declaration);
  ast::Policy MakePolicy(Grammar::PolicyContext& policy);
  void AddHeader(Grammar::HeaderContext& header, ast::Policy& policy);
  void AddMember(Grammar::MemberContext& member, ast::Policy& policy);
  std::optional<ast::Definition> MakeDefinition(Grammar::DefineContext& define);
  std::optional<ast::Reading> MakeReading(Grammar::ReadingContext& reading);
  std::optional<ast::Finding> MakeFinding(Grammar::FindingContext& finding);
  std::optional<ast::Unformalised> MakeUnformalised(Grammar::UnformalisedContext& unformalised);
  std::optional<ast::Waiver> MakeWaiver(Grammar::WaiverContext& waiver);
  void Once(bool given, const antlr4::ParserRuleContext& header);

  // build_rule.cpp
  std::optional<ast::Rule> MakeRule(Grammar::NormContext& norm);
  std::optional<ast::Clause> MakeClause(Grammar::ClauseContext& clause);
  void FillClause(Grammar::ClauseContext& clause, ast::Clause& made);
  std::optional<ast::Exception> MakeException(Grammar::ExceptContext& except);
  std::optional<ast::Token> MakeCode(Node* node);
  std::optional<ast::Token> CheckCode(std::optional<ast::Token> code);

  // build_test.cpp
  std::optional<ast::Test> MakeTest(Grammar::TestContext& test);
  void AddGiven(Grammar::GivenContext& given, ast::Test& test);
  void AddExpectation(Grammar::ExpectationContext& expectation, ast::Test& test);
  std::optional<ast::ExpectedMissing> MakeMissing(Grammar::LackedContext& lacked);

  // build_expression.cpp
  ast::ExprId MakeExpr(Grammar::ExprContext* expr);
  ast::ExprId MakeJunction(Grammar::JunctionContext& junction);
  ast::ExprId MakeJudge(Grammar::JudgeContext* judge);
  ast::ExprId MakeComparison(Grammar::ComparisonContext& comparison);
  ast::ExprId MakeSum(Grammar::SumContext* sum);
  ast::ExprId MakeAtom(Grammar::AtomContext* atom);
  ast::ExprId MakePlain(const Token& token);
  std::vector<ast::ExprId> MakeList(Grammar::ListContext* list);
  ast::ExprId Add(ast::ExprKind kind, base::Span span, std::vector<ast::ExprId> operands = {});
  ast::ExprId AddError(base::Span span) { return Add(ast::ExprKind::kError, span); }

  // build_citation.cpp
  ast::Citations MakeCitations(Grammar::CitesContext* cites);
  std::optional<ast::Citation> MakeCitation(Grammar::CiteContext& cite, bool continues);
  std::optional<ast::Text> MakeText(Grammar::TextContext* text);

  // tree_builder.cpp
  const Token* TokenOf(Node* node) const;  ///< nullptr for nothing and for what the parser made up
  std::optional<ast::Token> Take(Node* node) const;
  std::optional<ast::Token> TakeDate(Node* node) const;
  std::vector<ast::Token> TakeAll(const std::vector<Node*>& nodes) const;
  ast::Token Decoded(const Token& token) const { return {token.text, SpanOf(source_, token)}; }
  ast::Operator OperatorOf(Node* node) const;
  base::Span SpanOfNode(const antlr4::ParserRuleContext& node) const;
  base::Span SpanOfKeyword(const antlr4::ParserRuleContext& node) const;
  void Damage(const antlr4::ParserRuleContext& node);  ///< a mistake only the builder saw
  bool IsDamaged(const antlr4::ParserRuleContext& node) const;

  const std::vector<Token>& tokens_;
  std::vector<std::size_t> wrong_;
  base::SourceId source_;
  diagnostics::Sink& sink_;
  ast::File file_;
};

/// The node as one of its labelled alternatives, or nullptr.
template <class T, class Base>
T* As(Base& node) {
  return dynamic_cast<T*>(&node);
}

}  // namespace zhun::syntax
