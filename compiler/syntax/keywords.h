#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "compiler/syntax/token.h"

namespace zhun::syntax {

/// What a fixed word is for (column `role` of grammar/keywords.tsv).
enum class Role : std::uint8_t {
  kTop,
  kHeader,
  kRule,
  kClause,
  kTime,
  kLogic,
  kEquality,
  kAmount,
  kLevel,
  kDate,
  kRegion,
  kSymbol,
  kSet,
  kEmpty,
  kCitation,
  kSum,
  kTest,
  kMark,
};

/// One row of grammar/keywords.tsv.
struct Keyword {
  TokenKind kind;
  std::string_view zh;
  std::string_view en;
  std::string_view symbol;  ///< accepted, never printed; empty where none
  Role role;
  ast::Operator op;
};

/// All rows in the order of the table.
std::span<const Keyword> Keywords();
/// The row one of whose spellings is exactly `word` (width folded), or nullptr.
const Keyword* FindKeyword(std::string_view word);
/// First row of a token, or nullptr for a lexeme that is no fixed word.
const Keyword* KeywordOf(TokenKind kind);
/// "Word", "LeftBrace": the name of a kind as dumps print it and the grammar writes it.
std::string_view KindName(TokenKind kind);

/// A unit as the vocabulary names it.
struct UnitSpelling {
  std::string_view zh;
  std::string_view en;
  std::string_view singular;
};
std::span<const UnitSpelling> Units();

}  // namespace zhun::syntax
