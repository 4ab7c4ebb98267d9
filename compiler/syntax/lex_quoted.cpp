#include <fmt/format.h>

#include "compiler/syntax/lexing.h"

/// Texts, names, instruments: everything that stands between marks.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

/// Words that begin what follows a text: if the closing mark lacks, the text ends before the first of them.
bool StartsNextPart(TokenKind kind) {
  const Keyword* keyword = KeywordOf(kind);
  if (keyword == nullptr) return false;
  return keyword->role == Role::kClause || keyword->role == Role::kHeader || keyword->role == Role::kRule ||
         keyword->role == Role::kTime || kind == TokenKind::kExpect || kind == TokenKind::kSet;
}

/// What stands behind such a word is the name of something.
bool NamesSomething(TokenKind kind) {
  const Keyword* keyword = KeywordOf(kind);
  return keyword != nullptr && (keyword->role == Role::kRule || keyword->role == Role::kTop);
}

std::string FoldLettersAndDigits(std::string_view text) {
  std::string folded;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = DecodeAt(text, at);
    const char32_t other = Fold(character.code);
    Append(folded, IsWordPart(other) ? other : character.code);
    at += character.size;
  }
  return folded;
}

std::uint32_t WithoutTail(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin) {
    std::uint32_t last = end - 1;
    while (last > begin && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    const char32_t code = Fold(DecodeAt(text, last).code);
    if (!IsBlank(code) && code != '}' && code != ')') break;
    end = last;
  }
  return end;
}

}  // namespace

/// Where a text that nobody closed probably ends: before a clause word that stands free, or before brackets that close
/// at the end of the line.
std::uint32_t Lexer::GuessEnd(std::uint32_t begin) const {
  Cursor cursor = cursor_;
  cursor.Seek(begin);
  const std::uint32_t line_end = cursor.LineEnd();
  while (cursor.At() < line_end) {
    const bool blank = IsBlank(cursor.Peek());
    cursor.Next();
    if (!blank || !IsWordStart(cursor.Peek())) continue;
    const std::uint32_t start = cursor.At();
    const std::uint32_t end = EndOfWord(cursor);
    const Keyword* keyword = FindKeyword(FoldWidth(cursor.Text().substr(start, end - start)));
    if (keyword != nullptr && StartsNextPart(keyword->kind)) return WithoutTail(cursor.Text(), begin, start);
    cursor.Seek(end);
  }
  return WithoutTail(cursor.Text(), begin, line_end);
}

/// Reports a text without its closing mark and pushes it up to where it probably ends.
void Lexer::LexUnclosedText(std::uint32_t begin, std::string_view close) {
  const std::uint32_t inside = begin + DecodeAt(cursor_.Text(), begin).size;
  const std::string open(cursor_.Text().substr(begin, inside - begin));
  const std::string_view line = cursor_.Text().substr(inside, [&] {
    Cursor here = cursor_;
    here.Seek(inside);
    return here.LineEnd() - inside;
  }());
  if (LexMixedMarks(begin, open, line)) return;
  const std::string_view wrong = close == "”" ? "\"" : "”";
  const std::size_t at = line.find(wrong);
  if (at != std::string_view::npos) {
    const auto end = static_cast<std::uint32_t>(inside + at);
    cursor_.Seek(end + static_cast<std::uint32_t>(wrong.size()));
    auto& report = Report(Code::kMixedQuotes, end, cursor_.At(), {{"open", open}, {"close", wrong}, {"wanted", close}});
    Fix(report, end, cursor_.At(), std::string(close));
    Push(TokenKind::kText, begin, std::string(line.substr(0, at))).faulty = true;
    return;
  }
  const std::uint32_t end = GuessEnd(inside);
  cursor_.Seek(end);
  auto& report = Report(Code::kUnclosedText, begin, inside, {{"open", open}, {"close", close}});
  Fix(report, end, end, std::string(close));
  Push(TokenKind::kText, begin, std::string(cursor_.Since(inside))).faulty = true;
}

