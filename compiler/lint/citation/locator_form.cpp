#include "compiler/lint/citation/locator_form.h"

#include <vector>

#include "compiler/syntax/unicode.h"
#include "runtime/law/citation.h"
#include "runtime/law/numeral.h"

namespace zhun::lint {
namespace {

constexpr std::string_view kUnits = "条款项";

/// The characters of `text` without blanks.
std::vector<char32_t> CharactersOf(std::string_view text) {
  std::vector<char32_t> characters;
  for (std::size_t at = 0; at < text.size();) {
    const syntax::Character character = syntax::DecodeAt(text, at);
    const bool blank = syntax::IsBlank(syntax::Fold(character.code)) || syntax::IsStrangeBlank(character.code);
    if (!blank) characters.push_back(character.code);
    at += character.size;
  }
  return characters;
}

/// Reads 第N条 and the like, however the number is written, and writes it as statutes do; all else is kept.
class Rewriting {
 public:
  explicit Rewriting(std::string_view text) : text_(CharactersOf(text)) {}

  std::string Run() {
    while (at_ < text_.size()) {
      const char32_t code = Take();
      syntax::Append(out_, code);
      if (code == U'第' || code == U'之') Number(code == U'第');
    }
    return std::move(out_);
  }

 private:
  char32_t Take() { return text_[at_++]; }
  char32_t Peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? syntax::Fold(text_[at_ + ahead]) : 0;
  }

  void Number(bool with_unit) {
    const std::size_t before = at_;
    const bool bracket = Peek() == '(';
    if (bracket) Take();
    const std::string numeral = Numeral();
    if (bracket && Peek() == ')') Take();
    const std::string unit = syntax::Utf8(Peek());
    const bool counted = !numeral.empty() && kUnits.find(unit) != std::string_view::npos;
    if (numeral.empty() || (with_unit && !counted)) {
      at_ = before;
      return;
    }
    out_ += with_unit && unit == "项" ? "（" + numeral + "）" : numeral;
  }

  /// A number in digits or Chinese numerals, as statutes print it; empty where there is none.
  std::string Numeral() {
    std::string written;
    int value = 0;
    while (syntax::IsDigit(Peek()) && value < 1000) {
      value = value * 10 + static_cast<int>(syntax::Fold(Take()) - U'0');
    }
    if (value > 0) return law::PrintNumeral(value);
    for (std::size_t length = 0; length < 8 && Peek(length) != 0; ++length) {
      std::string longer = written + syntax::Utf8(Peek(length));
      if (!law::ParseNumeral(longer) && length > 0) break;
      written = std::move(longer);
    }
    if (!law::ParseNumeral(written)) return "";
    for (std::size_t at = 0; at < written.size(); at += syntax::DecodeAt(written, at).size) Take();
    return written;
  }

  std::vector<char32_t> text_;
  std::size_t at_ = 0;
  std::string out_;
};

}  // namespace

std::optional<std::string> InBetterForm(std::string_view text) {
  const auto citation = law::ParseCitation(Rewriting(text).Run());
  if (!citation) return std::nullopt;
  std::string better = law::PrintCitation(*citation);
  if (better == text) return std::nullopt;
  return better;
}

}  // namespace zhun::lint
