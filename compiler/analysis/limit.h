#pragma once

#include <vector>

#include "compiler/analysis/saturating.h"
#include "runtime/program/program.h"

/// How long lists can be, and what one evaluation of a node takes for lists of that length.
namespace zhun::analysis {

/// An attribute that holds a list.
struct ListSource {
  vocabulary::RecordIndex record = vocabulary::kNone;
  vocabulary::FieldIndex attribute = vocabulary::kNone;

  bool IsSet() const { return record != vocabulary::kNone; }
};

/// Lengths of the values of all nodes, and the work of each.
class Limits {
 public:
  Limits(const program::Program& program, const vocabulary::Vocabulary& vocabulary);

  /// Most elements of a node's value; a single value is a list of one.
  Count LengthOf(program::NodeIndex node) const { return lengths_[node]; }
  /// Operations of evaluating the node once, without the block of a quantifier.
  Count WorkOf(program::NodeIndex node) const { return works_[node]; }
  /// The attribute that makes the node's value as long as it can be; not set for single values and written-out lists.
  ListSource SourceOf(program::NodeIndex node) const { return sources_[node]; }
  /// An attribute without a bound that the node's own work or repetition depends on; not set where all are bounded.
  ListSource UnboundedIn(program::NodeIndex node) const;

 private:
  void Measure(program::NodeIndex node);
  void MeasureList(program::NodeIndex node);
  void MeasureField(program::NodeIndex node);
  void TakeLongest(program::NodeIndex node, program::NodeIndex operand);
  Count WorkOfRelation(program::NodeIndex node) const;
  Count ComparisonOf(vocabulary::Type type) const;
  program::NodeIndex Operand(const program::Node& node, std::uint32_t index) const {
    return program_.operands[node.first_operand + index];
  }

  const program::Program& program_;
  const vocabulary::Vocabulary& vocabulary_;
  std::vector<Count> lengths_;
  std::vector<Count> works_;
  std::vector<ListSource> sources_;
};

}  // namespace zhun::analysis
