#include "compiler/syntax/tree_builder.h"

#include <algorithm>

namespace zhun::syntax {

const Token* TreeBuilder::TokenOf(Node* node) const {
  if (node == nullptr || node->getSymbol() == nullptr) return nullptr;
  // What was skipped in recovery hangs in the tree as well.
  if (!wrong_.empty() && dynamic_cast<antlr4::tree::ErrorNode*>(node) != nullptr) return nullptr;
  const std::size_t index = node->getSymbol()->getTokenIndex();
  return index < tokens_.size() ? &tokens_[index] : nullptr;
}

std::optional<ast::Token> TreeBuilder::Take(Node* node) const {
  const Token* token = TokenOf(node);
  if (token == nullptr) return std::nullopt;
  return Decoded(*token);
}

/// A date that does not exist has been reported; nobody should look at it again.
std::optional<ast::Token> TreeBuilder::TakeDate(Node* node) const {
  const Token* token = TokenOf(node);
  if (token == nullptr || token->text.empty()) return std::nullopt;
  return Decoded(*token);
}

std::vector<ast::Token> TreeBuilder::TakeAll(const std::vector<Node*>& nodes) const {
  std::vector<ast::Token> taken;
  for (Node* node : nodes) {
    if (const Token* token = TokenOf(node)) taken.push_back(Decoded(*token));
  }
  return taken;
}

ast::Operator TreeBuilder::OperatorOf(Node* node) const {
  const Token* token = TokenOf(node);
  return token == nullptr ? ast::Operator::kNone : token->op;
}

base::Span TreeBuilder::SpanOfNode(const antlr4::ParserRuleContext& node) const {
  const std::size_t first = node.start == nullptr ? tokens_.size() - 1 : node.start->getTokenIndex();
  const std::size_t last = node.stop == nullptr ? first : node.stop->getTokenIndex();
  const Token& begin = tokens_[std::min(first, tokens_.size() - 1)];
  const Token& end = tokens_[std::min(last, tokens_.size() - 1)];
  return {source_, begin.begin, std::max(begin.end, end.end)};
}

base::Span TreeBuilder::SpanOfKeyword(const antlr4::ParserRuleContext& node) const {
  const std::size_t first = node.start == nullptr ? tokens_.size() - 1 : node.start->getTokenIndex();
  return SpanOf(source_, tokens_[std::min(first, tokens_.size() - 1)]);
}

void TreeBuilder::Damage(const antlr4::ParserRuleContext& node) {
  const std::size_t index = node.start->getTokenIndex();
  wrong_.insert(std::ranges::lower_bound(wrong_, index), index);
}

/// Whether a syntax error was found inside, or just behind, where it may have ended too early.
bool TreeBuilder::IsDamaged(const antlr4::ParserRuleContext& node) const {
  if (wrong_.empty()) return false;
  if (node.exception != nullptr || node.start == nullptr || node.stop == nullptr) return true;
  const auto inside = std::ranges::lower_bound(wrong_, node.start->getTokenIndex());
  return inside != wrong_.end() && *inside <= node.stop->getTokenIndex() + 1;
}

}  // namespace zhun::syntax
