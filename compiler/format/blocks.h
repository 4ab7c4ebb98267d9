#pragma once

#include <cstdint>

#include "compiler/syntax/token.h"

namespace zhun::format {

/// What stands between a pair of braces; kFile for what stands in none.
enum class Block : std::uint8_t { kFile, kPolicy, kRule, kFinding, kException, kTest };

/// Whether a lexeme of this kind begins a clause, rule, header or line of a test directly inside `block`. `item` is what
/// the present one began with: 口径 … 依据 … is one item.
bool BeginsItem(Block block, syntax::TokenKind kind, syntax::TokenKind item);
/// The block behind the brace of an item that began with `item`.
Block BlockOf(syntax::TokenKind item);
/// Headers and lines of a test may share a line.
bool MayShareLine(Block block, syntax::TokenKind kind);

}  // namespace zhun::format
