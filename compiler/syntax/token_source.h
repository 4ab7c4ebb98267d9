#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ZhunParser.h"
#include "compiler/syntax/token.h"

namespace zhun::syntax {

/// Hands our lexemes to ANTLR's parser. The index of an ANTLR token is the index of ours.
class TokenSource final : public antlr4::TokenSource {
 public:
  /// `tokens` ends with kEndOfFile and must outlive the source.
  explicit TokenSource(const std::vector<Token>& tokens) : tokens_(tokens) {}

  std::unique_ptr<antlr4::Token> nextToken() override;
  size_t getLine() const override { return 0; }
  size_t getCharPositionInLine() override { return 0; }
  antlr4::CharStream* getInputStream() override { return nullptr; }
  std::string getSourceName() override { return {}; }
  antlr4::TokenFactory<antlr4::CommonToken>* getTokenFactory() override;

 private:
  const std::vector<Token>& tokens_;
  std::size_t next_ = 0;
};

}  // namespace zhun::syntax
