#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/base/id.h"
#include "runtime/base/source.h"

namespace zhun::ast {

/// A name, word, path or text with its place.
struct Token {
  std::string text;  ///< decoded: without brackets, quotes; full-width digits and dots folded
  base::Span span;
};

enum class ExprKind : std::uint8_t {
  kIf,        ///< operands: condition, then, else
  kAnd,       ///< two or more operands
  kOr,        ///< two or more operands
  kMixed,     ///< 且 and 或 without brackets; `operators` says which stood between the operands
  kNot,       ///< one operand
  kCompare,   ///< two operands and `op` (为 and the order words)
  kSet,       ///< subject, then the list; `op` is one of the set words
  kEmpty,     ///< one operand; `op` kIsEmpty or kIsNotEmpty
  kPlus,      ///< two operands
  kMinus,     ///< two operands
  kAny,       ///< `text` = the list (path or word); operand: the condition on each member
  kEvery,     ///< the same
  kNumber,    ///< `text` = digits
  kQuantity,  ///< `text` = digits, `unit` = unit as written
  kDate,      ///< `text` = YYYY-MM-DD
  kText,      ///< `text` = decoded text
  kName,      ///< 「name」: a definition, finding or rule
  kPath,      ///< `text` = dotted path
  kWord,      ///< bare vocabulary word
  kIt,        ///< 其
  kCitation,  ///< an instrument, perhaps with locator, as a value; `text` = as written
  kError,     ///< where the parser could make nothing of it
};

// clang-format off
enum class Operator : std::uint8_t {
  kNone,
  kIs, kIsNot,
  kMoreThan, kAtMost, kLessThan, kAtLeast,      // amounts
  kAbove, kNotAbove, kBelow, kNotBelow,         // levels
  kBefore, kNotBefore, kAfter, kNotAfter,       // dates
  kLess, kLessEqual, kGreater, kGreaterEqual,   // symbols: the family follows from the operands
  kWithin, kNotWithin,                          // regions
  kIn, kNotIn, kContains, kContainsNo, kMeets, kMeetsNo,  // sets
  kIsEmpty, kIsNotEmpty,
};
// clang-format on

struct Expr;
using ExprId = base::Id<Expr>;

struct Expr {
  ExprKind kind = ExprKind::kError;
  Operator op = Operator::kNone;
  bool bracketed = false;  ///< stood in （ ）
  base::Span span;
  base::Span op_span;      ///< of the operator word, or of a lexeme without the brackets round it
  std::string text;
  std::string unit;
  std::vector<ExprId> operands;
  std::vector<ExprKind> operators;  ///< of kMixed: kAnd or kOr between operands
};

}  // namespace zhun::ast
