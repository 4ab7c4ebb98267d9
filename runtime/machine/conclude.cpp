// From the truths of the rules to the outcome.
#include "runtime/machine/machine.h"

namespace zhun::machine {
namespace {

using residual::Class;

constexpr std::uint8_t kUnknown = 1, kTrue = 2;

}  // namespace

/// CONTRACT.md, «What the application stage decides»; decision/judgement.cpp says the same with everything unknown
/// looked into.
Outcome Machine::Conclude() {
  unsigned fired = 0, unknown = 0;  // bit sets of classes
  FindItems();
  const residual::Rule* rule = residual_.rules.data() + code_->first_rule;
  for (const residual::Rule* end = rule + code_->rule_count; rule != end; ++rule) {
    if (rule->effect == Class::kItem) {
      const ItemTruths& truths = items_[rule->truth];
      cut_ |= requested_ & truths.holds;
      const bool open = ((requested_ | doubtful_) & ~(truths.holds | truths.fails)) != 0;
      unknown |= static_cast<unsigned>(open) << static_cast<unsigned>(Class::kItem);
      fired |= static_cast<unsigned>((unsaid_ & ~truths.fails) != 0) << static_cast<unsigned>(Class::kSupplement);
      continue;
    }
    const Truth truth = truths_[rule->truth];
    fired |= static_cast<unsigned>(truth == kTrue) << static_cast<unsigned>(rule->effect);
    unknown |= static_cast<unsigned>(truth == kUnknown) << static_cast<unsigned>(rule->effect);
  }
  open_ = unknown != 0;
  if (overflowed_) return Outcome::kUnsettled;
  return Settle(fired, unknown);
}

Outcome Machine::Settle(unsigned fired, unsigned unknown) const {
  constexpr unsigned kEarly = (2u << static_cast<unsigned>(Class::kSupplement)) - 1;  // up to it
  if (const unsigned found = fired & kEarly; found != 0) {
    const int first = __builtin_ctz(found);
    const bool doubted = code_->exact == 0 && (unknown & ((1u << first) - 1)) != 0;
    return doubted ? Outcome::kUnsettled : static_cast<Outcome>(first);
  }
  if (unknown != 0) return Outcome::kUnsettled;
  const bool nothing_left = requested_ != 0 && cut_ == requested_;
  if ((fired >> static_cast<unsigned>(Class::kRefuse) & 1) != 0 || nothing_left) return Outcome::kRefuse;
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
