#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/base/id.h"
#include "runtime/base/source.h"
#include "runtime/vocabulary/vocabulary.h"

/// Typed expressions: every name resolved, every operator in its positive form («不X» is always the negation of «X»).
namespace zhun::sema {

enum class ExprKind : std::uint8_t {
  kError,       ///< already reported
  kAnd,         ///< conditions
  kOr,
  kNot,
  kIf,          ///< condition, then, else; of any one type
  kEqual,       ///< two values
  kGreater,     ///< 超过 高于 晚于
  kLess,        ///< 少于 低于 早于
  kWithin,      ///< region, region or list of regions
  kIn,          ///< value or list, list
  kContains,    ///< list, value or list
  kMeets,       ///< list, list
  kEmpty,       ///< 为空
  kLonger,      ///< period, length: 超过, both ends counted
  kShorter,     ///< period, length: 少于
  kAny,         ///< list, condition on the member (binder)
  kEvery,
  kAdd,         ///< date or length, length
  kSubtract,
  kConstant,    ///< `number` (with `unit`) or `text` by type
  kList,        ///< constants and values side by side
  kRoot,        ///< `ref` = root index
  kField,       ///< operand = record; `ref` = attribute index
  kIt,          ///< 其; `ref` = binder
  kDefinition,  ///< `ref` = definition index
  kDerived,     ///< operand = record; `ref` = definition index
  kFinding,     ///< `ref` = finding index
  kBreach,      ///< `ref` = rule index: that rule fires
};

struct Expr;
using ExprId = base::Id<Expr>;

struct Expr {
  ExprKind kind = ExprKind::kError;
  vocabulary::Type type;
  base::Span span;
  std::vector<ExprId> operands;
  std::uint32_t ref = 0;       ///< see ExprKind
  std::uint32_t binder = 0;    ///< kAny, kEvery: what 其 means inside
  std::int64_t number = 0;
  std::uint16_t unit = vocabulary::kNone;
  std::string text;
};

inline constexpr vocabulary::Type kCondition{vocabulary::Base::kBool, vocabulary::kNone, false};
inline constexpr vocabulary::Type kErrorType{vocabulary::Base::kError, vocabulary::kNone, false};

}  // namespace zhun::sema
