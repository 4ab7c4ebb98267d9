#pragma once

#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "compiler/ir/graph.h"
#include "runtime/values/value.h"
#include "runtime/vocabulary/vocabulary.h"

/// Random conditions over a few paths, and every case that could make a difference to them.
namespace zhun::reason::testing {

/// A value of a path: a number or a text; nothing stands for «none».
struct Fact {
  std::optional<std::int64_t> number;
  std::optional<std::string> text;
};
using Case = std::map<ir::NodeId, Fact>;

class Formulas {
 public:
  Formulas(const vocabulary::Vocabulary& vocabulary, std::uint32_t seed);

  const ir::Graph& Graph() const { return graph_; }
  /// A condition of at most `depth` levels of 且, 或, 非, 若 above its comparisons.
  ir::NodeId Condition(int depth);
  /// Every combination of the values of each path that comparisons tell apart, none included where it is an answer.
  std::vector<Case> Cases() const;
  /// What the condition is in a case, in three-valued logic, the obvious way.
  values::Truth TruthOf(ir::NodeId condition, const Case& each) const;

 private:
  struct Path {
    ir::NodeId node;
    bool may_be_none;
    std::vector<Fact> values;
  };

  ir::NodeId Field(ir::NodeId record, std::string_view key);
  ir::NodeId Constant(const Path& path, std::size_t index);
  ir::NodeId Comparison();
  int Draw(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  const vocabulary::Vocabulary& vocabulary_;
  std::mt19937 random_;
  ir::Graph graph_;
  Path level_, purpose_, region_, days_, from_, flowback_;
};

}  // namespace zhun::reason::testing
