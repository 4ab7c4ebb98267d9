#include "runtime/program/relation_words.h"

namespace zhun::program {
namespace {

using vocabulary::Base;

enum class Order { kAmount, kLevel, kDate };

Order OrderOf(Base kind) {
  if (kind == Base::kEnum) return Order::kLevel;
  return kind == Base::kDate || kind == Base::kInstant ? Order::kDate : Order::kAmount;
}

struct Row {
  Op op;
  bool ordered;  ///< the row holds for `order` only
  Order order;
  base::Words positive;
  base::Words negative;
};

const Row kRows[] = {
    {Op::kEqual, false, Order::kAmount, {"为", "is"}, {"不为", "is_not"}},
    {Op::kGreater, true, Order::kAmount, {"超过", "more_than"}, {"不超过", "at_most"}},
    {Op::kLess, true, Order::kAmount, {"少于", "less_than"}, {"不少于", "at_least"}},
    {Op::kGreater, true, Order::kLevel, {"高于", "above"}, {"不高于", "not_above"}},
    {Op::kLess, true, Order::kLevel, {"低于", "below"}, {"不低于", "not_below"}},
    {Op::kGreater, true, Order::kDate, {"晚于", "after"}, {"不晚于", "not_after"}},
    {Op::kLess, true, Order::kDate, {"早于", "before"}, {"不早于", "not_before"}},
    {Op::kWithin, false, Order::kAmount, {"位于", "within"}, {"不位于", "not_within"}},
    {Op::kIn, false, Order::kAmount, {"属于", "in"}, {"不属于", "not_in"}},
    {Op::kContains, false, Order::kAmount, {"含有", "contains"}, {"不含有", "contains_no"}},
    {Op::kMeets, false, Order::kAmount, {"涉及", "meets"}, {"不涉及", "meets_no"}},
    {Op::kEmpty, false, Order::kAmount, {"为空", "is_empty"}, {"不为空", "is_not_empty"}},
    {Op::kLonger, false, Order::kAmount, {"超过", "more_than"}, {"不超过", "at_most"}},
    {Op::kShorter, false, Order::kAmount, {"少于", "less_than"}, {"不少于", "at_least"}},
};

}  // namespace

base::Words RelationWords(Op op, bool negated, Base kind) {
  for (const Row& row : kRows) {
    if (row.op == op && (!row.ordered || row.order == OrderOf(kind))) return negated ? row.negative : row.positive;
  }
  return {};
}

}  // namespace zhun::program