/// “甲」 or 「甲”: behind a word that names something it is a name; elsewhere it may be a name or a text, and the author
/// says which. `line` is the rest of the line behind the opening mark.
bool Lexer::LexMixedMarks(std::uint32_t begin, const std::string& open, std::string_view line) {
  const bool name = open == "「";
  std::size_t at = std::string_view::npos;
  std::string close;
  for (const std::string_view mark : {std::string_view("”"), std::string_view("\""), std::string_view("」")}) {
    if ((mark == "」") == name || line.find(mark) >= at) continue;
    at = line.find(mark);
    close = mark;
  }
  const std::size_t other = name ? line.find("「") : line.find_first_of("\"");
  if (at == std::string_view::npos || other < at) return false;
  const auto end = begin + static_cast<std::uint32_t>(open.size() + at);
  cursor_.Seek(end + static_cast<std::uint32_t>(close.size()));
  const std::string inside(line.substr(0, at));
  if (NamesSomething(LastKind())) {
    auto& report = Report(Code::kNameWithoutMarks, begin, cursor_.At(),
                          {{"written", std::string(cursor_.Since(begin))}, {"name", inside}});
    Fix(report, begin, cursor_.At(), "「" + inside + "」");
    Push(TokenKind::kName, begin, inside).faulty = true;
    return true;
  }
  const std::string wanted = name ? "」" : open == "“" ? "”" : "\"";
  const std::string opening = !name ? "「" : close == "”" ? "“" : "\"";
  auto& report = Report(Code::kMixedQuotes, end, cursor_.At(), {{"open", open}, {"close", close}, {"wanted", wanted}});
  Fix(report, end, cursor_.At(), wanted);
  Fix(report, begin, begin + static_cast<std::uint32_t>(open.size()), opening);
  Push(TokenKind::kText, begin, inside).faulty = true;
  return true;
}

/// End of the balanced text after “, or 0.
std::uint32_t Lexer::EndOfCurlyText() {
  Cursor cursor = cursor_;
  int depth = 1;
  for (; !cursor.AtEnd() && cursor.Raw() != '\n' && cursor.Raw() != '\r'; cursor.Next()) {
    if (cursor.Raw() == U'“') ++depth;
    if (cursor.Raw() == U'”' && --depth == 0) return cursor.At();
  }
  return 0;
}

void Lexer::LexText() {
  const std::uint32_t begin = cursor_.At();
  const bool curly = cursor_.Raw() == U'“';
  cursor_.Next();
  const std::uint32_t inside = cursor_.At();
  std::uint32_t end = 0;
  if (curly) {
    end = EndOfCurlyText();
  } else {
    Cursor cursor = cursor_;
    while (!cursor.AtEnd() && cursor.Raw() != '\n' && cursor.Raw() != '\r' && cursor.Peek() != '"') cursor.Next();
    if (cursor.Peek() == '"') end = cursor.At();
  }
  if (end == 0) return LexUnclosedText(begin, curly ? "”" : "\"");
  cursor_.Seek(end);
  std::string text(cursor_.Since(inside));
  cursor_.Next();
  CheckLetters(Push(TokenKind::kText, begin, std::move(text)), false);
}

void Lexer::LexName() {
  const std::uint32_t begin = cursor_.At();
  cursor_.Next();
  const std::uint32_t inside = cursor_.At();
  while (!cursor_.AtEnd() && std::u32string_view(U"「」\r\n").find(cursor_.Raw()) == std::u32string_view::npos)
    cursor_.Next();
  const bool closed = cursor_.Raw() == U'」';
  if (!closed) {
    if (LexMixedMarks(begin, "「", cursor_.Text().substr(inside, cursor_.At() - inside))) return;
    const std::uint32_t end = std::min(GuessEnd(inside), cursor_.At());
    // A name is short: without its mark it ends before a bracket or a blank.
    cursor_.Seek(inside);
    while (cursor_.At() < end && !IsBlank(cursor_.Peek()) && cursor_.Peek() != '{') cursor_.Next();
    auto& report = Report(Code::kUnclosedName, begin, inside, {});
    Fix(report, cursor_.At(), cursor_.At(), "」");
  }
  std::string text = FoldLettersAndDigits(cursor_.Since(inside));
  if (closed) cursor_.Next();
  const bool empty = text.find_first_not_of(" \t") == std::string::npos;
  if (closed && empty) Report(Code::kEmptyMarks, begin, cursor_.At(), {{"text", "「」"}});
  Token& token = Push(TokenKind::kName, begin, std::move(text));
  token.faulty = !closed || empty;
  CheckLetters(token, false);
}

