#pragma once

#include <map>
#include <string>

#include "compiler/driver/rules.h"

namespace zhun::driver {

/// The files that `check --fix` changes, as they would then read, and how many fixes went into them.
struct Corrections {
  std::map<std::string, std::string> texts;  ///< by path
  std::size_t count = 0;
};

/// Applies what may be applied without asking (diagnostics::SafeFixes) to the files that were named, checks again, and
/// so on until nothing is left to apply: one mistake may hide another. Nothing is written.
Corrections Correct(const pipeline::Library& library, const Selection& selection);

}  // namespace zhun::driver
