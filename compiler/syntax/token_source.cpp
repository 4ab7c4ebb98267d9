#include "compiler/syntax/token_source.h"

#include "ZhunLexer.h"

namespace zhun::syntax {

#define ZHUN_KEYWORD(TOKEN, ZH, EN, SYMBOLS, ROLE, OPERATOR)
#define ZHUN_TOKEN(TOKEN)                                                                                   \
  static_assert(static_cast<std::size_t>(TokenKind::k##TOKEN) == std::size_t{generated::ZhunLexer::TOKEN}); \
  static_assert(static_cast<std::size_t>(TokenKind::k##TOKEN) == std::size_t{generated::ZhunParser::TOKEN});
// clang-format off: the tokens of the keyword table come first
#include "keywords.def"
#include "compiler/syntax/lexemes.def"
// clang-format on
#undef ZHUN_TOKEN
#undef ZHUN_KEYWORD

std::unique_ptr<antlr4::Token> TokenSource::nextToken() {
  const std::size_t index = next_ < tokens_.size() ? next_++ : tokens_.size() - 1;
  const Token& token = tokens_[index];
  const bool end = token.kind == TokenKind::kEndOfFile;
  auto made = std::make_unique<antlr4::CommonToken>(end ? antlr4::Token::EOF : static_cast<std::size_t>(token.kind));
  made->setTokenIndex(index);
  made->setStartIndex(token.begin);
  made->setStopIndex(token.end);
  return made;
}

antlr4::TokenFactory<antlr4::CommonToken>* TokenSource::getTokenFactory() {
  return antlr4::CommonTokenFactory::DEFAULT.get();
}

}  // namespace zhun::syntax
