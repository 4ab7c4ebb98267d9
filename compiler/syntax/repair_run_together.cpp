#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "compiler/syntax/cursor.h"
#include "compiler/syntax/lexer.h"
#include "compiler/syntax/repair.h"

/// Words without blanks between them: 层级不低于县级, 当申请.回流, 自收到申请起. A split is only offered, never accepted
/// in silence: what looks like two words may be one name.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

struct Cut {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

bool IsComparing(const Keyword& keyword) {
  return keyword.kind == TokenKind::kOrder || keyword.kind == TokenKind::kSetWord ||
         keyword.kind == TokenKind::kEmptiness;
}

/// Words of comparison of two characters or more inside [begin, end), longest first, none inside another.
std::vector<Cut> FindComparisons(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  std::vector<Cut> cuts;
  Cursor cursor(text.substr(0, end));
  for (cursor.Seek(begin); !cursor.AtEnd();) {
    std::uint32_t longest = 0;
    for (const Keyword& keyword : Keywords()) {
      Cursor trial = cursor;
      const bool han = static_cast<unsigned char>(keyword.zh.front()) >= 0x80;
      if (han && IsComparing(keyword) && trial.SkipWord(keyword.zh)) longest = std::max(longest, trial.At());
    }
    if (longest == 0) {
      cursor.Next();
      continue;
    }
    // Behind a dot the word of comparison is the beginning of a name: 申请.认定.涉及商业秘密.
    const bool named = cursor.At() > begin && text[cursor.At() - 1] == '.';
    if (!named) cuts.push_back({cursor.At(), longest});
    cursor.Seek(longest);
  }
  return cuts;
}

/// Reports the word at `index` and puts the lexemes between `borders` in its place.
void Split(Repair& work, std::size_t index, const std::vector<std::uint32_t>& borders) {
  const Token word = work.tokens[index];
  std::vector<Token> parts;
  std::string split;
  std::uint32_t begin = word.begin;
  for (std::size_t i = 0; i <= borders.size(); ++i) {
    const std::uint32_t end = i < borders.size() ? borders[i] : word.end;
    if (end == begin) continue;
    if (!split.empty()) split += " ";
    split += work.text.substr(begin, end - begin);
    for (Token& token : LexPart(work, begin, end)) parts.push_back(std::move(token));
    begin = end;
  }
  for (Token& part : parts) part.faulty = true;
  auto& report = work.Report(Code::kRunTogether, word.begin, word.end, {{"word", word.text}, {"split", split}});
  AddFix(work, report, word.begin, word.end, split);
  const auto at = work.tokens.erase(work.tokens.begin() + static_cast<std::ptrdiff_t>(index));
  work.tokens.insert(at, std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
}

/// 使用时限不得超过1年: cut before 超过, 不得 would hang on the path.
bool FollowsModal(std::string_view before) {
  static constexpr std::string_view kModals[] = {"不得", "不能", "不可", "不应", "应当", "必须", "应", "须"};
  return std::ranges::any_of(kModals, [&](std::string_view modal) { return before.ends_with(modal); });
}

bool SplitComparison(Repair& work, std::size_t i) {
  Token& token = work.tokens[i];
  const std::vector<Cut> cuts = FindComparisons(work.text, token.begin, token.end);
  if (cuts.empty()) return false;
  const bool dangles = cuts.front().begin == token.begin && (i == 0 || !EndsValue(work.tokens[i - 1].kind));
  if (cuts.size() == 1 && !dangles && !FollowsModal(work.text.substr(token.begin, cuts.front().begin - token.begin))) {
    Split(work, i, {cuts.front().begin, cuts.front().end});
    return true;
  }
  // Several words of comparison: where the conditions end is not certain.
  work.Report(Code::kRunTogetherUnclear, token.begin, token.end, {{"word", token.text}});
  token.faulty = true;
  token.text.clear();
  return false;
}

/// 申请.用途为“救助”: two values side by side, and the first ends with the word that should stand between them.
bool SplitEquality(Repair& work, std::size_t i) {
  const Token path = work.tokens[i];
  const Token& next = work.tokens[i + 1];
  if (path.kind != TokenKind::kPath || !StartsValue(next.kind) || !work.SameLine(path, next)) return false;
  static constexpr std::string_view kWords[] = {"不为", "不是", "为", "是"};
  for (const std::string_view word : kWords) {
    if (!path.text.ends_with(word) || path.text.size() != path.end - path.begin) continue;
    const std::uint32_t border = path.end - static_cast<std::uint32_t>(word.size());
    const bool negative = word.starts_with("不");
    const Keyword& keyword = *FindKeyword(negative ? "不为" : "为");
    const std::string split = fmt::format("{} {}", work.text.substr(path.begin, border - path.begin), keyword.zh);
    auto& report = work.Report(Code::kRunTogether, path.begin, path.end, {{"word", path.text}, {"split", split}});
    const bool touching = next.begin == path.end;
    AddFix(work, report, path.begin, path.end, touching ? split + " " : split);
    Token& left = work.tokens[i];
    left.text = path.text.substr(0, path.text.size() - word.size());
    left.end = border;
    Token equality;
    equality.kind = keyword.kind;
    equality.op = keyword.op;
    equality.text = keyword.zh;
    equality.begin = border;
    equality.end = path.end;
    equality.faulty = true;
    work.tokens.insert(work.tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1, equality);
    return true;
  }
  return false;
}

/// A place where only a fixed word can stand: a word here has swallowed one.
bool WantsFixedWord(const Repair& work, std::size_t i) {
  if (i == 0) return false;
  switch (work.tokens[i - 1].kind) {
    case TokenKind::kLeftBrace:
    case TokenKind::kRightBrace:
    case TokenKind::kText:
    case TokenKind::kCatalogueItem:
    case TokenKind::kLocator:
    case TokenKind::kDate:
    case TokenKind::kQuantity: return true;
    case TokenKind::kWhen:
    case TokenKind::kMust:
    case TokenKind::kAnd:
    case TokenKind::kOr:
    case TokenKind::kLeftParen: return work.tokens[i].text.starts_with(KeywordOf(TokenKind::kNot)->zh);
    case TokenKind::kWord:
    case TokenKind::kName:
    case TokenKind::kPath: return work.tokens[i].kind == TokenKind::kPath;
    default: return false;
  }
}

/// Where the fixed word that `token` begins with ends, if the rest is such as follows it.
std::optional<std::uint32_t> EndOfGlued(const Repair& work, const Token& token) {
  static constexpr TokenKind kBefore[] = {TokenKind::kWhen, TokenKind::kMust, TokenKind::kAnd,
                                          TokenKind::kOr,   TokenKind::kNot,  TokenKind::kFrom};
  for (const TokenKind kind : kBefore) {
    Cursor cursor(work.text.substr(0, token.end));
    cursor.Seek(token.begin);
    if (!cursor.SkipWord(KeywordOf(kind)->zh) || cursor.AtEnd() || cursor.Peek() == '.') continue;
    if (kind == TokenKind::kFrom ? token.text.ends_with(KeywordOf(TokenKind::kOn)->zh)
                                 : token.kind == TokenKind::kPath) {
      return cursor.At();
    }
  }
  return std::nullopt;
}

bool SplitGlued(Repair& work, std::size_t i) {
  const Token& token = work.tokens[i];
  if (!WantsFixedWord(work, i)) return false;
  const auto border = EndOfGlued(work, token);
  if (!border) return false;
  std::vector<std::uint32_t> borders{*border};
  const std::string_view on = KeywordOf(TokenKind::kOn)->zh;
  if (token.text.ends_with(on) && token.end - *border > on.size()) {
    borders.push_back(token.end - static_cast<std::uint32_t>(on.size()));
  }
  Split(work, i, borders);
  return true;
}

}  // namespace

std::vector<Token> LexPart(const Repair& work, std::uint32_t begin, std::uint32_t end) {
  diagnostics::Sink ignored;
  std::vector<Token> tokens = Lex(work.text.substr(begin, end - begin), work.source, ignored).tokens;
  tokens.pop_back();
  for (Token& token : tokens) {
    token.begin += begin;
    token.end += begin;
  }
  return tokens;
}

void RepairRunTogether(Repair& work) {
  for (std::size_t i = 0; i + 1 < work.tokens.size(); ++i) {
    const TokenKind kind = work.tokens[i].kind;
    if ((kind != TokenKind::kWord && kind != TokenKind::kPath) || work.tokens[i].faulty) continue;
    if (!SplitEquality(work, i) && !SplitComparison(work, i)) SplitGlued(work, i);
  }
}

}  // namespace zhun::syntax
