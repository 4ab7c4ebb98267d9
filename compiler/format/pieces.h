#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "compiler/syntax/token.h"

namespace zhun::format {

/// What a file consists of, in order: lexemes, comments, and the prose of a literate file.
struct Piece {
  enum class Kind : std::uint8_t { kToken, kLineComment, kBlockComment, kProse, kEnd };
  Kind kind = Kind::kToken;
  std::size_t token = 0;      ///< index of the lexeme; kToken and kEnd
  std::uint32_t begin = 0;    ///< bytes of the source
  std::uint32_t end = 0;
  std::uint32_t lines = 0;    ///< line ends between the piece before and this one

  bool IsComment() const { return kind == Kind::kLineComment || kind == Kind::kBlockComment; }
};

/// The last piece is kEnd. The prose of a literate file keeps its fences.
std::vector<Piece> PiecesOf(std::string_view text, const syntax::Lexed& lexed, bool literate);

}  // namespace zhun::format
