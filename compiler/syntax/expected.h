#pragma once

#include <vector>

#include "compiler/syntax/token.h"
#include "runtime/base/words.h"

namespace zhun::syntax {

/// What may stand at a place, in words: `值、“且”或者“}”`. Long sets are named by their purpose.
base::Words DescribeExpected(const std::vector<TokenKind>& kinds);
/// A lexeme as a message shows it: `“县级”`, `文字“…”`, `文件结尾`.
base::Words DescribeFound(const Token& token, std::string_view written);

}  // namespace zhun::syntax
