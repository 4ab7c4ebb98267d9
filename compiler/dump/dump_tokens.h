#pragma once

#include <string>

#include "compiler/syntax/token.h"
#include "runtime/base/source.h"

namespace zhun::dump {

/// One line a lexeme or comment, in the order of their places: `2:5-2:7 Version 版本`. Byte-stable.
std::string DumpTokens(const syntax::Lexed& lexed, const base::SourceStore& sources, base::SourceId source);

}  // namespace zhun::dump
