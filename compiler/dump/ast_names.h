#pragma once

#include <string_view>

#include "compiler/ast/tree.h"

namespace zhun::dump {

std::string_view NameOf(ast::ExprKind kind);
std::string_view NameOf(ast::Operator op);
std::string_view NameOf(ast::ClauseKind kind);
std::string_view NameOf(ast::RuleKind kind);
std::string_view NameOf(ast::Citation::Kind kind);
std::string_view NameOf(ast::Given::Kind kind);

}  // namespace zhun::dump
