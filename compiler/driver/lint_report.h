#pragma once

#include <string>

#include "compiler/driver/host.h"
#include "compiler/lint/report/report.h"

namespace zhun::driver {

/// Prints what `zhun lint` found, to --output or else to `host.out`: in --format, or the tables of --statistics and
/// --suppressions (text and JSON only). `request` is what was reviewed; `compared`: a baseline was given. Says why a file
/// could not be written; false then.
bool PrintReport(const Arguments& arguments, const lint::Request& request, const lint::Outcome& outcome,
                 diagnostics::Severity fail_level, bool compared, Host& host);

}  // namespace zhun::driver
