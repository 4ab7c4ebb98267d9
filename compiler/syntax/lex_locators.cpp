#include <optional>

#include <fmt/format.h>

#include "compiler/syntax/lexing.h"
#include "compiler/syntax/numerals.h"

/// What begins with 第: provisions of instruments, items of catalogue conditions, words.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

bool SkipNumeral(Cursor& cursor) {
  const std::uint32_t begin = cursor.At();
  while (IsNumeral(cursor.Peek())) cursor.Next();
  return cursor.At() != begin;
}

bool SkipDigits(Cursor& cursor) {
  const std::uint32_t begin = cursor.At();
  while (IsDigit(cursor.Peek())) cursor.Next();
  return cursor.At() != begin;
}

/// Runs `step` on a copy; the cursor moves only if all of it fits.
template <class Step>
bool Try(Cursor& cursor, Step step) {
  Cursor trial = cursor;
  if (!step(trial)) return false;
  cursor = trial;
  return true;
}

/// 第 N 条 [之 N] [第 N 款] [第（N）项] [第 n 目], exactly as the grammar has it.
bool SkipPosition(Cursor& cursor) {
  if (!Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipNumeral(c) && c.Skip(U'条'); })) return false;
  Try(cursor, [](Cursor& c) { return c.Skip(U'之') && SkipNumeral(c); });
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipNumeral(c) && c.Skip(U'款'); });
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && c.Skip('(') && SkipNumeral(c) && c.Skip(')') && c.Skip(U'项'); });
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipDigits(c) && c.Skip(U'目'); });
  return true;
}

/// 第 N 款 [第（N）项], 第（N）项, 第 n 目: the end of a range without what it shares with the beginning.
bool SkipTail(Cursor& cursor) {
  const std::uint32_t begin = cursor.At();
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipNumeral(c) && c.Skip(U'款'); });
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && c.Skip('(') && SkipNumeral(c) && c.Skip(')') && c.Skip(U'项'); });
  Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipDigits(c) && c.Skip(U'目'); });
  return cursor.At() != begin;
}

bool SkipLocator(Cursor& cursor) {
  if (!SkipPosition(cursor)) return false;
  Try(cursor, [](Cursor& c) { return c.Skip(U'至') && (SkipPosition(c) || SkipTail(c)); });
  return true;
}

bool SkipCatalogueItem(Cursor& cursor) {
  return Try(cursor, [](Cursor& c) { return c.Skip(U'第') && SkipDigits(c) && c.Skip(U'项'); });
}

/// A provision as people write it: any numerals, any brackets, blanks between the parts.
struct Loose {
  std::string canonical;
  bool article = false;
  bool item_only = false;
  std::string item_digits;  ///< number of the 项
};

std::optional<int> TakeNumber(Cursor& cursor) {
  const std::uint32_t begin = cursor.At();
  if (SkipDigits(cursor)) {
    const std::string digits = FoldWidth(cursor.Since(begin));
    if (digits.size() > 4 || digits.find_first_not_of('0') == std::string::npos) return std::nullopt;
    return std::stoi(digits);
  }
  if (!SkipNumeral(cursor)) return std::nullopt;
  return ReadNumeral(cursor.Since(begin));
}

bool TakePart(Cursor& cursor, Loose& loose) {
  if (!cursor.Skip(U'第')) return false;
  const bool bracket = cursor.Skip('(');
  const std::optional<int> number = TakeNumber(cursor);
  if (!number || (bracket && !cursor.Skip(')'))) return false;
  const std::string numeral = WriteNumeral(*number);
  if (cursor.Skip(U'条')) {
    if (loose.article) return false;
    loose.article = true;
    loose.canonical += "第" + numeral + "条";
    Try(cursor, [&](Cursor& c) {
      const std::optional<int> branch = c.Skip(U'之') ? TakeNumber(c) : std::nullopt;
      if (branch) loose.canonical += "之" + WriteNumeral(*branch);
      return branch.has_value();
    });
  } else if (cursor.Skip(U'款')) {
    loose.canonical += "第" + numeral + "款";
  } else if (cursor.Skip(U'项')) {
    loose.item_only = loose.canonical.empty();
    loose.item_digits = std::to_string(*number);
    loose.canonical += "第（" + numeral + "）项";
  } else if (cursor.Skip(U'目')) {
    loose.canonical += "第" + std::to_string(*number) + "目";
  } else {
    return false;
  }
  return true;
}

