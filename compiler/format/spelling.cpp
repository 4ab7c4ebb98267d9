#include "compiler/format/spelling.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/syntax/keywords.h"
#include "runtime/base/date.h"

namespace zhun::format {
namespace {

using syntax::Token;
using syntax::TokenKind;

bool IsHan(char first) { return static_cast<unsigned char>(first) >= 0x80; }

/// The row of a keyword or mark; nullptr for other lexemes.
const syntax::Keyword* RowOf(const Token& token) {
  const syntax::Keyword* first = syntax::KeywordOf(token.kind);
  if (first == nullptr || first->op == token.op) return first;
  for (const syntax::Keyword& row : syntax::Keywords()) {
    if (row.op == token.op && row.kind == token.kind) return &row;
  }
  return first;
}

std::string_view In(base::Language surface, std::string_view zh, std::string_view en) {
  return surface == base::Language::kChinese ? zh : en;
}

std::string Keyword(const Token& token, const syntax::Keyword& row, const WordsAt& words, base::Language surface) {
  const auto known = words.find(token.begin);
  if (row.role == syntax::Role::kSymbol && known != words.end()) return base::In(surface, known->second);
  return std::string(In(surface, row.zh, row.en));
}

/// “…” nests in balance; "…" holds anything but itself.
bool IsBalanced(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text.substr(at).starts_with("“")) ++depth;
    if (text.substr(at).starts_with("”") && --depth < 0) return false;
  }
  return depth == 0;
}

std::string Text(const std::string& text, base::Language surface) {
  const bool straight = text.find('"') == std::string::npos;
  const bool wants_straight = surface == base::Language::kEnglish;
  if (straight && (wants_straight || !IsBalanced(text))) return "\"" + text + "\"";
  return "“" + text + "”";
}

std::string Date(const std::string& iso, base::Language surface) {
  if (surface == base::Language::kEnglish) return iso;
  const auto part = [&](std::size_t at, std::size_t size) { return std::stoi(iso.substr(at, size)); };
  return fmt::format("{}年{}月{}日", part(0, 4), part(5, 2), part(8, 2));
}

std::string Quantity(const Token& token, base::Language surface) {
  for (const syntax::UnitSpelling& unit : syntax::Units()) {
    if (unit.zh != token.detail && unit.en != token.detail) continue;
    if (surface == base::Language::kChinese) return token.text + std::string(unit.zh);
    return token.text + " " + std::string(token.text == "1" ? unit.singular : unit.en);
  }
  return token.text + token.detail;
}

/// Word by word from its segments; those that are not known stay.
std::string Path(const Token& token, std::string_view written, const WordsAt& words, base::Language surface) {
  std::string path;
  for (const Segment& segment : SegmentsOf(token.text, written, token.begin)) {
    const auto known = words.find(segment.at);
    if (!path.empty()) path += ".";
    path += known == words.end() ? segment.text : base::In(surface, known->second);
  }
  return path;
}

bool Knows(const Token& token, std::string_view written, const WordsAt& words) {
  return std::ranges::all_of(SegmentsOf(token.text, written, token.begin),
                             [&](const Segment& segment) { return words.contains(segment.at); });
}

/// A word that names nothing of the vocabulary: the code of a policy, rule, exception or finding, or of a lint rule.
bool IsOwnWord(std::span<const Token> tokens, std::size_t at) {
  if (at == 0 || tokens[at].kind != TokenKind::kWord) return false;
  const TokenKind before = tokens[at - 1].kind, after = tokens[at + 1].kind;
  const bool title = before == TokenKind::kName || before == TokenKind::kPath;
  return before == TokenKind::kWaive || (title && (after == TokenKind::kLeftBrace || after == TokenKind::kOf));
}

}  // namespace

base::Language SurfaceOf(std::span<const Token> tokens, std::string_view text) {
  std::size_t han = 0, latin = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const syntax::Keyword* row = syntax::KeywordOf(tokens[at].kind);
    if (row == nullptr || row->role == syntax::Role::kMark || IsCode(tokens, at)) continue;
    const char first = text[tokens[at].begin];
    if (IsHan(first)) ++han;
    if (first >= 'A' && first <= 'z') ++latin;
  }
  return latin > han ? base::Language::kEnglish : base::Language::kChinese;
}

bool IsCode(std::span<const Token> tokens, std::size_t at) {
  const TokenKind kind = tokens[at].kind;
  if (kind != TokenKind::kBasis && kind != TokenKind::kDuty && kind != TokenKind::kEntry) return false;
  if (at == 0 || at + 1 >= tokens.size() || tokens[at + 1].kind != TokenKind::kLeftBrace) return false;
  return tokens[at - 1].kind == TokenKind::kName || tokens[at - 1].kind == TokenKind::kPath;
}

std::string Spell(const Token& token, std::string_view written, const WordsAt& words, base::Language surface) {
  if (const syntax::Keyword* row = RowOf(token)) return Keyword(token, *row, words, surface);
  switch (token.kind) {
    case TokenKind::kCatalogueItem: return "第" + token.text + "项";
    case TokenKind::kInstrument:
      return "《" + token.text + "》" + (token.detail.empty() ? "" : "（" + token.detail + "）");
    case TokenKind::kDate: return Date(token.text, surface);
    case TokenKind::kQuantity: return Quantity(token, surface);
    case TokenKind::kName: return "「" + token.text + "」";
    case TokenKind::kText: return Text(token.text, surface);
    case TokenKind::kPath:
    case TokenKind::kWord: return Path(token, written, words, surface);
    case TokenKind::kLocator:
    case TokenKind::kNumber: return token.text;
    default: return std::string(written);
  }
}

const Token* FindUnknownWord(std::span<const Token> tokens, std::string_view text, const WordsAt& words) {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Token& token = tokens[at];
    if ((token.kind != TokenKind::kWord && token.kind != TokenKind::kPath) || IsOwnWord(tokens, at)) continue;
    if (!Knows(token, text.substr(token.begin, token.end - token.begin), words)) return &token;
  }
  return nullptr;
}

}  // namespace zhun::format
