// From the truths of the rules to the outcome.
#include <cstring>

#include "runtime/machine/asking.h"
#include "runtime/machine/machine.h"

namespace zhun::machine {
namespace {

using residual::Class;

constexpr std::uint64_t kUnknowns = 0x0101010101010101, kHolding = 0x0202020202020202;

/// Eight truths or-ed together.
std::uint64_t AnyOf(std::uint64_t truths) {
  truths |= truths >> 32;
  truths |= truths >> 16;
  return (truths | truths >> 8) & 3;
}

}  // namespace

/// CONTRACT.md, «What the application stage decides»; decision/judgement.cpp says the same with everything unknown
/// looked into.
Outcome Machine::Conclude(const Ready& ready) {
  // A byte a class: bit 0, some rule is unknown; bit 1, some rule holds. That is what truths are, or-ed together.
  std::uint64_t found = 0;
  for (const Chunk& chunk : ready.chunks) {
    std::uint64_t truths = 0;
    std::memcpy(&truths, truths_.data() + chunk.first, sizeof truths);
    found |= AnyOf(truths & chunk.mask) << chunk.shift;
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

std::span<const Fired> Machine::Reasons() {
  reasons_.clear();
  if (code_ == nullptr) return reasons_;
  const auto* rules = residual_.rules.data() + code_->first_rule;
  for (std::uint32_t i = 0; i < code_->rule_count; ++i) {
    const residual::Rule& rule = rules[i];
    const std::uint64_t items = rule.effect == Class::kItem ? requested_ & items_[rule.truth].holds : 0;
    const bool fires = rule.effect == Class::kItem ? items != 0 : truths_[rule.truth] == kTrue;
    if (fires) reasons_.push_back({RuleOf(rule, constants_), items});
  }
  return reasons_;
}

}  // namespace zhun::machine
