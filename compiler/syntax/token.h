#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/ast/expression.h"
#include "runtime/base/source.h"

namespace zhun::syntax {

/// Kinds of lexemes. The values are those of the generated grammar (checked when compiled).
enum class TokenKind : std::uint8_t {
  kEndOfFile = 0,
#define ZHUN_KEYWORD(TOKEN, ZH, EN, SYMBOLS, ROLE, OPERATOR)
#define ZHUN_TOKEN(TOKEN) k##TOKEN,
// clang-format off: the tokens of the keyword table come first
#include "keywords.def"
#include "compiler/syntax/lexemes.def"
// clang-format on
#undef ZHUN_TOKEN
#undef ZHUN_KEYWORD
};

/// One lexeme with its bytes [begin, end) in the source.
struct Token {
  TokenKind kind = TokenKind::kEndOfFile;
  ast::Operator op = ast::Operator::kNone;  ///< of operator words
  bool faulty = false;                      ///< a message has been given; nobody speaks of it again
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string text;    ///< decoded: width folded outside texts, brackets and quotes stripped, dates as YYYY-MM-DD
  std::string detail;  ///< unit of a quantity; version of an instrument
};

/// `// …` or `/* … */`, kept for the formatter.
struct Comment {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// What the lexer made of a source. The last token is kEndOfFile.
struct Lexed {
  std::vector<Token> tokens;
  std::vector<Comment> comments;
};

inline base::Span SpanOf(base::SourceId source, const Token& token) { return {source, token.begin, token.end}; }

}  // namespace zhun::syntax
