#include "tests/analysis/count_operations.h"

#include <span>

namespace zhun::analysis {
namespace {

using program::Node;
using program::Op;
using values::State;
using values::Value;

std::span<const Value> ElementsOf(const Value& value) {
  if (values::IsList(value)) return value.list->elements;
  return value.IsKnown() ? std::span<const Value>(&value, 1) : std::span<const Value>();
}

std::uint64_t PairsOf(const Value& left, const Value& right);

/// One comparison; of records also those of their members.
std::uint64_t ComparisonOf(const Value& left, const Value& right) {
  const bool records = left.IsKnown() && right.IsKnown() && left.kind == vocabulary::Base::kRecord &&
                       right.kind == vocabulary::Base::kRecord;
  if (!records) return 1;
  std::uint64_t count = 1;
  for (std::size_t i = 0; i < left.record->fields.size() && i < right.record->fields.size(); ++i) {
    const Value& one = left.record->fields[i];
    const Value& other = right.record->fields[i];
    const bool lists = values::IsList(one) || values::IsList(other);
    count += lists ? 2 * PairsOf(one, other) : ComparisonOf(one, other);
  }
  return count;
}

std::uint64_t PairsOf(const Value& left, const Value& right) {
  std::uint64_t count = 0;
  for (const Value& one : ElementsOf(left)) {
    for (const Value& other : ElementsOf(right)) count += ComparisonOf(one, other);
  }
  return count;
}

std::uint64_t WorkOf(const vm::Evaluation& evaluation, const Node& node) {
  const auto operand = [&](std::uint32_t i) -> const Value& { return evaluation.At(evaluation.OperandOf(node, i)); };
  switch (node.op) {
    case Op::kEqual:
    case Op::kIn:
    case Op::kContains:
    case Op::kMeets:
    case Op::kWithin: {
      if (!values::IsList(operand(0)) && !values::IsList(operand(1))) return 1;
      return 1 + (node.op == Op::kEqual ? 2 : 1) * PairsOf(operand(0), operand(1));
    }
    case Op::kAttached: return 1 + ElementsOf(operand(0)).size() * ElementsOf(operand(1)).size();
    case Op::kList: {
      std::uint64_t count = 1;
      for (std::uint32_t i = 0; i < node.operand_count; ++i) count += ElementsOf(operand(i)).size();
      return count;
    }
    default: return 1;
  }
}

}  // namespace

void OperationCount::Evaluated(const vm::Evaluation& evaluation, vm::NodeIndex node) {
  total_ += WorkOf(evaluation, evaluation.Code().nodes[node]);
}

}  // namespace zhun::analysis
