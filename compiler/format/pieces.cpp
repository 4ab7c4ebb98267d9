#include "compiler/format/pieces.h"

#include <algorithm>

#include "compiler/syntax/literate.h"

namespace zhun::format {
namespace {

using syntax::TokenKind;

/// What stands outside the blocks, fences included.
std::vector<Piece> ProseOf(std::string_view text) {
  std::vector<Piece> prose;
  std::uint32_t begin = 0;
  for (const syntax::CodeBlock& block : syntax::FindCodeBlocks(text)) {
    prose.push_back({Piece::Kind::kProse, 0, begin, block.begin, 0});
    begin = block.end;
  }
  prose.push_back({Piece::Kind::kProse, 0, begin, static_cast<std::uint32_t>(text.size()), 0});
  return prose;
}

Piece PieceOf(std::string_view text, const syntax::Comment& comment) {
  const bool line = text.substr(comment.begin).starts_with("//") || text.substr(comment.begin).starts_with("／／");
  return {line ? Piece::Kind::kLineComment : Piece::Kind::kBlockComment, 0, comment.begin, comment.end, 0};
}

}  // namespace

std::vector<Piece> PiecesOf(std::string_view text, const syntax::Lexed& lexed, bool literate) {
  std::vector<Piece> pieces;
  if (literate) pieces = ProseOf(text);
  for (const syntax::Comment& comment : lexed.comments) pieces.push_back(PieceOf(text, comment));
  for (std::size_t i = 0; i < lexed.tokens.size(); ++i) {
    const syntax::Token& token = lexed.tokens[i];
    if (token.kind == TokenKind::kEndOfFile) continue;
    pieces.push_back({Piece::Kind::kToken, i, token.begin, token.end, 0});
  }
  std::ranges::stable_sort(pieces, {}, &Piece::begin);
  const auto size = static_cast<std::uint32_t>(text.size());
  pieces.push_back({Piece::Kind::kEnd, lexed.tokens.size() - 1, size, size, 0});
  std::uint32_t end = 0;
  for (Piece& piece : pieces) {
    piece.lines = static_cast<std::uint32_t>(std::ranges::count(text.substr(end, piece.begin - end), '\n'));
    end = piece.end;
  }
  return pieces;
}

}  // namespace zhun::format
