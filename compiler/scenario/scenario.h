#pragma once

#include <string>
#include <vector>

#include "compiler/ast/tree.h"
#include "compiler/pipeline/compile.h"
#include "runtime/base/words.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/program/bundle.h"

/// 测试 blocks of policy files: JSON fixtures, changes to them, and what is expected of the decision.
namespace zhun::scenario {

/// One test with where it stands. Points into the compilation it was collected from.
struct Scenario {
  const ast::Test* test = nullptr;
  const ast::File* tree = nullptr;
  std::string file;    ///< name of the policy file; fixtures are relative to its folder
  std::string policy;  ///< code of the policy it stands in; empty at the top of a file
};

enum class Verdict { kPassed, kFailed, kFaulty };

/// What came of one test.
struct Result {
  std::string file, name;
  std::size_t line = 0;
  Verdict verdict = Verdict::kPassed;
  std::vector<base::Words> differences;  ///< kFailed: one line each
  diagnostics::Sink faults;              ///< kFaulty: why there was nothing to compare
};

/// The tests of those files of `compilation` whose names are in `files` (empty: all), in the order of files and places,
/// as far as file or test name contains `filter`.
std::vector<Scenario> Collect(const pipeline::Compilation& compilation, const std::vector<std::string>& files,
                              const std::string& filter);

/// Runs one test under `bundle`, which was compiled from the same files. Reads the fixtures; never the clock.
Result Run(const Scenario& scenario, const program::Bundle& bundle, const base::SourceStore& sources);

}  // namespace zhun::scenario
