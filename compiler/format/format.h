#pragma once

#include <optional>
#include <string>

#include "compiler/format/words_at.h"
#include "compiler/syntax/token.h"
#include "runtime/base/source.h"
#include "runtime/base/words.h"

/// The one standard form of a policy file, in either surface. See Layout for the form.
namespace zhun::format {

/// What is to be written.
struct Request {
  std::string_view text;                  ///< a file without lexical or syntax errors
  const syntax::Lexed& lexed;             ///< its lexemes
  bool literate = false;                  ///< only its ```zhun blocks are written anew
  const WordsAt& words;                   ///< may be empty where the surface stays
  std::optional<base::Language> surface;  ///< nothing: the one it is in
};

/// The file in standard form: the same lexemes in the same order, every comment in its place.
std::string Format(const Request& request);

/// Whether `after` says what `before` says: equal lexemes, apart from the words that have two names, and equal comments.
/// A formatted file is written only where this holds.
bool SaysTheSame(std::string_view before, const syntax::Lexed& one, std::string_view after, const syntax::Lexed& other);

}  // namespace zhun::format
