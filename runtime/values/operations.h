#pragma once

#include <optional>

#include "runtime/values/value.h"

/// What the operators of the language do. Pure functions, shared by the evaluator, the constant folder and the tests.
///
/// Unknown (absent, pending, defective, uncertain) in, unknown out, but where one operand alone decides. "None" equals
/// only none, is an empty list where a list is needed, and has no place in an order: order words on it are unknown.
/// A list one of whose elements is unknown is unknown as a whole. A single value stands for the list of itself.
/// Texts are equal byte for byte: nothing is folded or normalised here. Values of kinds that cannot be compared (the
/// checker lets none through) give unknown, never an answer.
namespace zhun::values {

Truth And(Truth left, Truth right);
Truth Or(Truth left, Truth right);
Truth Not(Truth operand);

/// 为. A date and an instant are equal where the instant's Shanghai date is the date; two instants to the second;
/// lists as sets; records member by member.
Truth Equal(const Value& left, const Value& right);

/// Order of amounts of one unit, lengths, members of an ordered enumeration, dates and instants. Days are compared with
/// months and years only where every such stretch of the calendar gives the same answer (366 days against 1 year:
/// unknown).
Truth Less(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right);
Truth Greater(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right);

/// 属于: every member of `left` is in `right`. An empty list is in anything; none, as a single value, is in nothing.
Truth In(const Value& left, const Value& right);
/// 含有: `left` has every member of `right`.
Truth Contains(const Value& left, const Value& right);
/// 涉及: `left` and `right` share a member.
Truth Meets(const Value& left, const Value& right);
/// 位于: every region of `left` lies in some region of `right` (GB/T 2260, see region.h).
Truth Within(const Value& left, const Value& right);

/// 为空: none, an empty list or an empty text. A list of unknown elements is not empty.
Truth IsEmpty(const Value& operand);

/// 申请.使用时限 超过 1年: both end days are counted, so a period is longer than L where its last day is not before
/// its first day + L. Working days cannot be judged without a calendar: unknown.
Truth Longer(const vocabulary::Vocabulary& vocabulary, const Value& period, const Value& length);
/// 少于: the day after the last day is before the first day + L.
Truth Shorter(const vocabulary::Vocabulary& vocabulary, const Value& period, const Value& length);

/// Whether every name (a text or a list of texts; none: nothing is needed) is the name of one of `materials`. A name
/// that is not among the known papers is unknown while one of the papers is.
Truth Attached(const vocabulary::Vocabulary& vocabulary, const Value& names, const Value& materials);

/// Date or instant (by its Shanghai date) ± length gives a date; amounts and lengths of one unit add up. Unknown where
/// an operand is. Nothing where the result leaves 64 bits or the calendar (years 1900 to 2999), where units differ, or
/// where a length is in working days: a fault, not an answer.
std::optional<Value> Add(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right);
std::optional<Value> Subtract(const vocabulary::Vocabulary& vocabulary, const Value& left, const Value& right);

}  // namespace zhun::values
