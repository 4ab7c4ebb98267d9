#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// What the lexer must know about characters. Widths are folded by UAX #11 pairs: U+FF01…FF5E to ASCII, U+3000 to a
/// blank; nothing else is equal to anything else.
namespace zhun::syntax {

/// A character and the number of bytes it stands in.
struct Character {
  char32_t code = 0;
  std::uint32_t size = 0;
};

/// The character at `at`; {0, 0} at the end. `text` must be valid UTF-8.
Character DecodeAt(std::string_view text, std::size_t at);
/// Offset of the first byte that is no UTF-8 (overlong forms, surrogates and numbers above U+10FFFF are none).
std::optional<std::uint32_t> FindInvalidUtf8(std::string_view text);
void Append(std::string& text, char32_t code);
std::string Utf8(char32_t code);
std::string CodeName(char32_t code);  ///< U+0430

char32_t Fold(char32_t code);
std::string FoldWidth(std::string_view text);

bool IsBlank(char32_t code);  ///< blank, tab, line ends
bool IsDigit(char32_t code);  ///< 0 … 9
bool IsHan(char32_t code);
bool IsWordStart(char32_t code);  ///< letter or _
bool IsWordPart(char32_t code);   ///< letter, number, combining mark or _
/// Letters and numbers of words: Han, Latin, ASCII digits and 〇. All others are reported.
bool IsHomeLetter(char32_t code);
/// Blanks other than IsBlank and U+3000, among them those copied from web pages.
bool IsStrangeBlank(char32_t code);
/// Direction controls, zero-width characters, controls, strange blanks: never welcome, even in texts.
bool IsInvisible(char32_t code);
/// The Han or Latin character that `code`, of another script, is commonly taken for; 0 where none.
char32_t LookAlikeOf(char32_t code);
/// NFC of `text`.
std::string Compose(std::string_view text);
/// True where `text` has only characters that NFC leaves alone, found without composing.
bool IsPlainlyComposed(std::string_view text);

}  // namespace zhun::syntax
