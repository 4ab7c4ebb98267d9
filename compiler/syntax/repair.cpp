#include "compiler/syntax/repair.h"

#include <fmt/format.h>

namespace zhun::syntax {

void AddFix(const Repair& work, diagnostics::Diagnostic& diagnostic, std::uint32_t begin, std::uint32_t end,
            std::string replacement) {
  base::Words what{fmt::format("改为：{}", replacement), fmt::format("write {}", replacement)};
  if (replacement.empty()) what = {"删去", "delete it"};
  if (begin == end) what = {fmt::format("补上：{}", replacement), fmt::format("insert {}", replacement)};
  diagnostic.fixes.push_back({{work.source, begin, end}, std::move(replacement), std::move(what)});
}

base::Words WordsOf(TokenKind kind) {
  const Keyword* keyword = KeywordOf(kind);
  if (keyword == nullptr) return {};
  return {std::string(keyword->zh), std::string(keyword->en)};
}

bool StartsPart(TokenKind kind) {
  const Keyword* keyword = KeywordOf(kind);
  if (keyword == nullptr) return false;
  switch (keyword->role) {
    case Role::kTop:
    case Role::kRule:
    case Role::kClause:
    case Role::kTest: return true;
    case Role::kHeader: return kind != TokenKind::kTo;
    case Role::kTime: return kind != TokenKind::kOn && kind != TokenKind::kUpon;
    default: return false;
  }
}

bool EndsValue(TokenKind kind) {
  return StartsValue(kind) || kind == TokenKind::kLocator || kind == TokenKind::kRightParen;
}

bool StartsValue(TokenKind kind) {
  switch (kind) {
    case TokenKind::kNumber:
    case TokenKind::kQuantity:
    case TokenKind::kDate:
    case TokenKind::kText:
    case TokenKind::kName:
    case TokenKind::kPath:
    case TokenKind::kWord:
    case TokenKind::kIt:
    case TokenKind::kInstrument: return true;
    default: return false;
  }
}

}  // namespace zhun::syntax
