#pragma once

#include "runtime/vm/evaluation.h"

namespace zhun::analysis {

/// Counts what a decision evaluates, as compiler/analysis/README.md defines an operation: of lists every pair of
/// elements they really have, whether or not the comparison stops earlier.
class OperationCount : public vm::Observer {
 public:
  void Evaluated(const vm::Evaluation& evaluation, vm::NodeIndex node) override;
  std::uint64_t Total() const { return total_; }

 private:
  std::uint64_t total_ = 0;
};

}  // namespace zhun::analysis
