#include "compiler/syntax/lexer.h"

#include <fmt/format.h>

#include "compiler/syntax/lexing.h"

namespace zhun::syntax {

using diagnostics::Code;

Lexed Lex(std::string_view text, base::SourceId source, diagnostics::Sink& sink) {
  return Lexer(text, source, sink).Run();
}

Lexed Lexer::Run() {
  ReportInvisible(cursor_.Text());
  while (!cursor_.AtEnd()) {
    if (IsBlank(cursor_.Peek()) || IsInvisible(cursor_.Raw())) {
      cursor_.Next();
    } else if (out_.tokens.size() >= kMostTokens) {
      Report(Code::kTooManyWords, cursor_.At(), cursor_.At(), {{"limit", std::to_string(kMostTokens)}});
      out_.tokens.clear();
      break;
    } else {
      LexOne();
    }
  }
  Push(TokenKind::kEndOfFile, cursor_.At());
  return std::move(out_);
}

void Lexer::LexOne() {
  const char32_t code = cursor_.Peek();
  if (code == '/' && (cursor_.PeekSecond() == '/' || cursor_.PeekSecond() == '*')) return LexComment();
  if (IsDigit(code)) return LexNumber();
  if (code == U'第') return LexOrdinal();
  if (IsWordStart(code)) return LexWord();
  switch (code) {
    case '"':
    case U'“': return LexText();
    case U'「': return LexName();
    case U'《': return LexInstrument();
    case '\'': return LexForeignQuotes('\'');
    case U'‘': return LexForeignQuotes(U'’');
    case U'『': return LexForeignQuotes(U'』');
    default: return LexSymbol();
  }
}

void Lexer::LexComment() {
  const std::uint32_t begin = cursor_.At();
  cursor_.Next();
  const bool line = cursor_.Peek() == '/';
  cursor_.Next();
  if (line) {
    cursor_.Seek(cursor_.LineEnd());
  } else {
    while (!cursor_.AtEnd() && !(cursor_.Peek() == '*' && cursor_.PeekSecond() == '/')) cursor_.Next();
    if (cursor_.AtEnd()) {
      Report(Code::kUnclosedComment, begin, begin + 2, {});
    } else {
      cursor_.Next();
      cursor_.Next();
    }
  }
  out_.comments.push_back({begin, cursor_.At()});
}

std::uint32_t EndOfWord(Cursor cursor) {
  std::uint32_t end = cursor.At();
  const auto unseen = [&] { return IsInvisible(cursor.Raw()) && !IsStrangeBlank(cursor.Raw()); };
  while (!cursor.AtEnd() && (IsWordPart(cursor.Peek()) || unseen())) {
    const bool visible = IsWordPart(cursor.Peek());
    cursor.Next();
    if (visible) end = cursor.At();
  }
  return end;
}

/// 目录条件第1项: the number of a published condition hangs on the word before it.
bool Lexer::LexGluedCatalogue() {
  const std::string_view word = KeywordOf(TokenKind::kCatalogue)->zh;
  const std::uint32_t begin = cursor_.At();
  std::uint32_t word_end = EndOfWord(cursor_);
  Cursor behind = cursor_;
  if (Cursor item = cursor_; item.SkipWord(word) && item.Skip(U'第') && item.Skip('(')) {
    item.Seek(EndOfWord(item));
    if (item.Skip(')')) word_end = EndOfWord(item);
  }
  if (!behind.SkipWord(word) || (behind.Peek() != U'第' && !IsDigit(behind.Peek()))) return false;
  cursor_ = behind;
  const std::string all(behind.Text().substr(begin, word_end - begin));
  auto& report = Report(Code::kRunTogether, begin, word_end,
                        {{"word", all}, {"split", fmt::format("{} {}", word, all.substr(word.size()))}});
  Fix(report, cursor_.At(), cursor_.At(), " ");
  report.fixes.back().text = {"补上空格", "insert a blank"};
  Push(TokenKind::kCatalogue, begin, std::string(word)).faulty = true;
  return true;
}

void Lexer::LexWord() {
  if (LexGluedCatalogue()) return;
  const std::uint32_t begin = cursor_.At();
  cursor_.Seek(EndOfWord(cursor_));
  bool path = false;
  bool spaced = false;
  while (true) {
    Cursor ahead = cursor_;
    ahead.SkipSpaces();
    const bool before = ahead.At() != cursor_.At();
    if (!ahead.Skip('.')) break;
    const std::uint32_t dot = ahead.At();
    ahead.SkipSpaces();
    if (!IsWordStart(ahead.Peek())) break;
    spaced |= before || ahead.At() != dot;
    path = true;
    cursor_.Seek(EndOfWord(ahead));
  }
  std::string text;
  for (Cursor character{cursor_.Since(begin)}; !character.AtEnd(); character.Next()) {
    if (IsWordPart(character.Peek()) || character.Peek() == '.') Append(text, character.Peek());
  }
  if (spaced) {
    auto& report = Report(Code::kBlankInPath, begin, cursor_.At(), {{"path", text}});
    Fix(report, begin, cursor_.At(), text);
  }
  if (const Keyword* keyword = path ? nullptr : FindKeyword(text)) {
    Push(keyword->kind, begin, std::move(text)).op = keyword->op;
    return;
  }
  Token& token = Push(path ? TokenKind::kPath : TokenKind::kWord, begin, std::move(text));
  token.faulty = spaced;
  CheckLetters(token, true);
}

void Lexer::LexSymbol() {
  const std::uint32_t begin = cursor_.At();
  std::string one = Utf8(cursor_.Peek());
  const std::string two = one + Utf8(cursor_.PeekSecond());
  const Keyword* keyword = FindKeyword(two);
  if (keyword == nullptr) keyword = FindKeyword(one);
  if (keyword == nullptr) return LexStray();
  if (FindKeyword(two) == keyword && two.size() > one.size()) cursor_.Next();
  cursor_.Next();
  Push(keyword->kind, begin, FoldWidth(cursor_.Since(begin))).op = keyword->op;
}

void Lexer::LexStray() {
  const std::uint32_t begin = cursor_.At();
  const char32_t code = cursor_.Raw();
  static constexpr std::u32string_view kEndsNothing = U"。：:；;．.·?？";
  static constexpr std::u32string_view kCloses = U"”」》』’";
  const std::string shown = Utf8(code);
  if (kEndsNothing.find(code) != std::u32string_view::npos) {
    cursor_.Next();
    auto& report = Report(Code::kNeedlessMark, begin, cursor_.At(), {{"mark", shown}});
    return Fix(report, begin, cursor_.At(), "");
  }
  if (code == U'”' && LexReversedQuotes()) return;
  if (kCloses.find(code) != std::u32string_view::npos) {
    cursor_.Next();
    Report(Code::kClosesNothing, begin, cursor_.At(), {{"mark", shown}});
    return;
  }
  if (FoldWidth(shown) == "=") return LexEqualsSign();
  // A run of one stray character, or of several without a blank, is one mistake.
  while (!cursor_.AtEnd() && !IsBlank(cursor_.Peek()) && !IsWordPart(cursor_.Peek()) &&
         FindKeyword(Utf8(cursor_.Peek())) == nullptr &&
         std::u32string_view(U"\"“「《").find(cursor_.Peek()) == std::u32string_view::npos) {
    cursor_.Next();
  }
  if (cursor_.At() == begin) cursor_.Next();
  Report(Code::kStrayCharacter, begin, cursor_.At(),
         {{"text", std::string(cursor_.Since(begin))}, {"code", CodeName(code)}});
}

/// 甲 = 乙: everybody writes it once, and everybody means 为.
void Lexer::LexEqualsSign() {
  const std::uint32_t begin = cursor_.At();
  cursor_.Next();
  const bool han =
      out_.tokens.empty() || static_cast<unsigned char>(cursor_.Since(out_.tokens.back().begin).front()) >= 0x80;
  const std::string instead = han ? "为" : "is";
  auto& report = Report(Code::kEqualityWord, begin, cursor_.At(), {{"written", "="}, {"instead", instead}});
  Fix(report, begin, cursor_.At(), instead);
  Token& token = Push(TokenKind::kIs, begin, instead);
  token.op = ast::Operator::kIs;
  token.faulty = true;
}

void Lexer::ReportInvisible(std::string_view text) {
  for (std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
      continue;
    }
    const Character character = DecodeAt(text, at);
    if (!IsInvisible(character.code)) {
      at += character.size;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && IsInvisible(DecodeAt(text, end).code)) end += DecodeAt(text, end).size;
    const auto begin = static_cast<std::uint32_t>(at);
    auto& report =
        Report(Code::kInvisibleCharacter, begin, static_cast<std::uint32_t>(end), {{"code", CodeName(character.code)}});
    Fix(report, begin, static_cast<std::uint32_t>(end), IsStrangeBlank(character.code) ? " " : "");
    at = end;
  }
}

