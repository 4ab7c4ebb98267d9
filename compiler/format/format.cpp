#include "compiler/format/format.h"

#include <algorithm>

#include "compiler/format/layout.h"
#include "compiler/syntax/keywords.h"

namespace zhun::format {
namespace {

using syntax::Token;
using syntax::TokenKind;

/// < may have become 少于.
bool SameOperator(const Token& one, const Token& other) {
  if (one.op == other.op) return true;
  return std::ranges::any_of(syntax::Keywords(), [&](const syntax::Keyword& row) {
    return row.op == one.op && row.role == syntax::Role::kSymbol;
  });
}

bool SameUnit(const Token& one, const Token& other) {
  return one.detail == other.detail || std::ranges::any_of(syntax::Units(), [&](const syntax::UnitSpelling& unit) {
           return (unit.zh == one.detail || unit.en == one.detail) &&
                  (unit.zh == other.detail || unit.en == other.detail);
         });
}

bool SameLexeme(const Token& one, const Token& other) {
  if (one.kind != other.kind) return false;
  if (syntax::KeywordOf(one.kind) != nullptr) return SameOperator(one, other);
  const bool named = one.kind == TokenKind::kWord || one.kind == TokenKind::kPath;
  if (one.kind == TokenKind::kQuantity) return one.text == other.text && SameUnit(one, other);
  return named || (one.text == other.text && one.detail == other.detail);
}

std::string_view TextOf(std::string_view text, const syntax::Comment& comment) {
  std::string_view written = text.substr(comment.begin, comment.end - comment.begin);
  return written.substr(0, written.find_last_not_of(" \t\r") + 1);
}

}  // namespace

std::string Format(const Request& request) {
  const base::Language surface = request.surface.value_or(SurfaceOf(request.lexed.tokens, request.text));
  const Manuscript manuscript{request.text, request.lexed, request.words, surface};
  const std::vector<Piece> pieces = PiecesOf(request.text, request.lexed, request.literate);
  return Layout(manuscript, pieces).Write();
}

bool SaysTheSame(std::string_view before, const syntax::Lexed& one, std::string_view after,
                 const syntax::Lexed& other) {
  const auto same_comment = [&](const syntax::Comment& a, const syntax::Comment& b) {
    return TextOf(before, a) == TextOf(after, b);
  };
  return std::ranges::equal(one.tokens, other.tokens, SameLexeme) &&
         std::ranges::equal(one.comments, other.comments, same_comment);
}

}  // namespace zhun::format
