#pragma once

#include <optional>

#include "compiler/driver/host.h"
#include "compiler/lint/baseline.h"

namespace zhun::driver {

/// --baseline, else the baseline of the settings, unless --write-baseline is to write one. Reports what cannot be read.
std::optional<lint::Baseline> BaselineFor(const Arguments& arguments, const lint::Settings& settings, Host& host,
                                          diagnostics::Sink& sink);

/// Applies the baseline of the run to the outcome, and writes a new one where --write-baseline asks for it; without an
/// older one to compare with, everything that was written is known. Reports what cannot be written.
void UseBaseline(const Arguments& arguments, const lint::Request& request,
                 const std::optional<lint::Baseline>& baseline, lint::Outcome& outcome, diagnostics::Sink& sink);

/// --baseline and --write-baseline of one file: what is new would be taken up before anybody had seen it.
void CheckBaselines(const Arguments& arguments, diagnostics::Sink& sink);

}  // namespace zhun::driver
