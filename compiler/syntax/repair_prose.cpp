#include <algorithm>

#include <fmt/format.h>

#include "compiler/syntax/repair.h"

/// Words without quotation marks where a text must stand: 应当 记录使用场景、…
namespace zhun::syntax {

using diagnostics::Code;

namespace {

bool WantsText(TokenKind kind) {
  switch (kind) {
    case TokenKind::kShall:
    case TokenKind::kShallNot:
    case TokenKind::kMay:
    case TokenKind::kAsk:
    case TokenKind::kBecause:
    case TokenKind::kVersion:
    case TokenKind::kIssuer:
    case TokenKind::kQuoting: return true;
    default: return false;
  }
}

bool EndsProse(TokenKind kind) {
  return StartsPart(kind) || kind == TokenKind::kLeftBrace || kind == TokenKind::kRightBrace ||
         kind == TokenKind::kEndOfFile;
}

/// The first lexeme after `from` that is not part of the prose; prose ends with its line.
std::size_t EndOfProse(const Repair& work, std::size_t from) {
  std::size_t end = from + 1;
  while (!EndsProse(work.tokens[end].kind) && work.SameLine(work.tokens[end - 1], work.tokens[end])) ++end;
  return end;
}

/// 理由 may take a path or, in a test, names.
bool IsOtherForm(const Repair& work, std::size_t first, std::size_t end) {
  const TokenKind before = work.tokens[first - 1].kind;
  const TokenKind kind = work.tokens[first].kind;
  return before == TokenKind::kBecause && ((kind == TokenKind::kPath && end == first + 1) || kind == TokenKind::kName);
}

/// Bytes up to the next lexeme or line end, without the blanks at the end: marks the lexer refused belong to the prose.
std::uint32_t EndOfBytes(const Repair& work, std::size_t end) {
  const std::uint32_t last = work.tokens[end - 1].end;
  std::size_t stop = std::min<std::size_t>(work.tokens[end].begin, work.text.find('\n', last));
  while (stop > last && (work.text[stop - 1] == ' ' || work.text[stop - 1] == '\t' || work.text[stop - 1] == '\r'))
    --stop;
  const std::size_t comment = work.text.substr(last, stop - last).find_first_of(" \t/");
  return comment == std::string_view::npos ? static_cast<std::uint32_t>(stop)
                                           : last + static_cast<std::uint32_t>(comment);
}

}  // namespace

void RepairProse(Repair& work) {
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    const Token keyword = work.tokens[i];
    const Token& first = work.tokens[i + 1];
    if (!WantsText(keyword.kind) || first.kind == TokenKind::kText || EndsProse(first.kind)) continue;
    if (!work.SameLine(keyword, first)) continue;
    const std::size_t end = EndOfProse(work, i + 1);
    if (IsOtherForm(work, i + 1, end)) continue;
    const std::uint32_t begin = first.begin;
    const std::uint32_t stop = EndOfBytes(work, end);
    const std::string prose(work.text.substr(begin, stop - begin));
    auto& report = work.Report(Code::kUnquotedText, begin, stop, {{"keyword", WordsOf(keyword.kind)}, {"text", prose}});
    AddFix(work, report, begin, stop, fmt::format("“{}”", prose));
    work.prose.push_back({work.source, begin, stop});
    Token text;
    text.kind = TokenKind::kText;
    text.faulty = true;
    text.begin = begin;
    text.end = stop;
    text.text = prose;
    const auto from = work.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    *from = std::move(text);
    work.tokens.erase(from + 1, work.tokens.begin() + static_cast<std::ptrdiff_t>(end));
  }
}

}  // namespace zhun::syntax