std::optional<Loose> TakeLoose(Cursor& cursor) {
  Loose loose;
  if (!Try(cursor, [&](Cursor& c) { return TakePart(c, loose); })) return std::nullopt;
  while (loose.article) {
    Loose longer = loose;
    const bool more = Try(cursor, [&](Cursor& c) {
      c.SkipSpaces();
      return TakePart(c, longer);
    });
    if (!more) break;
    loose = longer;
  }
  return loose;
}

/// （ and ） as they print in provisions.
std::string WithWideBrackets(std::string_view text) {
  std::string wide;
  for (const char c : text) {
    if (c == '(') {
      wide += "（";
    } else if (c == ')') {
      wide += "）";
    } else {
      wide += c;
    }
  }
  return wide;
}

}  // namespace

void Lexer::LexOrdinal() {
  const std::uint32_t begin = cursor_.At();
  Cursor strict = cursor_;
  const bool locator = SkipLocator(strict);
  const bool item = !locator && SkipCatalogueItem(strict);
  const std::uint32_t word_end = EndOfWord(cursor_);
  Cursor loose = cursor_;
  const std::optional<Loose> meant = TakeLoose(loose);
  const bool longest = (locator || item) && strict.At() >= word_end;
  if (meant && (!longest || loose.At() > strict.At())) return LexLooseOrdinal(begin, word_end);
  if (!longest) return LexWord();
  cursor_ = strict;
  if (item) return LexCatalogueItem(begin);
  Push(TokenKind::kLocator, begin, WithWideBrackets(FoldWidth(cursor_.Since(begin))));
}

/// A provision in another form than the grammar's.
void Lexer::LexLooseOrdinal(std::uint32_t begin, std::uint32_t word_end) {
  const Loose loose = *TakeLoose(cursor_);
  cursor_.Seek(std::max(cursor_.At(), word_end));
  const std::string written(cursor_.Since(begin));
  if (loose.item_only && LastKind() == TokenKind::kCatalogue) {
    const std::string instead = fmt::format("第{}项", loose.item_digits);
    auto& report = Report(Code::kCatalogueItemForm, begin, cursor_.At(), {{"text", written}, {"instead", instead}});
    Fix(report, begin, cursor_.At(), instead);
    Push(TokenKind::kCatalogueItem, begin, loose.item_digits).faulty = true;
    return;
  }
  if (loose.article) {
    auto& report = Report(Code::kProvisionForm, begin, cursor_.At(), {{"text", written}, {"instead", loose.canonical}});
    Fix(report, begin, cursor_.At(), loose.canonical);
    Push(TokenKind::kLocator, begin, loose.canonical).faulty = true;
    return;
  }
  // 第二款 alone: the article stands in the locator before it, if anywhere.
  std::string whole = loose.canonical;
  const std::size_t count = out_.tokens.size();
  if (count >= 2 && LastKind() == TokenKind::kSeparator && out_.tokens[count - 2].kind == TokenKind::kLocator) {
    const std::string& before = out_.tokens[count - 2].text;
    const std::size_t kept = loose.item_only ? before.find("第（") : before.find("第", before.find("条"));
    whole = before.substr(0, kept) + loose.canonical;
    auto& report = Report(Code::kProvisionWithoutArticle, begin, cursor_.At(), {{"text", written}});
    Fix(report, begin, cursor_.At(), whole);
  } else {
    Report(Code::kProvisionWithoutArticle, begin, cursor_.At(), {{"text", written}});
  }
  Push(TokenKind::kLocator, begin, whole).faulty = true;
}

/// 第n项 is a published condition of the entry; elsewhere it is a mistake with one meaning.
void Lexer::LexCatalogueItem(std::uint32_t begin) {
  const std::string written(cursor_.Since(begin));
  std::string digits = FoldWidth(written);
  digits = digits.substr(3, digits.size() - 6);
  const TokenKind last = LastKind();
  if (last == TokenKind::kInstrument || last == TokenKind::kLocator) {
    Report(Code::kProvisionWithoutArticle, begin, cursor_.At(), {{"text", written}});
    return;
  }
  const std::size_t count = out_.tokens.size();
  const bool repeated =
      count >= 2 && last == TokenKind::kSeparator && out_.tokens[count - 2].kind == TokenKind::kCatalogueItem;
  if (repeated || last == TokenKind::kBasis) {
    auto& report = Report(Code::kCatalogueNotRepeated, begin, cursor_.At(), {{"text", written}});
    Fix(report, begin, begin, "目录条件 ");
    Token& inserted = Push(TokenKind::kCatalogue, begin);
    inserted.end = begin;
    inserted.faulty = true;
  }
  Push(TokenKind::kCatalogueItem, begin, std::move(digits));
}

}  // namespace zhun::syntax
