#pragma once

#include <optional>

#include "compiler/ast/tree.h"
#include "compiler/syntax/token.h"
#include "runtime/base/source.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::syntax {

/// Deepest nesting of brackets, 非 and 若.
inline constexpr int kDeepestNesting = 100;

/// Reads the policy file `id`, `*.zhun` or `*.zhun.md` (only its ```zhun blocks). All independent mistakes are reported
/// into `sink`, lexical ones first. A tree comes back even with mistakes: what could not be read is a kError expression
/// or `damaged`. Nothing comes back only where reading makes no sense: no UTF-8, too large, nested too deep.
/// Thread-safe for different stores.
std::optional<ast::File> Parse(const base::SourceStore& sources, base::SourceId id, diagnostics::Sink& sink);

/// The lexemes and comments of the same file as the parser would see them before any repair; nothing as for Parse.
std::optional<Lexed> Tokenise(const base::SourceStore& sources, base::SourceId id, diagnostics::Sink& sink);

}  // namespace zhun::syntax
