#pragma once

#include <string>

#include "compiler/ast/tree.h"
#include "runtime/base/source.h"

namespace zhun::dump {

/// The tree, two blanks a level, one line a node: its kind, its text, its place. Byte-stable.
std::string DumpAst(const ast::File& file, const base::SourceStore& sources);

}  // namespace zhun::dump
