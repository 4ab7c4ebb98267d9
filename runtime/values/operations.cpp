#include "runtime/values/operations.h"

#include <algorithm>

#include "runtime/base/date.h"
#include "runtime/values/calendar_length.h"
#include "runtime/values/region.h"

namespace zhun::values {
namespace {

using vocabulary::Base;

Truth Of(bool known) { return known ? Truth::kTrue : Truth::kFalse; }

bool IsNone(const Value& value) { return value.state == State::kNone; }
bool IsDay(const Value& value) { return value.kind == Base::kDate || value.kind == Base::kInstant; }

/// A value as the list it stands for; none has no elements where a list is needed.
std::span<const Value> ElementsOf(const Value& value) {
  if (IsNone(value)) return {};
  return IsList(value) ? value.list->elements : std::span<const Value>(&value, 1);
}

bool AllKnown(std::span<const Value> elements) {
  return std::all_of(elements.begin(), elements.end(), [](const Value& element) { return element.IsKnown(); });
}

/// Unknown, or a list with an unknown element.
bool IsUnknown(const Value& value) {
  if (IsNone(value)) return false;
  return !value.IsKnown() || (IsList(value) && !AllKnown(value.list->elements));
}

Truth EqualRecords(const Record& left, const Record& right) {
  if (&left == &right) return Truth::kTrue;
  if (left.type != right.type || left.fields.size() != right.fields.size()) return Truth::kUnknown;
  Truth result = Truth::kTrue;
  for (std::size_t i = 0; i < left.fields.size(); ++i) result = And(result, Equal(left.fields[i], right.fields[i]));
  return result;
}

Truth EqualNumbers(const Value& left, const Value& right) {
  const bool counted = left.kind == Base::kLength || left.kind == Base::kQuantity;
  if (left.kind == right.kind)
    return counted && left.unit != right.unit ? Truth::kUnknown : Of(left.number == right.number);
  if (IsDay(left) && IsDay(right)) return Of(DayOfValue(left) == DayOfValue(right));
  return Truth::kUnknown;
}

/// Two known single values.
Truth EqualKnown(const Value& left, const Value& right) {
  if (left.kind == Base::kText && right.kind == Base::kText) return Of(left.Text() == right.Text());
  if (left.kind == Base::kRecord && right.kind == Base::kRecord) return EqualRecords(*left.record, *right.record);
  if (left.kind == Base::kText || right.kind == Base::kText) return Truth::kUnknown;
  if (left.kind == Base::kRecord || right.kind == Base::kRecord) return Truth::kUnknown;
  if (left.kind == Base::kError || right.kind == Base::kError) return Truth::kUnknown;
  return EqualNumbers(left, right);
}

Truth IsAmong(const Value& wanted, std::span<const Value> elements) {
  Truth result = Truth::kFalse;
  for (const Value& element : elements) {
    result = Or(result, EqualKnown(wanted, element));
    if (result == Truth::kTrue) break;
  }
  return result;
}

Truth IsSubset(std::span<const Value> inner, std::span<const Value> outer) {
  Truth result = Truth::kTrue;
  for (const Value& element : inner) {
    result = And(result, IsAmong(element, outer));
    if (result == Truth::kFalse) break;
  }
  return result;
}

/// Whether both have an order and the same one.
bool IsOrdered(const Value& left, const Value& right) {
  if (IsDay(left) && IsDay(right)) return true;
  if (left.kind != right.kind) return false;
  return left.kind == Base::kNumber || left.kind == Base::kEnum ||
         (left.kind == Base::kQuantity && left.unit == right.unit);
}

Truth LessLength(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right) {
  if (left.unit == right.unit) return Of(left.number < right.number);
  if (left.number < 0 || right.number < 0) return Truth::kUnknown;
  const LengthUnit left_unit = LengthUnitOf(vocabulary, left);
  const LengthUnit right_unit = LengthUnitOf(vocabulary, right);
  const std::optional<DayRange> less = DaysIn(left.number, left_unit);
  const std::optional<DayRange> more = DaysIn(right.number, right_unit);
  if (!less || !more) return Truth::kUnknown;
  if (left_unit != LengthUnit::kDay && right_unit != LengthUnit::kDay) {
    constexpr std::int64_t kMonthsPerYear = 12;
    return Of(left.number * (left_unit == LengthUnit::kYear ? kMonthsPerYear : 1) <
              right.number * (right_unit == LengthUnit::kYear ? kMonthsPerYear : 1));
  }
  if (less->most < more->least) return Truth::kTrue;
  return less->least >= more->most ? Truth::kFalse : Truth::kUnknown;
}

Truth WithinAny(std::int64_t region, std::span<const Value> outer) {
  for (const Value& candidate : outer) {
    if (candidate.kind != Base::kRegion) return Truth::kUnknown;
    if (RegionWithin(region, candidate.number)) return Truth::kTrue;
  }
  return Truth::kFalse;
}

}  // namespace

Truth And(Truth left, Truth right) {
  if (left == Truth::kFalse || right == Truth::kFalse) return Truth::kFalse;
  return left == Truth::kTrue && right == Truth::kTrue ? Truth::kTrue : Truth::kUnknown;
}

Truth Or(Truth left, Truth right) {
  if (left == Truth::kTrue || right == Truth::kTrue) return Truth::kTrue;
  return left == Truth::kFalse && right == Truth::kFalse ? Truth::kFalse : Truth::kUnknown;
}

Truth Not(Truth operand) {
  if (operand == Truth::kUnknown) return Truth::kUnknown;
  return Of(operand == Truth::kFalse);
}

Truth Equal(const Value& left, const Value& right) {
  if (IsUnknown(left) || IsUnknown(right)) return Truth::kUnknown;
  if ((IsNone(left) || !IsList(left)) && (IsNone(right) || !IsList(right))) {
    return IsNone(left) || IsNone(right) ? Of(IsNone(left) && IsNone(right)) : EqualKnown(left, right);
  }
  return And(IsSubset(ElementsOf(left), ElementsOf(right)), IsSubset(ElementsOf(right), ElementsOf(left)));
}

Truth Less(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right) {
  if (!left.IsKnown() || !right.IsKnown() || IsList(left) || IsList(right)) return Truth::kUnknown;
  if (left.kind == Base::kLength && right.kind == Base::kLength) return LessLength(vocabulary, left, right);
  if (!IsOrdered(left, right)) return Truth::kUnknown;
  if (left.kind != right.kind) return Of(DayOfValue(left) < DayOfValue(right));
  return Of(left.number < right.number);
}

Truth Greater(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right) {
  return Less(vocabulary, right, left);
}

Truth In(const Value& left, const Value& right) {
  if (IsUnknown(left) || IsUnknown(right)) return Truth::kUnknown;
  if (IsNone(left)) return Truth::kFalse;
  return IsSubset(ElementsOf(left), ElementsOf(right));
}

Truth Contains(const Value& left, const Value& right) { return In(right, left); }

Truth Meets(const Value& left, const Value& right) {
  if (IsUnknown(left) || IsUnknown(right)) return Truth::kUnknown;
  Truth result = Truth::kFalse;
  for (const Value& element : ElementsOf(left)) result = Or(result, IsAmong(element, ElementsOf(right)));
  return result;
}

Truth Within(const Value& left, const Value& right) {
  if (IsUnknown(left) || IsUnknown(right) || IsNone(left)) return Truth::kUnknown;
  Truth result = Truth::kTrue;
  for (const Value& inner : ElementsOf(left)) {
    if (inner.kind != Base::kRegion) return Truth::kUnknown;
    result = And(result, WithinAny(inner.number, ElementsOf(right)));
  }
  return result;
}

Truth IsEmpty(const Value& operand) {
  if (IsNone(operand)) return Truth::kTrue;
  if (!operand.IsKnown()) return Truth::kUnknown;
  if (IsList(operand)) return Of(operand.list->elements.empty());
  return Of(operand.kind == Base::kText && operand.size == 0);
}

}  // namespace zhun::values
