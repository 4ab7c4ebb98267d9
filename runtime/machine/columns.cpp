#include "runtime/machine/columns.h"

#include <algorithm>

namespace zhun::machine {

using residual::Op;
using values::State;
using values::Value;
using vocabulary::Base;

bool IsRowwise(Op op) {
  switch (op) {
    case Op::kRelation:
    case Op::kAttached:
    case Op::kAny:
    case Op::kEvery:
    case Op::kAdd:
    case Op::kSubtract:
    case Op::kNumber:
    case Op::kText:
    case Op::kNumbers:
    case Op::kTexts:
    case Op::kMember: return true;
    default: return false;
  }
}

Group& Columns::GroupOf(std::uint32_t index) {
  const auto [found, added] = group_of_.emplace(index, groups_.size());
  if (!added) return groups_[found->second];
  Group& group = groups_.emplace_back();
  group.code = &residual_.codes[index];
  group.columns.resize(residual_.slots.size());
  group.whole.resize(group.code->fact_count);
  group.read.resize(group.code->fact_count);
  group.read[residual_.items_slot] = true;
  const auto code = residual_.instructions.subspan(group.code->first_instruction, group.code->instruction_count);
  for (const residual::Instruction& each : code) {
    group.rowwise = group.rowwise || IsRowwise(each.op);
    if (residual::ReadsLeftSlot(each.op)) group.read[each.left] = true;
    if (residual::ReadsRightSlot(each.op)) group.read[each.right] = true;
  }
  constexpr std::size_t kFiveLines = 5 * 64 / sizeof(std::int32_t);
  for (std::size_t slot = 0; slot < group.columns.size(); ++slot) group.columns[slot].lead = slot % 12 * kFiveLines;
  for (auto each = code.rbegin(); each != code.rend(); ++each) {
    const bool whole = IsRowwise(each->op) || (each->op == Op::kSound && group.whole[each->target]);
    if (!whole) continue;
    if (residual::ReadsLeftSlot(each->op)) group.whole[each->left] = true;
    if (residual::ReadsRightSlot(each->op)) group.whole[each->right] = true;
    // Inside a loop everything is evaluated row by row.
    if (each->op != Op::kAny && each->op != Op::kEvery) continue;
    for (std::uint32_t i = 0; i < each->extra; ++i) {
      const residual::Instruction& inside = *(&*each + 1 + i);
      if (residual::ReadsLeftSlot(inside.op)) group.whole[inside.left] = true;
      if (residual::ReadsRightSlot(inside.op)) group.whole[inside.right] = true;
    }
  }
  return group;
}

void Columns::Add(const facts::Facts& facts) {
  const auto row = static_cast<std::uint32_t>(size_++);
  const residual::Entry& entry = residual_.entries[facts.entry];
  const residual::Period* period = residual::PeriodFor(residual_, entry, facts.received);
  if (period == nullptr || period->code == residual::Period::kGeneral) return general_.push_back(row);
  Group& group = GroupOf(period->code);
  const std::size_t place = group.rows.size();
  group.rows.push_back(row);
  group.constants.push_back(period->constants);
  group.item_counts.push_back(static_cast<std::uint8_t>(entry.item_count));
  for (std::size_t slot = 0; slot < group.columns.size(); ++slot) {
    if (group.read[slot]) Append(group.columns[slot], facts.facts[slot], place, group.whole[slot]);
  }
}

void Columns::Append(Column& column, const facts::Fact& fact, std::size_t row, bool whole) {
  if (row % kBlock == 0) {
    column.states.emplace_back();
    // Whole blocks, so that none has to be cut off.
    column.wide.empty() ? column.narrow.resize(column.lead + row + kBlock) : column.wide.resize(row + kBlock);
  }
  const std::uint64_t bit = std::uint64_t{1} << row % kBlock;
  const Value& value = fact.value;
  if (column.wide.empty() && fact.code != static_cast<std::int32_t>(fact.code)) {
    column.wide.assign(column.narrow.begin() + static_cast<std::ptrdiff_t>(column.lead), column.narrow.end());
    column.narrow.clear();
  }
  if (column.wide.empty()) {
    column.narrow[column.lead + row] = static_cast<std::int32_t>(fact.code);
  } else {
    column.wide[row] = fact.code;
  }
  States& states = column.states.back();
  if (value.state == State::kKnown) states.known |= bit;
  if (value.state == State::kNone) states.none |= bit;
  if (value.state == State::kUncertain) states.uncertain |= bit;
  const bool counted = values::IsList(value) || value.kind == Base::kText;
  if (value.state == State::kKnown && counted && value.size == 0) states.empty |= bit;
  if (whole) column.values.push_back(Copy(value));
}

/// The value with all it points to.
Value Columns::Copy(const Value& value) {
  if (value.state != State::kKnown) return Value::In(value.state);
  Value copy = value;
  if (values::IsList(value)) {
    if (value.list == nullptr) return copy;
    const std::span<Value> elements = memory_.Make<Value>(value.list->elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) elements[i] = Copy(value.list->elements[i]);
    values::List* list = memory_.Make<values::List>(1).data();
    list->elements = elements;
    copy.list = list;
  } else if (value.kind == Base::kText) {
    const std::span<char> text = memory_.Make<char>(value.size);
    std::copy_n(value.text, value.size, text.begin());
    copy.text = text.data();
  } else if (value.kind == Base::kRecord && value.record != nullptr) {
    const std::span<Value> fields = memory_.Make<Value>(value.record->fields.size());
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = Copy(value.record->fields[i]);
    values::Record* record = memory_.Make<values::Record>(1).data();
    record->type = value.record->type;
    record->fields = fields;
    copy.record = record;
  }
  return copy;
}

void Columns::Clear() {
  memory_.Reset();
  for (Group& group : groups_) {
    for (Column& column : group.columns) column.Clear();
    group.constants.clear();
    group.item_counts.clear();
    group.rows.clear();
  }
  general_.clear();
  size_ = 0;
}

}  // namespace zhun::machine