/// Reports letters of other scripts (where `letters`) and text that is not in NFC, and repairs the token.
void Lexer::CheckLetters(const Token& token, bool letters) {
  if (IsPlainlyComposed(token.text)) return;
  Token& changed = out_.tokens.back();
  if (letters) {
    std::string home;
    char32_t first = 0;
    char32_t instead = 0;
    for (Cursor character{token.text}; !character.AtEnd(); character.Next()) {
      const char32_t code = character.Raw();
      const char32_t other = IsHomeLetter(code) || code == '.' ? code : LookAlikeOf(code);
      if (other != code && first == 0) first = code, instead = other;
      Append(home, other == 0 ? code : other);
    }
    if (first != 0) {
      changed.faulty = true;
      const std::string shown = Utf8(first);
      if (instead == 0) {
        Report(Code::kForeignLetter, token.begin, token.end,
               {{"word", token.text}, {"letter", shown}, {"code", CodeName(first)}});
      } else {
        auto& report = Report(Code::kLookAlike, token.begin, token.end,
                              {{"word", token.text},
                               {"letter", shown},
                               {"code", CodeName(first)},
                               {"instead", Utf8(instead)},
                               {"other", CodeName(instead)}});
        Fix(report, token.begin, token.end, home);
        changed.text = home;
      }
      return;
    }
  }
  std::string composed = Compose(token.text);
  if (composed == token.text) return;
  auto& report = Report(Code::kNotComposed, token.begin, token.end, {{"text", token.text}});
  const std::string_view written = cursor_.Text().substr(token.begin, token.end - token.begin);
  Fix(report, token.begin, token.end, Compose(written));
  changed.faulty = true;
  changed.text = std::move(composed);
}

Token& Lexer::Push(TokenKind kind, std::uint32_t begin, std::string text) {
  Token& token = out_.tokens.emplace_back();
  token.kind = kind;
  token.begin = begin;
  token.end = cursor_.At();
  token.text = std::move(text);
  return token;
}

diagnostics::Diagnostic& Lexer::Report(Code code, std::uint32_t begin, std::uint32_t end, Arguments arguments) {
  return sink_.Report(code, {source_, begin, end}, std::move(arguments));
}

void Lexer::Fix(diagnostics::Diagnostic& diagnostic, std::uint32_t begin, std::uint32_t end, std::string replacement) {
  const base::Words what =
      replacement.empty()  ? base::Words{"删去", "delete it"}
      : replacement == " " ? base::Words{"改为空格", "write a blank"}
                           : base::Words{fmt::format("改为：{}", replacement), fmt::format("write {}", replacement)};
  diagnostic.fixes.push_back({{source_, begin, end}, std::move(replacement), what});
}

}  // namespace zhun::syntax
