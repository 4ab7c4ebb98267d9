#pragma once

#include <cstddef>
#include <cstdint>

/// Residual code: straight-line instructions over registers and slots, and loops over lists.
namespace zhun::residual {

enum class Op : std::uint8_t {
#define ZHUN_INSTRUCTION(NAME, MNEMONIC, SETS) k##NAME,
#include "runtime/residual/instructions.def"
#undef ZHUN_INSTRUCTION
};

enum class Sets : std::uint8_t { kTruth, kFact, kItems };

struct Instruction {
  Op op = Op::kAnd;
  std::uint8_t negated = 0;  ///< 1, of instructions that set a truth: the opposite of it
  std::uint16_t target = 0;
  std::uint16_t left = 0;
  std::uint16_t right = 0;
  std::uint32_t constant = 0;  ///< a place among the constants of the entry, in words
  std::uint32_t extra = 0;

  bool operator==(const Instruction&) const = default;
};
static_assert(sizeof(Instruction) == 16);

inline constexpr std::size_t kMostLevels = 16;  ///< of loops in one another

/// Truth registers that always hold false, unknown and true.
inline constexpr std::uint16_t kFalseRegister = 0, kUnknownRegister = 1, kTrueRegister = 2, kFirstRegister = 3;

/// How a rule counts for the outcome, in the order in which outcomes are looked at; see decision/judgement.h.
enum class Class : std::uint8_t {
  kOutOfScope,
  kNotRequestable,
  kRefuseByLaw,
  kRefer,
  kSupplement,  ///< an element or a paper
  kRefuse,
  kItem,  ///< cuts items
  kOther,  ///< an outcome that a rule of the merits may not have by itself; counts as a reason only
};
inline constexpr std::size_t kClassCount = 8;

/// A rule of a residual program. Rules that cannot fire are not among them.
struct Rule {
  std::uint32_t rule = 0;  ///< of the program; of an entry policy: its number within the policy
  std::uint16_t truth = 0;  ///< a truth register, or one of truths by item (kItem)
  Class effect = Class::kOther;
  std::uint8_t policy = 0xFF;  ///< which of the constants `policies` says where its rules begin; 0xFF: the base

  bool operator==(const Rule&) const = default;
};
static_assert(sizeof(Rule) == 8);

/// The rule of the program; `constants` are those of the entry.
inline std::uint32_t RuleOf(const Rule& rule, const std::uint64_t* constants) {
  return rule.policy == 0xFF ? rule.rule : static_cast<std::uint32_t>(constants[rule.policy]) + rule.rule;
}

/// Code that several entries share.
struct Code {
  std::uint32_t first_instruction = 0, instruction_count = 0;
  std::uint32_t first_rule = 0, rule_count = 0;
  std::uint16_t truth_count = 0, fact_count = 0, item_count = 0;  ///< registers and slots it uses
  std::uint16_t policy_count = 0;  ///< the first words of the constants: where the rules of each entry policy begin
  std::uint16_t items_slot = 0xFFFF;  ///< what the items element makes of the requested items; 0xFFFF: no such element
  std::uint16_t exact = 0;  ///< 1: what it leaves unknown the full evaluation leaves unknown too
  std::uint32_t constant_count = 0;  ///< words that an entry has at least
  /// The truths of the rules stand by class: those of class c from register begins[c] up to begins[c + 1]. Registers from
  /// begins[0] on are theirs alone; per-item rules have none.
  std::uint16_t begins[kClassCount + 1] = {};
  std::uint16_t item_rule_count = 0;  ///< per-item rules among the rules
  std::uint16_t reserved[2] = {};
};
static_assert(sizeof(Code) == 56);

const char* Mnemonic(Op op);
Sets SetsOf(Op op);
bool HasConstant(Op op);  ///< whether `constant` is a place among the constants
/// Whether `left` and `right` of an instruction are slots.
bool ReadsLeftSlot(Op op);
bool ReadsRightSlot(Op op);

/// Every slot that an instruction reads or sets.
template <class See>
void EachSlot(Instruction& instruction, See see) {
  if (SetsOf(instruction.op) == Sets::kFact) see(instruction.target);
  if (ReadsLeftSlot(instruction.op)) see(instruction.left);
  if (ReadsRightSlot(instruction.op)) see(instruction.right);
}

}  // namespace zhun::residual
