// Periods, lengths and sums: the operations that know the calendar and overflow.
#include <compare>
#include <string_view>

#include "runtime/values/calendar_length.h"
#include "runtime/values/operations.h"

namespace zhun::values {
namespace {

using vocabulary::Base;

/// A known period with both its days.
struct Days {
  base::Date from;
  base::Date to;
};

const Value* Field(const vocabulary::Vocabulary& vocabulary, const Value& record, std::string_view key) {
  if (!record.IsKnown() || record.kind != Base::kRecord || IsList(record)) return nullptr;
  if (record.record->type >= vocabulary.records.size()) return nullptr;
  const vocabulary::FieldIndex field = vocabulary::FindKey(vocabulary.records[record.record->type], key);
  return field < record.record->fields.size() ? &record.record->fields[field] : nullptr;
}

std::optional<Days> DaysOf(const vocabulary::Vocabulary& vocabulary, const Value& period) {
  const Value* from = Field(vocabulary, period, "from");
  const Value* to = Field(vocabulary, period, "to");
  if (from == nullptr || to == nullptr || !from->IsKnown() || !to->IsKnown()) return std::nullopt;
  return Days{DayOfValue(*from), DayOfValue(*to)};
}

/// Whether first day + length lies before `day`, on it, or after it; nothing where that is unknown.
std::optional<std::strong_ordering> EndAgainst(const vocabulary::Vocabulary& vocabulary, base::Date first,
                                               base::Date day, const Value& length) {
  if (!length.IsKnown() || length.kind != Base::kLength) return std::nullopt;
  const LengthUnit unit = LengthUnitOf(vocabulary, length);
  if (unit == LengthUnit::kUncountable) return std::nullopt;
  const std::optional<base::Date> end = Shift(first, length.number, unit);
  if (end) return *end <=> day;
  return length.number > 0 ? std::strong_ordering::greater : std::strong_ordering::less;  // beyond every day there is
}

std::optional<Value> AddLength(const vocabulary::Vocabulary& vocabulary, const Value& day, const Value& length,
                               int sign) {
  const std::optional<base::Date> shifted =
      length.number == INT64_MIN ? std::nullopt
                                 : Shift(DayOfValue(day), sign * length.number, LengthUnitOf(vocabulary, length));
  if (!shifted) return std::nullopt;
  return Value::Of(Base::kDate, shifted->days);
}

std::optional<Value> AddAmounts(const Value& left, const Value& right, bool subtract) {
  Value sum = left;
  const bool overflow = subtract ? __builtin_sub_overflow(left.number, right.number, &sum.number)
                                 : __builtin_add_overflow(left.number, right.number, &sum.number);
  if (overflow) return std::nullopt;
  return sum;
}

bool IsAmount(Base kind) { return kind == Base::kNumber || kind == Base::kQuantity || kind == Base::kLength; }

std::optional<Value> Combine(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right,
                             bool subtract) {
  if (!left.IsKnown() || !right.IsKnown()) return Value::In(State::kUncertain);
  if (IsList(left) || IsList(right)) return std::nullopt;
  const bool day = left.kind == Base::kDate || left.kind == Base::kInstant;
  if (day && right.kind == Base::kLength) return AddLength(vocabulary, left, right, subtract ? -1 : 1);
  if (left.kind == right.kind && IsAmount(left.kind) && left.unit == right.unit)
    return AddAmounts(left, right, subtract);
  return std::nullopt;
}

bool IsKnownList(const Value& value) { return value.IsKnown() && IsList(value); }

Truth IsAttached(const vocabulary::Vocabulary& vocabulary, const Value& name, std::span<const Value> materials) {
  if (!name.IsKnown() || name.kind != Base::kText) return Truth::kUnknown;
  Truth result = Truth::kFalse;
  for (const Value& material : materials) {
    const Value* attached = Field(vocabulary, material, "name");
    result = Or(result, attached == nullptr ? Truth::kUnknown : Equal(name, *attached));
  }
  return result;
}

}  // namespace

Truth Longer(const vocabulary::Vocabulary& vocabulary, const Value& period, const Value& length) {
  const std::optional<Days> days = DaysOf(vocabulary, period);
  if (!days) return Truth::kUnknown;
  const auto end = EndAgainst(vocabulary, days->from, days->to, length);
  if (!end) return Truth::kUnknown;
  return *end <= 0 ? Truth::kTrue : Truth::kFalse;
}

Truth Shorter(const vocabulary::Vocabulary& vocabulary, const Value& period, const Value& length) {
  const std::optional<Days> days = DaysOf(vocabulary, period);
  if (!days) return Truth::kUnknown;
  const auto end = EndAgainst(vocabulary, days->from, base::AddDays(days->to, 1), length);
  if (!end) return Truth::kUnknown;
  return *end > 0 ? Truth::kTrue : Truth::kFalse;
}

Truth Attached(const vocabulary::Vocabulary& vocabulary, const Value& names, const Value& materials) {
  if (names.state == State::kNone) return Truth::kTrue;
  if (!names.IsKnown()) return Truth::kUnknown;
  const std::span<const Value> wanted = IsList(names) ? names.list->elements : std::span<const Value>(&names, 1);
  if (wanted.empty()) return Truth::kTrue;
  if (materials.state != State::kNone && !IsKnownList(materials)) return Truth::kUnknown;
  const std::span<const Value> papers = IsKnownList(materials) ? materials.list->elements : std::span<const Value>();
  Truth result = Truth::kTrue;
  for (const Value& name : wanted) result = And(result, IsAttached(vocabulary, name, papers));
  return result;
}

std::optional<Value> Add(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right) {
  return Combine(vocabulary, left, right, false);
}

std::optional<Value> Subtract(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right) {
  return Combine(vocabulary, left, right, true);
}

}  // namespace zhun::values
