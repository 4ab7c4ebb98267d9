#pragma once

#include "compiler/ast/expression.h"
#include "compiler/sema/expression.h"
#include "runtime/base/words.h"

namespace zhun::sema {

/// The order words come in families, so that the word checks the type (LANGUAGE.md, «Constructs»).
enum class Family : std::uint8_t { kNone, kEquality, kAmount, kLevel, kDate, kSymbol, kRegion, kSet, kEmpty };

/// An operator as its positive relation and whether it is negated: 不超过 = 非 超过.
struct Positive {
  ExprKind kind;
  bool negated;
};

Family FamilyOf(ast::Operator op);
Positive PositiveOf(ast::Operator op);
/// The operator as written in both surfaces.
base::Words NameOf(ast::Operator op);
/// The operator that a relation of operands of `family` is printed with.
ast::Operator OperatorFor(ExprKind kind, bool negated, Family family);
/// The order family that fits a type; kNone where its values have no order.
Family FamilyFor(const vocabulary::Vocabulary& vocabulary, vocabulary::Type type);
/// The order words that fit a type, for messages: 超过、不超过、少于、不少于.
base::Words WordsFor(const vocabulary::Vocabulary& vocabulary, vocabulary::Type type);
/// Values of the two types (lists: their elements) can be equal.
bool Comparable(vocabulary::Type left, vocabulary::Type right);

}  // namespace zhun::sema
