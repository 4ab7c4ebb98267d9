#include "compiler/lint/citation/document_number.h"

#include <algorithm>
#include <optional>

#include "compiler/syntax/unicode.h"

namespace zhun::lint {
namespace {

// Official documents bracket the year in 〔〕 (GB/T 9704, 7.2.5); these stand for it.
constexpr std::u32string_view kOpening = U"〔[(【［（﹝";
constexpr std::u32string_view kClosing = U"〕])】］）﹞";
// The last character of the mark of issue: 国办函, 国发, 发改高技, 国办发明电, 令.
constexpr std::u32string_view kMarks = U"发函办字规电技建通告令";
// An issuer begins after these: 根据国办函, 按照国发, 见国办发, …号和国办发.
constexpr std::u32string_view kLeads = U"据照按见号和及与由";
constexpr std::size_t kLongestIssuer = 10;

struct Letter {
  char32_t code = 0;
  std::size_t begin = 0, end = 0;
};

std::vector<Letter> LettersOf(std::string_view text) {
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Character character = syntax::DecodeAt(text, at);
    letters.push_back({character.code, at, at + character.size});
    at += character.size;
  }
  return letters;
}

/// Looks for a number whose year is bracketed at one place of a text.
class Reading {
 public:
  Reading(std::string_view text, const std::vector<Letter>& letters, std::size_t bracket)
      : text_(text),
        letters_(letters),
        bracket_(bracket),
        at_(bracket) {}

  std::optional<DocumentNumber> Read() {
    DocumentNumber number;
    number.begin = Issuer(number);
    if (number.issuer.empty()) return std::nullopt;
    bool sound = Code() == U'〔';
    ++at_;
    number.year = Digits();
    if ((number.year.size() != 4 && number.year.size() != 2) || kClosing.find(Code()) == kClosing.npos) {
      return std::nullopt;
    }
    sound = sound && number.year.size() == 4 && Code() == U'〕';
    ++at_;
    const std::size_t before = at_;
    SkipBlanks();
    if (Code() == U'第') ++at_;
    SkipBlanks();
    sound = sound && at_ == before;
    number.serial = Digits();
    if (number.serial.empty() || number.serial.size() > 5) return std::nullopt;
    sound = sound && !number.serial.starts_with('0');
    number.sound = Code() == U'号' && sound;
    if (Code() == U'号') ++at_;
    number.end = letters_[at_ - 1].end;
    return number;
  }

 private:
  char32_t Code() const { return at_ < letters_.size() ? letters_[at_].code : 0; }

  void SkipBlanks() {
    while (Code() == U' ' || Code() == U'\u3000') ++at_;
  }

  std::string Digits() {
    std::string digits;
    for (; syntax::IsDigit(syntax::Fold(Code())); ++at_) digits += static_cast<char>(syntax::Fold(Code()));
    return digits;
  }

  static bool IsOfIssuer(char32_t code) { return syntax::IsHan(code) && kLeads.find(code) == kLeads.npos; }

  /// The Han characters before the bracket, if the last one marks an issue; their beginning.
  std::size_t Issuer(DocumentNumber& number) const {
    if (bracket_ == 0 || kMarks.find(letters_[bracket_ - 1].code) == kMarks.npos) return 0;
    std::size_t first = bracket_;
    while (first > 0 && bracket_ - first < kLongestIssuer && IsOfIssuer(letters_[first - 1].code)) --first;
    const std::size_t begin = letters_[first].begin;
    number.issuer = text_.substr(begin, letters_[bracket_].begin - begin);
    return begin;
  }

  std::string_view text_;
  const std::vector<Letter>& letters_;
  std::size_t bracket_, at_;
};

}  // namespace

std::string DocumentNumber::InForm() const {
  const std::size_t first = std::min(serial.find_first_not_of('0'), serial.size() - 1);
  return issuer + "〔" + year + "〕" + serial.substr(first) + "号";
}

std::vector<DocumentNumber> DocumentNumbersIn(std::string_view text) {
  const std::vector<Letter> letters = LettersOf(text);
  std::vector<DocumentNumber> numbers;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (kOpening.find(letters[at].code) == kOpening.npos) continue;
    if (auto number = Reading(text, letters, at).Read()) numbers.push_back(std::move(*number));
  }
  return numbers;
}

}  // namespace zhun::lint
