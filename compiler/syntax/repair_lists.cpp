#include <fmt/format.h>

#include "compiler/syntax/repair.h"

/// Values, citations and names of a list without 、 between them: 属于 省级 市级
namespace zhun::syntax {

using diagnostics::Code;

namespace {

enum class List { kNone, kValues, kCitations, kWords, kNames };

/// The list that begins behind `token`; `expecting`: behind 应得 of a test.
List ListAfter(const Token& token, bool expecting) {
  switch (token.kind) {
    case TokenKind::kSetWord: return List::kValues;
    case TokenKind::kBasis:
    case TokenKind::kSanction: return List::kCitations;
    case TokenKind::kBearer:
    case TokenKind::kUpon:
    case TokenKind::kExpect: return List::kWords;
    case TokenKind::kPerItem: return expecting ? List::kValues : List::kNone;
    case TokenKind::kBecause:
    case TokenKind::kPower:
    case TokenKind::kFinding: return expecting ? List::kNames : List::kNone;
    default: return List::kNone;
  }
}

bool EndsList(TokenKind kind) {
  switch (kind) {
    case TokenKind::kAnd:
    case TokenKind::kOr:
    case TokenKind::kThen:
    case TokenKind::kElse:
    case TokenKind::kLeftBrace:
    case TokenKind::kRightBrace:
    case TokenKind::kRightParen:
    case TokenKind::kQuoting: return true;
    default: return StartsPart(kind);
  }
}

bool BeginsElement(List list, TokenKind kind) {
  switch (list) {
    case List::kValues: return StartsValue(kind);
    case List::kCitations: return kind == TokenKind::kInstrument || kind == TokenKind::kCatalogue;
    case List::kWords: return kind == TokenKind::kWord;
    case List::kNames: return kind == TokenKind::kName;
    case List::kNone: break;
  }
  return false;
}

bool EndsElement(List list, TokenKind kind) {
  if (list != List::kCitations) return StartsValue(kind);
  return kind == TokenKind::kInstrument || kind == TokenKind::kLocator || kind == TokenKind::kCatalogueItem ||
         kind == TokenKind::kPath;
}

Token SeparatorAt(std::uint32_t place) {
  Token token;
  token.kind = TokenKind::kSeparator;
  token.faulty = true;
  token.begin = place;
  token.end = place;
  return token;
}

}  // namespace

void RepairLists(Repair& work) {
  List list = List::kNone;
  bool expecting = false;
  std::size_t opened = 0;
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    const TokenKind kind = work.tokens[i].kind;
    if (EndsList(kind)) list = List::kNone;
    if (kind == TokenKind::kExpect) expecting = true;
    if (kind == TokenKind::kLeftBrace || kind == TokenKind::kRightBrace) expecting = false;
    if (const List begun = ListAfter(work.tokens[i], expecting); begun != List::kNone) {
      list = begun;
      opened = i;
      continue;
    }
    const Token& next = work.tokens[i + 1];
    if (list == List::kNone || i == opened || !EndsElement(list, kind) || !BeginsElement(list, next.kind)) continue;
    const Token& value = work.tokens[i];
    const bool latin = static_cast<unsigned char>(work.text[work.tokens[opened].begin]) < 0x80;
    const std::string mark = latin ? "," : "、";
    auto& report = work.Report(Code::kMissingSeparator, value.end, next.begin,
                               {{"left", work.Written(value)}, {"right", work.Written(next)}, {"mark", mark}});
    AddFix(work, report, value.end, value.end, mark);
    work.tokens.insert(work.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, SeparatorAt(value.end));
    ++i;
  }
}

}  // namespace zhun::syntax
