#pragma once

#include <span>
#include <string>

#include "compiler/format/words_at.h"
#include "compiler/syntax/token.h"
#include "runtime/base/words.h"

namespace zhun::format {

/// The surface a file is written in: that of most of its keywords; Chinese where there is a draw.
base::Language SurfaceOf(std::span<const syntax::Token> tokens, std::string_view text);

/// Whether token `at` is a keyword that stands as the code of a rule: 要素 申请.使用依据 basis {.
bool IsCode(std::span<const syntax::Token> tokens, std::size_t at);

/// A lexeme in its one standard form in `surface`. `written` is how it stands in the file: kept for words that `words`
/// does not know and for what has one form only.
std::string Spell(const syntax::Token& token, std::string_view written, const WordsAt& words, base::Language surface);

/// The first word or segment of a path that `words` cannot say in another surface; nullptr where all can be said.
const syntax::Token* FindUnknownWord(std::span<const syntax::Token> tokens, std::string_view text,
                                     const WordsAt& words);

}  // namespace zhun::format
