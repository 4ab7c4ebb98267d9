// From the truths of the rules to the outcome.
#include <cstring>

#include "runtime/machine/machine.h"

namespace zhun::machine {
namespace {

using residual::Class;

constexpr std::uint8_t kTrue = 2;
constexpr std::uint64_t kUnknowns = 0x0101010101010101, kHolding = 0x0202020202020202;

/// Truths or-ed together. Eight bytes behind the last must be readable.
std::uint64_t AnyOf(const std::uint8_t* truths, std::size_t count) {
  std::uint64_t any = 0, word = 0;
  for (; count > sizeof word; count -= sizeof word, truths += sizeof word) {
    std::memcpy(&word, truths, sizeof word);
    any |= word;
  }
  std::memcpy(&word, truths, sizeof word);
  any |= word << 8 * (sizeof word - count);
  any |= any >> 32;
  any |= any >> 16;
  return (any | any >> 8) & 3;
}

}  // namespace

/// CONTRACT.md, «What the application stage decides»; decision/judgement.cpp says the same with everything unknown
/// looked into.
Outcome Machine::Conclude() {
  // A byte a class: bit 0, some rule is unknown; bit 1, some rule holds. That is what truths are, or-ed together.
  std::uint64_t found = 0;
  const std::uint16_t* begins = code_->begins;
  for (std::size_t effect = 0; effect < residual::kClassCount; ++effect) {
    const std::size_t count = begins[effect + 1] - begins[effect];
    if (count != 0) found |= AnyOf(truths_.data() + begins[effect], count) << 8 * effect;
  }
  cut_ = requested_ = 0;
  if (code_->item_rule_count != 0) found |= JudgeItemRules();
  open_ = (found & kUnknowns) != 0;
  return overflowed_ ? Outcome::kUnsettled : Settle(found);
}

std::uint64_t Machine::JudgeItemRules() {
  std::uint64_t found = 0;
  FindItems();
  for (const residual::Rule& rule : residual_.rules.subspan(code_->first_rule, code_->rule_count)) {
    if (rule.effect == Class::kItem) found |= JudgeItems(items_[rule.truth]);
  }
  return found;
}

/// What a per-item rule adds.
std::uint64_t Machine::JudgeItems(const ItemTruths& truths) {
  cut_ |= requested_ & truths.holds;
  const bool open = ((requested_ | doubtful_) & ~(truths.holds | truths.fails)) != 0;
  const bool wanted = (unsaid_ & ~truths.fails) != 0;
  return std::uint64_t{open} << 8 * static_cast<unsigned>(Class::kItem) |
         std::uint64_t{wanted} << (8 * static_cast<unsigned>(Class::kSupplement) + 1);
}

Outcome Machine::Settle(std::uint64_t found) const {
  constexpr std::uint64_t kEarly = (std::uint64_t{1} << 8 * (static_cast<unsigned>(Class::kSupplement) + 1)) - 1;
  if (const std::uint64_t holding = found & kEarly & kHolding; holding != 0) {
    const int bit = __builtin_ctzll(holding);
    const bool doubted = code_->exact == 0 && (found & kUnknowns & ((std::uint64_t{1} << (bit - 1)) - 1)) != 0;
    return doubted ? Outcome::kUnsettled : static_cast<Outcome>(bit / 8);
  }
  if (open_) return Outcome::kUnsettled;
  const bool nothing_left = requested_ != 0 && cut_ == requested_;
  const bool refused = (found >> (8 * static_cast<unsigned>(Class::kRefuse) + 1) & 1) != 0;
  if (refused || nothing_left) return Outcome::kRefuse;
  return cut_ != 0 ? Outcome::kPartialGrant : Outcome::kGrant;
}

/// Which items per-item rules are judged for. While it is not known which are asked for, they are asked of every item of
/// the entry, and what they want to know makes a supplement.
void Machine::FindItems() {
  requested_ = cut_ = unsaid_ = doubtful_ = 0;
  const facts::Fact& items = slots_[residual_.items_slot];
  const auto set = static_cast<std::uint64_t>(items.code);
  const std::uint64_t all = (std::uint64_t{1} << entry_->item_count) - 1;
  if (!items.value.IsKnown() || (set >> residual::kOtherBit) != 0) {
    unsaid_ = all;
  } else if (code_->items_slot != 0xFFFF && !slots_[code_->items_slot].value.IsKnown()) {
    doubtful_ = all;
  } else {
    requested_ = set;
  }
}

std::uint32_t Machine::RuleOf(const residual::Rule& rule) const {
  return rule.policy == 0xFF ? rule.rule : static_cast<std::uint32_t>(constants_[rule.policy]) + rule.rule;
}

std::span<const Fired> Machine::Reasons() {
  reasons_.clear();
  if (code_ == nullptr) return reasons_;
  const auto* rules = residual_.rules.data() + code_->first_rule;
  for (std::uint32_t i = 0; i < code_->rule_count; ++i) {
    const residual::Rule& rule = rules[i];
    const std::uint64_t items = rule.effect == Class::kItem ? requested_ & items_[rule.truth].holds : 0;
    const bool fires = rule.effect == Class::kItem ? items != 0 : truths_[rule.truth] == kTrue;
    if (fires) reasons_.push_back({RuleOf(rule), items});
  }
  return reasons_;
}

}  // namespace zhun::machine
