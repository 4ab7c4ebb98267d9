#include "runtime/residual/verify.h"

#include <algorithm>
#include <bit>
#include <vector>

#include "runtime/residual/flow.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::residual {
namespace {

/// Whether [first, first + count) lies inside a table of `size`.
bool Inside(std::uint64_t first, std::uint64_t count, std::uint64_t size) {
  return first <= size && count <= size - first;
}

class Verifier {
 public:
  Verifier(const Residual& residual, std::size_t rules, std::size_t findings, const Touch& touch)
      : residual_(residual),
        rules_(rules),
        findings_(findings),
        touch_(touch) {}

  /// What all entries share.
  bool SharedHolds() const {
    if (residual_.slots.size() >= 0x8000 || residual_.items_slot >= residual_.slots.size()) return false;
    if (residual_.slots[residual_.items_slot].shape != Shape::kItems) return false;
    if (residual_.item_domain >= residual_.domains.size()) return false;
    return All(residual_.slots, [&](const Slot& each) { return SlotHolds(each); }) &&
           All(residual_.domains, [&](const Domain& each) { return DomainHolds(each); }) &&
           All(residual_.codes, [&](const Code& each) { return CodeHolds(each); }) && TableHolds(residual_.index);
  }

  bool EntryHolds(std::uint32_t number) const {
    if (number >= residual_.entries.size() || !touch_(Part::kEntries, number, 1)) return false;
    return EntryHolds(residual_.entries[number]);
  }

 private:
  template <class T, class Test>
  static bool All(std::span<const T> values, Test test) {
    return std::all_of(values.begin(), values.end(), test);
  }

  bool SlotHolds(const Slot& slot) const {
    if (slot.source > Slot::Source::kToday || slot.shape > Shape::kRecord) return false;
    const bool path = slot.source == Slot::Source::kApplication || slot.source == Slot::Source::kContext;
    if (slot.source == Slot::Source::kFinding && slot.number >= findings_) return false;
    if (slot.depth > std::size(slot.fields) || (path && slot.depth == 0)) return false;
    return slot.domain == 0xFFFF || slot.domain < residual_.domains.size();
  }

  /// Of a power of two places at least one is free, so that looking for what is not there ends.
  bool TableHolds(std::span<const Place> places) const {
    if (!std::has_single_bit(places.size())) return false;
    const bool entries = places.data() == residual_.index.data();
    const auto holds = [&](const Place& place) {
      if (place.code == Place::kNobody) return true;
      return Inside(place.text, place.size, residual_.bytes.size()) &&
             (!entries || place.code < residual_.entries.size());
    };
    const auto free = [](const Place& place) { return place.code == Place::kNobody; };
    return std::any_of(places.begin(), places.end(), free) && std::all_of(places.begin(), places.end(), holds);
  }

  bool DomainHolds(const Domain& domain) const {
    return Inside(domain.first_place, domain.place_count, residual_.places.size()) &&
           TableHolds(residual_.places.subspan(domain.first_place, domain.place_count));
  }

  bool CodeHolds(const Code& code) const {
    if (!Inside(code.first_instruction, code.instruction_count, residual_.instructions.size())) return false;
    if (!Inside(code.first_rule, code.rule_count, residual_.rules.size())) return false;
    if (code.truth_count < kFirstRegister || code.fact_count < residual_.slots.size()) return false;
    if (code.items_slot != 0xFFFF && code.items_slot >= code.fact_count) return false;
    if (code.policy_count > code.constant_count || code.policy_count >= 0xFF || code.exact > 1) return false;
    for (std::size_t effect = 0; effect < kClassCount; ++effect) {
      if (code.begins[effect] > code.begins[effect + 1]) return false;
    }
    const auto rules = residual_.rules.subspan(code.first_rule, code.rule_count);
    const auto by_item =
        std::count_if(rules.begin(), rules.end(), [](const Rule& rule) { return rule.effect == Class::kItem; });
    if (code.item_rule_count != by_item) return false;
    if (code.begins[0] < kFirstRegister || code.begins[kClassCount] > code.truth_count) return false;
    const auto instructions = residual_.instructions.subspan(code.first_instruction, code.instruction_count);
    for (std::size_t i = 0; i < instructions.size(); ++i) {
      if (!InstructionHolds(code, instructions[i], instructions.size() - i - 1)) return false;
    }
    return FlowHolds(residual_, code) && All(residual_.rules.subspan(code.first_rule, code.rule_count),
                                             [&](const Rule& rule) { return RuleHolds(code, rule); });
  }

