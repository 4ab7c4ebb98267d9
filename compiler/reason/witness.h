#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/module.h"
#include "compiler/pipeline/compile.h"
#include "compiler/reason/state.h"

namespace zhun::reason {

/// Documents that a reviewer can read and `zhun decide` can replay.
struct Witness {
  std::string entry, application;  ///< JSON
  base::Date as_of;                ///< the day it is received and decided on

  /// {"as_of":…,"entry":…,"application":…}, on one line.
  std::string AsJson() const;
};

/// What documents are made for, so that nothing but the point in question stands in their way.
struct Occasion {
  const pipeline::Library& library;
  const ir::Module& module;
  const ir::Graph& graph;                    ///< that of the module, or one that begins with it: the state's nodes
  std::uint32_t policy = 0;                  ///< of an entry, or a base policy
  std::vector<std::string> conditions;       ///< numbers of the published conditions that its rules cite
  std::string_view published = {};           ///< the entry as published; empty: one is made up
  base::Date day;  ///< on which it is received and decided on
};

/// A sound entry and a sound application that would be granted by the base policies, changed to fit the state.
Witness MakeWitness(const Occasion& occasion, const State& state);

}  // namespace zhun::reason
