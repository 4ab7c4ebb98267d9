#pragma once

#include <cstdint>
#include <vector>

#include "runtime/program/program.h"

namespace zhun::specialise {

/// What the value of a node hangs on besides the entry. Computed once a program.
class Dependence {
 public:
  Dependence(const program::Program& program, const vocabulary::Vocabulary& vocabulary);

  /// On the application, the context, the day, a finding, or an answer about a published condition.
  bool IsDynamic(program::NodeIndex node) const { return facts_[node].dynamic; }
  /// On the members that surrounding blocks look at (其), a bit a level.
  std::uint32_t Levels(program::NodeIndex node) const { return facts_[node].levels; }

 private:
  struct Fact {
    bool seen = false;
    bool dynamic = false;
    std::uint32_t levels = 0;
  };

  void Visit(program::NodeIndex node);
  bool IsDynamicLeaf(const program::Node& node) const;

  const program::Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<Fact> facts_;
};

}  // namespace zhun::specialise