  bool RuleHolds(const Code& code, const Rule& rule) const {
    if (rule.effect > Class::kOther || rule.rule >= rules_) return false;
    if (rule.policy != 0xFF && rule.policy >= code.policy_count) return false;
    return rule.truth < (rule.effect == Class::kItem ? code.item_count : code.truth_count);
  }

  bool InstructionHolds(const Code& code, const Instruction& each, std::size_t left) const {
    if (each.op > Op::kNotItems || each.negated > 1) return false;
    Instruction copy = each;
    bool slots = true;
    EachSlot(copy, [&](std::uint16_t slot) { slots = slots && slot < code.fact_count; });
    const Sets sets = SetsOf(each.op);
    if (sets == Sets::kTruth && (each.target < kFirstRegister || each.target >= code.truth_count)) return false;
    if (sets == Sets::kItems && each.target >= code.item_count) return false;
    // What is bound is never overwritten.
    if (sets == Sets::kFact && each.target < residual_.slots.size()) return false;
    return slots && TruthsHold(code, each) && ItemsHold(code, each) && ConstantHolds(code, each) &&
           ExtraHolds(each, left);
  }

  static bool TruthsHold(const Code& code, const Instruction& each) {
    switch (each.op) {
      case Op::kAnd:
      case Op::kOr: return each.left < code.truth_count && each.right < code.truth_count;
      case Op::kChoose:
        return each.left < code.truth_count && each.right < code.truth_count && each.extra < code.truth_count;
      case Op::kNot:
      case Op::kForItems: return each.left < code.truth_count;
      case Op::kAny:
      case Op::kEvery:
      case Op::kSound: return each.right < code.truth_count;
      default: return true;
    }
  }

  static bool ItemsHold(const Code& code, const Instruction& each) {
    switch (each.op) {
      case Op::kAnyItem:
      case Op::kEveryItem: return each.right < code.item_count;
      case Op::kNotItems: return each.left < code.item_count;
      case Op::kAndItems:
      case Op::kOrItems: return each.left < code.item_count && each.right < code.item_count;
      default: return true;
    }
  }

  static std::uint64_t WordsOf(const Instruction& each) {
    switch (each.op) {
      case Op::kOneOf: return each.extra;
      case Op::kItemTruths:
      case Op::kAnyItemOf:
      case Op::kEveryItemOf:
      case Op::kBetween: return 2;
      default: return 1;
    }
  }

  static bool ConstantHolds(const Code& code, const Instruction& each) {
    if (!HasConstant(each.op)) return true;
    return Inside(each.constant, WordsOf(each), code.constant_count);
  }

  /// Kinds whose values are numbers, not pointers.
  static bool IsNumber(vocabulary::Base kind) {
    return kind < vocabulary::Base::kRecord && kind != vocabulary::Base::kText;
  }

  static bool ExtraHolds(const Instruction& each, std::size_t left) {
    constexpr std::uint32_t kMostSetWords = 1024, kLongestUnit = 2;
    switch (each.op) {
      case Op::kOneOf: return each.extra <= kMostSetWords;
      case Op::kAny:
      case Op::kEvery: return each.extra <= left && each.constant < kMostLevels;
      case Op::kMember: return each.left < kMostLevels;
      case Op::kLonger:
      case Op::kShorter: return each.extra <= kLongestUnit;
      case Op::kNumber:
      case Op::kNumbers: return IsNumber(static_cast<vocabulary::Base>(each.extra & 0xFF));
      default: return true;
    }
  }

