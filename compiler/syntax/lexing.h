#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/syntax/cursor.h"
#include "compiler/syntax/keywords.h"
#include "compiler/syntax/lexer.h"

namespace zhun::syntax {

/// The lexer at work; its members live in lexer.cpp and lex_*.cpp, one kind of lexeme each.
class Lexer {
 public:
  Lexer(std::string_view text, base::SourceId source, diagnostics::Sink& sink)
      : cursor_(text),
        source_(source),
        sink_(sink) {}
  Lexed Run();

 private:
  using Arguments = std::vector<diagnostics::Argument>;

  void LexOne();
  void LexComment();
  void LexWord();          // words, keywords, paths
  bool LexGluedCatalogue();
  void LexSymbol();
  void LexStray();
  void LexEqualsSign();
  void LexNumber();        // numbers, quantities, dates
  bool LexDate(std::uint32_t begin);
  bool LexWrongDate(std::uint32_t begin);
  void LexOrdinal();       // 第…: locators, catalogue items, words
  void LexLooseOrdinal(std::uint32_t begin, std::uint32_t end);
  void LexCatalogueItem(std::uint32_t begin);
  void LexText();          // "…" and “…”
  void LexName();          // 「…」
  void LexInstrument();    // 《…》（…）
  void LexForeignQuotes(char32_t close);
  bool LexReversedQuotes();

  std::uint32_t EndOfCurlyText();
  void LexUnclosedText(std::uint32_t begin, std::string_view close);
  bool LexMixedMarks(std::uint32_t begin, const std::string& open, std::string_view line);
  std::uint32_t GuessEnd(std::uint32_t begin) const;
  void ReportInvisible(std::string_view text);
  void CheckLetters(const Token& token, bool letters);

  Token& Push(TokenKind kind, std::uint32_t begin, std::string text = {});
  diagnostics::Diagnostic& Report(diagnostics::Code code, std::uint32_t begin, std::uint32_t end, Arguments arguments);
  void Fix(diagnostics::Diagnostic& diagnostic, std::uint32_t begin, std::uint32_t end, std::string replacement);
  TokenKind LastKind() const { return out_.tokens.empty() ? TokenKind::kEndOfFile : out_.tokens.back().kind; }

  Cursor cursor_;
  base::SourceId source_;
  diagnostics::Sink& sink_;
  Lexed out_;
};

/// End of the word that starts at the cursor; invisible characters inside do not end it.
std::uint32_t EndOfWord(Cursor cursor);

}  // namespace zhun::syntax