void Lexer::LexInstrument() {
  const std::uint32_t begin = cursor_.At();
  cursor_.Next();
  const std::uint32_t inside = cursor_.At();
  while (!cursor_.AtEnd() && cursor_.Raw() != U'》' && cursor_.Raw() != '\n' && cursor_.Raw() != '\r') cursor_.Next();
  const bool closed = cursor_.Raw() == U'》';
  if (!closed) {
    // The name ends where a provision begins, else where a text would.
    const std::uint32_t end = GuessEnd(inside);
    const std::size_t provision = cursor_.Text().substr(inside, end - inside).find("第");
    cursor_.Seek(provision == std::string_view::npos ? end : static_cast<std::uint32_t>(inside + provision));
    auto& report = Report(Code::kUnclosedInstrument, begin, inside, {});
    Fix(report, cursor_.At(), cursor_.At(), "》");
  }
  std::string name(cursor_.Since(inside));
  if (closed) cursor_.Next();
  std::string version;
  if (closed && cursor_.Peek() == '(') {
    Cursor cursor = cursor_;
    cursor.Next();
    const std::uint32_t from = cursor.At();
    while (!cursor.AtEnd() && cursor.Peek() != ')' && cursor.Raw() != '\n' && cursor.Raw() != '\r') cursor.Next();
    if (cursor.Peek() == ')' && cursor.At() != from) {
      version = cursor.Since(from);
      cursor.Next();
      cursor_ = cursor;
    }
  }
  const bool empty = closed && name.find_first_not_of(" \t") == std::string::npos;
  if (empty) Report(Code::kEmptyMarks, begin, cursor_.At(), {{"text", "《》"}});
  Token& token = Push(TokenKind::kInstrument, begin, std::move(name));
  token.detail = std::move(version);
  token.faulty = !closed || empty;
  CheckLetters(token, false);
}

/// ”…“ and ”…”, as word processors make them: the next mark on the line ends the text.
bool Lexer::LexReversedQuotes() {
  const std::uint32_t begin = cursor_.At();
  Cursor cursor = cursor_;
  cursor.Next();
  const std::uint32_t inside = cursor.At();
  bool worded = false;
  for (const std::u32string_view marks = U"“”\r\n"; !cursor.AtEnd() && marks.find(cursor.Raw()) == marks.npos;
       cursor.Next()) {
    worded |= IsWordPart(cursor.Peek());
  }
  if (!worded || (cursor.Raw() != U'“' && cursor.Raw() != U'”')) return false;
  std::string text(cursor.Text().substr(inside, cursor.At() - inside));
  cursor.Next();
  cursor_ = cursor;
  auto& report = Report(Code::kForeignQuotes, begin, cursor_.At(), {{"text", std::string(cursor_.Since(begin))}});
  Fix(report, begin, cursor_.At(), fmt::format("“{}”", text));
  Push(TokenKind::kText, begin, std::move(text)).faulty = true;
  return true;
}

/// '…' ‘…’ 『…』: read as a text.
void Lexer::LexForeignQuotes(char32_t close) {
  const std::uint32_t begin = cursor_.At();
  Cursor cursor = cursor_;
  cursor.Next();
  const std::uint32_t inside = cursor.At();
  while (!cursor.AtEnd() && cursor.Raw() != close && cursor.Raw() != '\n' && cursor.Raw() != '\r') cursor.Next();
  if (cursor.Raw() != close) return LexStray();
  std::string text(cursor.Since(inside));
  cursor.Next();
  cursor_ = cursor;
  const std::string quoted = fmt::format("“{}”", text);
  auto& report = Report(Code::kForeignQuotes, begin, cursor_.At(), {{"text", std::string(cursor_.Since(begin))}});
  Fix(report, begin, cursor_.At(), quoted);
  Push(TokenKind::kText, begin, std::move(text)).faulty = true;
}

}  // namespace zhun::syntax
