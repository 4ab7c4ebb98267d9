#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "runtime/vocabulary/vocabulary.h"

/// Facts as the evaluators see them. A value is sixteen bytes and owns nothing; texts, records and lists live in
/// the arena of the `Facts` they were bound into, or in the program.
namespace zhun::values {

/// Strong Kleene truth.
enum class Truth : std::uint8_t { kFalse, kUnknown, kTrue };

/// The five states of an attribute (contract), and what else an expression may come to.
enum class State : std::uint8_t {
  kKnown,
  kNone,       ///< declared absent where null is an answer, or absent where absent means none
  kAbsent,     ///< not supplied: unknown
  kPending,    ///< exists, not verified yet: unknown
  kDefective,  ///< supplied but not fit to be used: unknown
  kUncertain,  ///< unknown for another reason: something it was made of is unknown
};

struct Record;
struct List;

struct Value {
  State state = State::kAbsent;
  vocabulary::Base kind = vocabulary::Base::kError;
  std::uint16_t unit = vocabulary::kNone;  ///< of a length or quantity
  std::uint32_t size = 0;                  ///< bytes of a text
  union {
    std::int64_t number;   ///< bool, enum, number, quantity, length, date, instant, region
    const char* text;      ///< UTF-8, `size` bytes; for kPending the reason given
    const Record* record;
    const List* list;
  };

  constexpr Value() : number(0) {}
  bool IsKnown() const { return state == State::kKnown; }
  std::string_view Text() const { return {text, size}; }

  static Value Of(vocabulary::Base kind, std::int64_t number) {
    Value value;
    value.state = State::kKnown;
    value.kind = kind;
    value.number = number;
    return value;
  }
  static Value OfText(std::string_view text) {
    Value value;
    value.state = State::kKnown;
    value.kind = vocabulary::Base::kText;
    value.size = static_cast<std::uint32_t>(text.size());
    value.text = text.data();
    return value;
  }
  static Value OfRecord(const Record* record) {
    Value value;
    value.state = State::kKnown;
    value.kind = vocabulary::Base::kRecord;
    value.record = record;
    return value;
  }
  static Value In(State state) {
    Value value;
    value.state = state;
    return value;
  }
  static Value Of(Truth truth) {
    if (truth == Truth::kUnknown) return In(State::kUncertain);
    return Of(vocabulary::Base::kBool, truth == Truth::kTrue ? 1 : 0);
  }
};
static_assert(sizeof(Value) == 16);

/// Members in the order of the vocabulary's attributes.
struct Record {
  vocabulary::RecordIndex type = vocabulary::kNone;
  std::span<const Value> fields;
};

/// A list value has `kind` of its elements and points here.
struct List {
  std::span<const Value> elements;
};

/// Lists carry their own mark: a `Value` is a list iff `unit == kListMark`.
inline constexpr std::uint16_t kListMark = 0xFFFE;
inline bool IsList(const Value& value) { return value.unit == kListMark; }
inline Value ListOf(vocabulary::Base kind, const List* list) {
  Value value;
  value.state = State::kKnown;
  value.kind = kind;
  value.unit = kListMark;
  value.list = list;
  return value;
}

}  // namespace zhun::values
