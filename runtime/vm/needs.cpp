#include <algorithm>

#include "runtime/vm/unknown.h"

namespace zhun::vm {
namespace {

constexpr std::size_t kMostTried = 8;  // atoms: 256 trials a fact

/// Tries every answer to the atoms that do not read one fact.
class Trial {
 public:
  explicit Trial(const Formula& formula)
      : formula_(formula),
        atoms_(formula.atoms.size(), Truth::kUnknown),
        truths_(formula.parts.size()) {}

  bool IsOpen() { return Evaluate() == Truth::kUnknown; }

  Need Of(std::uint32_t fact) {
    std::vector<std::uint32_t> others;
    for (std::uint32_t atom = 0; atom < formula_.atoms.size(); ++atom) {
      const std::vector<std::uint32_t>& facts = formula_.atoms[atom];
      if (std::find(facts.begin(), facts.end(), fact) == facts.end()) others.push_back(atom);
    }
    if (others.size() > kMostTried) return {true, false};
    Need need{false, true};
    for (std::uint32_t answers = 0; answers < (1u << others.size()); ++answers) {
      std::fill(atoms_.begin(), atoms_.end(), Truth::kUnknown);
      for (std::size_t i = 0; i < others.size(); ++i) {
        atoms_[others[i]] = (answers >> i & 1u) != 0 ? Truth::kTrue : Truth::kFalse;
      }
      const bool hangs = Evaluate() == Truth::kUnknown;
      need.matters = need.matters || hangs;
      need.certain = need.certain && hangs;
    }
    return need;
  }

 private:
  /// Parts are shared and stand behind what they are made of, so each is looked at once.
  Truth Evaluate() {
    for (std::size_t i = 0; i < truths_.size(); ++i) truths_[i] = TruthOf(formula_.parts[i]);
    return truths_[formula_.root];
  }

  Truth TruthOf(const Formula::Part& part) const {
    switch (part.kind) {
      case Formula::Kind::kKnown: return part.known ? Truth::kTrue : Truth::kFalse;
      case Formula::Kind::kAtom: return atoms_[part.atom];
      case Formula::Kind::kNot: return Negated(truths_[part.parts[0]]);
      case Formula::Kind::kAnd: return Junction(part, Truth::kFalse);
      case Formula::Kind::kOr: return Junction(part, Truth::kTrue);
    }
    return Truth::kUnknown;
  }

  static Truth Negated(Truth truth) {
    if (truth == Truth::kUnknown) return truth;
    return truth == Truth::kTrue ? Truth::kFalse : Truth::kTrue;
  }

  Truth Junction(const Formula::Part& part, Truth absorbing) const {
    Truth result = Negated(absorbing);
    for (std::uint32_t operand : part.parts) {
      const Truth truth = truths_[operand];
      if (truth == absorbing) return absorbing;
      if (truth == Truth::kUnknown) result = Truth::kUnknown;
    }
    return result;
  }

  const Formula& formula_;
  std::vector<Truth> atoms_;
  std::vector<Truth> truths_;  ///< by part
};

}  // namespace

std::vector<Need> Needs(const Formula& formula) {
  Trial trial(formula);
  std::vector<Need> needs;
  for (std::uint32_t fact = 0; fact < formula.facts.size(); ++fact) needs.push_back(trial.Of(fact));
  return needs;
}

bool IsOpenWithoutFacts(const Formula& formula) {
  const std::vector<Need> needs = Needs(formula);
  const auto matters = [](const Need& need) { return need.matters; };
  return std::none_of(needs.begin(), needs.end(), matters) && Trial(formula).IsOpen();
}

}  // namespace zhun::vm
