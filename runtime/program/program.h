#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "runtime/base/date.h"
#include "runtime/base/words.h"
#include "runtime/law/citation.h"
#include "runtime/law/rank.h"
#include "runtime/vocabulary/vocabulary.h"

/// A compiled set of policies: flat tables, no pointers, no source positions. Two policies that mean the same, in
/// whichever surface, compile to the same program.
namespace zhun::program {

enum class Op : std::uint8_t {
#define ZHUN_OPCODE(NAME, MNEMONIC, RELATION) k##NAME,
#include "runtime/program/opcodes.def"
#undef ZHUN_OPCODE
};

using NodeIndex = std::uint32_t;
inline constexpr std::uint32_t kNoNode = 0xFFFFFFFFu;

/// One operation. Operands stand before it, except those in blocks of Any and Every.
struct Node {
  Op op = Op::kConstant;
  vocabulary::Base kind = vocabulary::Base::kBool;  ///< of the result
  bool list = false;
  std::uint16_t unit = vocabulary::kNone;           ///< kConstant: unit; kinds with `of`: enumeration, record
  std::uint32_t ref = 0;
  std::uint32_t first_operand = 0;                  ///< into Program::operands
  std::uint32_t operand_count = 0;
  std::uint32_t text = 0;                           ///< kConstant of kind text: into Program::texts
  std::int64_t number = 0;
  std::uint32_t block_begin = 0, block_end = 0;     ///< kAny, kEvery: nodes evaluated for each member
};

/// Nodes [begin, end) in evaluation order.
struct Segment {
  NodeIndex begin = 0;
  NodeIndex end = 0;
};

struct Citation {
  enum class Kind : std::uint8_t { kProvision, kCatalogue, kPath };
  Kind kind = Kind::kProvision;
  law::Citation provision;
  law::Rank rank = law::Rank::kUnknown;
  std::string number;           ///< kCatalogue: number of the published condition
  NodeIndex path = kNoNode;     ///< kPath: citations of the entry
};

enum class RuleKind : std::uint8_t { kRequire, kProhibit, kPaper, kElement, kDuty, kPower };
enum class Modality : std::uint8_t { kShall, kShallNot, kMay };

/// Time limit of a duty: `length` from `event`; achieve within it, or keep for at least it.
struct TimeLimit {
  std::uint16_t event = vocabulary::kNone;
  bool at_least = false;
  NodeIndex length = kNoNode;
};

struct Extension {
  std::int64_t amount = 0;
  std::uint16_t unit = vocabulary::kNone;
  std::vector<std::uint16_t> events;
};

struct Rule {
  RuleKind kind = RuleKind::kRequire;
  std::uint32_t policy = 0;
  std::string code;
  std::string name;
  bool per_item = false;
  std::uint16_t stage = 0;
  std::uint16_t outcome = vocabulary::kNone;
  NodeIndex guard = kNoNode;     ///< 当 with the silent guards; kNoNode: always
  NodeIndex bad = kNoNode;  ///< what is wrong: ¬须, the prohibition, not attached, missing; kNoNode for duties, powers
  NodeIndex fires = kNoNode;  ///< V = 当 ∧ bad ∧ ¬E
  NodeIndex subject = kNoNode;  ///< element: the sound value; paper: name or names
  NodeIndex check = kNoNode;  ///< element: its 须
  std::vector<Citation> basis;
  std::vector<Citation> sanction;
  base::Words reason;
  NodeIndex reason_path = kNoNode;
  std::vector<std::uint16_t> bearers;
  Modality modality = Modality::kShall;
  base::Words text;
  std::optional<TimeLimit> limit;
  std::uint16_t met_by = vocabulary::kNone;
  NodeIndex met_if = kNoNode;  ///< what the event must be like to meet the duty; kNoNode: any
  std::optional<Extension> extension;
  base::Words guard_words;  ///< 当 as a person writes it, for `when` of the missing list
};

struct Finding {
  std::uint32_t policy = 0;
  std::string code;
  std::string name;
  std::uint16_t by = 0;
  base::Words question;
  std::vector<Citation> basis;
};

struct Reading {
  std::uint16_t reading = 0;
  std::uint16_t value = 0;
};

/// The state of a matter (application, authorisation, …) in a case: a member of an enumeration whose key ends in _state.
struct CaseState {
  std::uint16_t enumeration = vocabulary::kNone;
  NodeIndex value = kNoNode;  ///< among the later nodes of the base policies
};

struct Policy {
  std::string code;
  std::string name;
  std::string version;
  std::string issuer;
  base::Date effective_from;
  std::optional<base::Date> effective_to;
  bool base = true;
  std::string entry_id;
  std::string entry_version;
  std::vector<Citation> basis;
  NodeIndex applies = kNoNode;  ///< 适用; a conjunct of every rule's guard as well
  std::uint32_t first_rule = 0, rule_count = 0;  ///< its rules, in legal order
  Segment nodes;  ///< evaluated where the policy applies
  Segment item_nodes;  ///< evaluated for each requested item
  Segment later_nodes;  ///< of rules of the other stages; evaluated after `nodes`, for cases and uses only
};

struct Program {
  std::vector<Node> nodes;
  std::vector<NodeIndex> operands;
  std::vector<std::string> texts;
  std::vector<Policy> policies;  ///< base policies first
  std::vector<Rule> rules;
  std::vector<Finding> findings;
  std::vector<Reading> readings;  ///< every reading of the vocabulary, with its value
  std::vector<CaseState> states;  ///< ascending by enumeration
  std::uint32_t levels = 1;  ///< deepest nesting of blocks
};

const char* Mnemonic(Op op);
bool IsRelation(Op op);

}  // namespace zhun::program
