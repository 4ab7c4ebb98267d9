#pragma once

#include <optional>
#include <vector>

#include "compiler/syntax/token.h"

namespace zhun::syntax {

/// Index of the first token that nests deeper than `limit` levels of brackets, 非 and 若; the parser calls itself once a
/// level, so this is asked before it starts.
std::optional<std::size_t> FindTooDeep(const std::vector<Token>& tokens, int limit);

}  // namespace zhun::syntax
