#pragma once

#include <optional>
#include <set>
#include <string>

#include "compiler/pipeline/compile.h"
#include "runtime/program/bundle.h"

namespace zhun::reason {

/// What the runtime made of a pair of documents.
struct Replayed {
  std::string decision;              ///< code of the outcome
  std::set<std::string> fired;       ///< codes of the rules among the reasons
  std::set<std::string> due;         ///< codes of duties among obligations and deadlines
  std::set<std::string> missing;     ///< paths
};

/// The runtime over the rules under review: what the solver claims is shown here or not at all. Not thread-safe.
class Replay {
 public:
  /// Copies the tables and the program.
  Replay(const pipeline::Library& library, const program::Program& program);

  /// Decides the documents as of the day; nothing where they are malformed.
  std::optional<Replayed> Decide(const std::string& entry, const std::string& application, base::Date as_of) const;

 private:
  program::Bundle bundle_;
};

}  // namespace zhun::reason
