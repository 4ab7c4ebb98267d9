#include "compiler/syntax/limits.h"

#include "compiler/syntax/repair.h"

namespace zhun::syntax {

std::optional<std::size_t> FindTooDeep(const std::vector<Token>& tokens, int limit) {
  std::vector<int> levels{0};  // 若 and 非 open in each bracket
  int depth = 0;
  int negations = 0;  // in a row
  const auto drop = [&](int& count) {
    depth -= count;
    count = 0;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind == TokenKind::kNot) {
      ++negations;
    } else if (kind == TokenKind::kLeftBrace || kind == TokenKind::kLeftParen) {
      levels.back() += negations;
      depth += negations + 1;
      negations = 0;
      levels.push_back(0);
    } else {
      negations = 0;
    }
    if (kind == TokenKind::kIf) ++levels.back(), ++depth;
    if (StartsPart(kind)) drop(levels.back());
    if ((kind == TokenKind::kRightBrace || kind == TokenKind::kRightParen) && levels.size() > 1) {
      drop(levels.back());
      levels.pop_back();
      --depth;
    }
    if (depth + negations > limit) return i;
  }
  return std::nullopt;
}

}  // namespace zhun::syntax
