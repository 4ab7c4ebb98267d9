#pragma once

#include <cstdint>
#include <span>

#include "runtime/residual/residual.h"
#include "runtime/values/operations.h"
#include "runtime/values/value.h"

namespace zhun::specialise {

/// What is known of a node once the entry is: its value, or where residual code will find it.
struct Symbol {
  enum class Kind : std::uint8_t {
    kStatic,   ///< `value`
    kTruth,    ///< truth register `index`
    kItems,    ///< register of truths by item `index`
    kFact,     ///< slot `index`, as a whole value
    kPath,     ///< an attribute of the case, by `slot`; `check`: where it is not sound it is defective
    kMember,   ///< of the member that the loop of level `index` looks at, by `slot.fields`
    kUnknown,  ///< residual code cannot say: unknown
  };
  static constexpr std::uint16_t kNoCheck = 0xFFFF;

  Kind kind = Kind::kUnknown;
  std::uint16_t index = 0;
  std::uint16_t check = kNoCheck;  ///< a truth register
  residual::Slot slot;             ///< source and path; the shape is chosen where it is read
  vocabulary::Type type;
  std::uint16_t unit = vocabulary::kNone;
  values::Value value;

  static Symbol Static(const values::Value& value) {
    Symbol symbol;
    symbol.kind = Kind::kStatic;
    symbol.value = value;
    return symbol;
  }
  static Symbol Of(Kind kind, std::uint16_t index) {
    Symbol symbol;
    symbol.kind = kind;
    symbol.index = index;
    return symbol;
  }
  bool IsStatic() const { return kind == Kind::kStatic; }
  bool IsList() const { return type.list; }
};

/// The elements of a known value; a single value is the list of itself.
inline std::span<const values::Value> ElementsOf(const values::Value& value) {
  return values::IsList(value) ? value.list->elements : std::span<const values::Value>(&value, 1);
}

}  // namespace zhun::specialise
