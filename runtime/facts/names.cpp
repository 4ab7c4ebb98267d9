#include "runtime/facts/names.h"

#include <algorithm>

#include "runtime/facts/plan.h"

namespace zhun::facts {
namespace {

using residual::Slot;
using values::Value;
using vocabulary::Base;

constexpr std::uint16_t kUnknownFinding = 0xFFFE;

}  // namespace

std::int64_t CodeOf(const residual::Residual& residual, std::uint16_t domain, std::string_view text) {
  if (domain == kNoSlot) return residual::kNoCode;
  const residual::Domain& table = residual.domains[domain];
  const std::uint32_t code =
      residual::Find(residual.places.subspan(table.first_place, table.place_count), residual.bytes, text);
  return code == residual::Place::kNobody ? residual::kNoCode : static_cast<std::int64_t>(code);
}

Names::Names(const residual::Residual& residual, const program::Program& program) : residual_(residual) {
  for (const program::Finding& finding : program.findings) findings_.emplace(finding.code, kNoSlot);
  for (std::uint16_t slot = 0; slot < residual.slots.size(); ++slot) {
    const Slot& each = residual.slots[slot];
    if (each.source == Slot::Source::kFinding) findings_.find(program.findings[each.number].code)->second = slot;
    if (each.source != Slot::Source::kCondition) continue;
    if (conditions_.size() <= each.number) conditions_.resize(each.number + 1u, kNoSlot);
    conditions_[each.number] = slot;
  }
}

void Names::Begin() {
  items_.clear();
  answers_.clear();
  items_said_ = false;
}

bool Names::AddAnswer(std::string_view code, bool yes) {
  const auto same = [&](const Answer& answer) { return answer.code == code; };
  if (std::ranges::any_of(answers_, same)) return false;
  answers_.push_back({code, yes});
  return true;
}

/// What hangs on the entry: items by their position in it, and answers to its conditions.
bool Names::Settle(std::uint32_t index, Fact* facts) const {
  const residual::Entry& entry = residual_.entries[index];
  if (items_said_) {
    Value list = values::ListOf(Base::kRecord, nullptr);
    list.size = static_cast<std::uint32_t>(items_.size());
    std::uint64_t bits = 0;
    for (const std::string_view name : items_) bits |= std::uint64_t{1} << PositionOf(entry, name);
    facts[residual_.items_slot] = {list, static_cast<std::int64_t>(bits)};
  }
  for (const Answer& answer : answers_) {
    const auto found = findings_.find(answer.code);
    const std::uint16_t slot = found != findings_.end() ? found->second : ConditionSlot(entry, answer.code);
    if (slot == kUnknownFinding) return false;
    if (slot != kNoSlot) facts[slot] = {Value::Of(Base::kBool, answer.yes ? 1 : 0), answer.yes ? 1 : 0};
  }
  return true;
}

int Names::PositionOf(const residual::Entry& entry, std::string_view name) const {
  const std::int64_t code = CodeOf(residual_, static_cast<std::uint16_t>(residual_.item_domain), name);
  if (code == residual::kNoCode) return residual::kOtherBit;
  const std::uint64_t* names = residual_.constants.data() + entry.items;
  for (std::uint32_t i = 0; i < entry.item_count; ++i) {
    if (names[i] == static_cast<std::uint64_t>(code)) return static_cast<int>(i);
  }
  return residual::kOtherBit;
}

std::uint16_t Names::ConditionSlot(const residual::Entry& entry, std::string_view code) const {
  static constexpr std::string_view kCondition = "condition_";
  if (!code.starts_with(kCondition)) return kUnknownFinding;
  for (std::uint32_t i = 0; i < entry.condition_count; ++i) {
    if (residual_.Text(residual_.constants[entry.conditions + i]) == code.substr(kCondition.size()))
      return i < conditions_.size() ? conditions_[i] : kNoSlot;
  }
  return kUnknownFinding;
}

}  // namespace zhun::facts