  bool TextHolds(std::uint64_t word) const {
    return Inside(word >> 32, static_cast<std::uint32_t>(word), residual_.bytes.size());
  }

  /// Words of the entry, here or elsewhere.
  bool WordsHold(std::uint64_t first, std::uint64_t count) const {
    return Inside(first, count, residual_.constants.size()) && touch_(Part::kConstants, first, count);
  }

  bool ListHolds(std::uint64_t word, std::uint64_t each) const {
    return WordsHold(word >> 32, each * static_cast<std::uint32_t>(word));
  }

  /// Words of the entry that point somewhere.
  bool PointersHold(const Code& code, const std::uint64_t* words) const {
    for (const Instruction& each : residual_.instructions.subspan(code.first_instruction, code.instruction_count)) {
      const std::uint64_t word = HasConstant(each.op) ? words[each.constant] : 0;
      if (each.op == Op::kAmong || each.op == Op::kNumbers) {
        if (!ListHolds(word, 1)) return false;
      } else if (each.op == Op::kInside) {
        if (!ListHolds(word, 2)) return false;
      } else if (each.op == Op::kText) {
        if (!TextHolds(word)) return false;
      } else if (each.op == Op::kTexts) {
        if (!ListHolds(word, 1)) return false;
        for (std::uint32_t i = 0; i < static_cast<std::uint32_t>(word); ++i) {
          if (!TextHolds(residual_.constants[(word >> 32) + i])) return false;
        }
      }
    }
    return true;
  }

  bool PeriodHolds(const Period& period) const {
    if (period.code == Period::kGeneral) return true;
    if (period.code >= residual_.codes.size()) return false;
    const Code& code = residual_.codes[period.code];
    if (!WordsHold(period.constants, code.constant_count)) return false;
    const std::uint64_t* words = residual_.constants.data() + period.constants;
    const auto own = [&](const Rule& rule) {
      return rule.policy == 0xFF || (words[rule.policy] < rules_ && words[rule.policy] + rule.rule < rules_);
    };
    return All(residual_.rules.subspan(code.first_rule, code.rule_count), own) && PointersHold(code, words);
  }

  bool EntryHolds(const Entry& entry) const {
    if (!Inside(entry.id, entry.id_size, residual_.bytes.size())) return false;
    if (!Inside(entry.first_period, entry.period_count, residual_.periods.size())) return false;
    if (!touch_(Part::kPeriods, entry.first_period, entry.period_count)) return false;
    if (entry.item_count > kMostItems || !WordsHold(entry.items, entry.item_count)) return false;
    if (!WordsHold(entry.conditions, entry.condition_count)) return false;
    if (!Inside(entry.document, entry.document_size, residual_.documents.size())) return false;
    for (std::uint32_t i = 0; i < entry.condition_count; ++i) {
      if (!TextHolds(residual_.constants[entry.conditions + i])) return false;
    }
    return All(residual_.periods.subspan(entry.first_period, entry.period_count),
               [&](const Period& period) { return PeriodHolds(period); });
  }

  const Residual& residual_;
  const std::size_t rules_;
  const std::size_t findings_;
  const Touch& touch_;
};

}  // namespace

bool VerifyShared(const Residual& residual, std::size_t rules, std::size_t findings) {
  const Touch at_hand;
  return Verifier(residual, rules, findings, at_hand).SharedHolds();
}

bool VerifyEntry(const Residual& residual, std::size_t rules, std::uint32_t entry, const Touch& touch) {
  return Verifier(residual, rules, 0, touch).EntryHolds(entry);
}

bool Verify(const Residual& residual, std::size_t rules, std::size_t findings) {
  const Touch at_hand = [](Part, std::uint64_t, std::uint64_t) { return true; };
  if (!VerifyShared(residual, rules, findings)) return false;
  for (std::uint32_t entry = 0; entry < residual.entries.size(); ++entry) {
    if (!VerifyEntry(residual, rules, entry, at_hand)) return false;
  }
  return true;
}

}  // namespace zhun::residual
