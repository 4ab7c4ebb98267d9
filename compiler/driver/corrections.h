#pragma once

#include <map>
#include <string>

#include "compiler/driver/rules.h"
#include "compiler/lint/run.h"

namespace zhun::driver {

/// The files that --fix changes, as they would then read, and how many fixes went into them.
struct Corrections {
  std::map<std::string, std::string> texts;  ///< by path
  std::size_t count = 0;
};

/// Applies what may be applied without asking (diagnostics::SafeFixes) to the files that were named, checks again, and
/// so on until nothing is left to apply: one mistake may hide another. Nothing is written.
Corrections Correct(const pipeline::Library& library, const Selection& selection);

/// The same with what the linter finds, in the policies under review; documents are never changed. A waived finding is
/// left as it is.
Corrections Correct(const lint::Request& request);

/// Writes the corrected files. False where one cannot be written, which is told.
bool WriteCorrections(const Corrections& corrections, const Arguments& arguments, Host& host);

/// How much was corrected, in a sentence.
base::Words SaidOf(const Corrections& corrections);

}  // namespace zhun::driver
