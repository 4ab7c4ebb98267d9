#pragma once

#include <cstddef>
#include <string_view>

#include "compiler/syntax/token.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::syntax {

inline constexpr std::size_t kMostBytes = 1u << 20;
inline constexpr std::size_t kMostTokens = 200'000;

/// Cuts `text` into lexemes: whole words, longest match, never segmentation. `text` must be valid UTF-8; spans refer to
/// `source`. What is wrong is reported and replaced by the lexeme that was probably meant, marked `faulty`.
Lexed Lex(std::string_view text, base::SourceId source, diagnostics::Sink& sink);

}  // namespace zhun::syntax
