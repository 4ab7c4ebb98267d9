#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "compiler/syntax/lexing.h"
#include "runtime/base/date.h"

/// Numbers, quantities, dates.
namespace zhun::syntax {

using diagnostics::Code;

namespace {

/// Digits at the cursor, width folded.
std::string TakeDigits(Cursor& cursor) {
  std::string digits;
  for (; IsDigit(cursor.Peek()); cursor.Next()) digits += static_cast<char>(cursor.Peek());
  return digits;
}

/// Small numbers only; what does not fit is no date either.
int ValueOf(const std::string& digits) {
  int value = -1;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

std::optional<base::Date> DateOf(const std::string& year, const std::string& month, const std::string& day) {
  return base::MakeDate(ValueOf(year), ValueOf(month), ValueOf(day));
}

/// Steps over the longest unit at the cursor; nullptr where there is none.
const UnitSpelling* TakeUnit(Cursor& cursor) {
  const UnitSpelling* longest = nullptr;
  Cursor end = cursor;
  for (const UnitSpelling& unit : Units()) {
    for (const std::string_view spelling : {unit.zh, unit.en, unit.singular}) {
      Cursor trial = cursor;
      if (trial.SkipWord(spelling) && trial.At() > end.At()) {
        end = trial;
        longest = &unit;
      }
    }
  }
  cursor = end;
  return longest;
}

}  // namespace

void Lexer::LexNumber() {
  const std::uint32_t begin = cursor_.At();
  if (LexDate(begin) || LexWrongDate(begin)) return;
  std::string digits = TakeDigits(cursor_);
  bool faulty = false;
  if (cursor_.Peek() == '.' && IsDigit(cursor_.PeekSecond())) {
    cursor_.Next();
    TakeDigits(cursor_);
    Report(Code::kDecimalNumber, begin, cursor_.At(), {{"text", FoldWidth(cursor_.Since(begin))}});
    faulty = true;
  }
  // 5,000: nobody separates list values by a comma without a blank just before three digits.
  for (Cursor ahead = cursor_; digits.size() <= 12 && ahead.Skip(',');) {
    const std::string group = TakeDigits(ahead);
    if (group.size() != 3) break;
    digits += group;
    cursor_ = ahead;
    faulty = true;
    if (ahead.Peek() == ',') continue;
    auto& report = Report(Code::kDigitSeparator, begin, cursor_.At(),
                          {{"text", std::string(cursor_.Since(begin))}, {"instead", digits}});
    Fix(report, begin, cursor_.At(), digits);
  }
  Cursor ahead = cursor_;
  while (ahead.Peek() == ' ') ahead.Next();
  const UnitSpelling* unit = TakeUnit(ahead);
  if (unit == nullptr) {
    Push(TokenKind::kNumber, begin, std::move(digits)).faulty = faulty;
    return;
  }
  const bool chinese = !IsWordPart(ahead.Text()[ahead.At() - 1]) || ahead.Text()[ahead.At() - 1] < 0;
  cursor_ = ahead;
  Token& token = Push(TokenKind::kQuantity, begin, std::move(digits));
  token.detail = chinese ? unit->zh : unit->en;
  token.faulty = faulty;
}

/// 2025年8月1日, 2025-08-01
bool Lexer::LexDate(std::uint32_t begin) {
  Cursor cursor = cursor_;
  const std::string year = TakeDigits(cursor);
  std::string month;
  std::string day;
  if (cursor.Skip(U'年')) {
    month = TakeDigits(cursor);
    if (month.empty() || !cursor.Skip(U'月')) return false;
    day = TakeDigits(cursor);
    if (day.empty() || !cursor.Skip(U'日')) return false;
  } else {
    if (year.size() != 4 || !cursor.Skip('-')) return false;
    month = TakeDigits(cursor);
    if (month.size() != 2 || !cursor.Skip('-')) return false;
    day = TakeDigits(cursor);
    if (day.size() != 2) return false;
  }
  cursor_ = cursor;
  const std::optional<base::Date> date = DateOf(year, month, day);
  if (!date) Report(Code::kImpossibleDate, begin, cursor_.At(), {{"text", FoldWidth(cursor_.Since(begin))}});
  Push(TokenKind::kDate, begin, date ? base::FormatDate(*date) : "").faulty = !date;
  return true;
}

/// 2025年8月, 2025-08 (no day), 2025/8/1 and the like (another form).
bool Lexer::LexWrongDate(std::uint32_t begin) {
  Cursor cursor = cursor_;
  const std::string year = TakeDigits(cursor);
  if (year.size() != 4) return false;
  const bool chinese = cursor.Skip(U'年');
  const char32_t mark = cursor.Peek();
  if (!chinese && !cursor.Skip('-') && !cursor.Skip('/') && !cursor.Skip('.')) return false;
  const std::string month = TakeDigits(cursor);
  if (month.empty() || month.size() > 2) return false;
  // 2025-08 could be a subtraction; nobody means that where the year and the month exist.
  const bool half = mark == '-' && month.size() == 2 && cursor.Peek() != '-' && DateOf(year, month, "1");
  if (!half && !cursor.Skip(chinese ? U'月' : mark)) return false;
  const std::string day = half ? "" : TakeDigits(cursor);
  if (chinese || half ? !day.empty() : day.empty()) return false;
  // 2025-08-012 would be a date and a number for the grammar; nobody means that.
  if (day.size() > 2 && !(mark == '-' && month.size() == 2)) return false;
  cursor_ = cursor;
  const std::string text = FoldWidth(cursor_.Since(begin));
  const std::optional<base::Date> date = DateOf(year, month, chinese || half ? "1" : day);
  if (chinese || half) {
    const std::string example = text + (half ? "-01" : "1日");
    auto& report = Report(Code::kPartialDate, begin, cursor_.At(), {{"text", text}, {"example", example}});
    Fix(report, begin, cursor_.At(), example);
    report.fixes.back().guess = true;  // which day is meant only the author knows
  } else {
    auto& report = Report(Code::kMalformedDate, begin, cursor_.At(), {{"text", text}});
    if (date) Fix(report, begin, cursor_.At(), base::FormatDate(*date));
  }
  Push(TokenKind::kDate, begin, date ? base::FormatDate(*date) : "").faulty = true;
  return true;
}

}  // namespace zhun::syntax
