#pragma once

#include <string>

#include "compiler/driver/host.h"
#include "compiler/lint/report/report.h"

namespace zhun::driver {

/// What `zhun lint` prints: --format, or the tables of --statistics and --suppressions (text and JSON only). `request` is
/// what was reviewed; `compared`: a baseline was given.
std::string ReportOf(const Arguments& arguments, const lint::Request& request, const lint::Outcome& outcome,
                     diagnostics::Severity fail_level, bool compared, const Host& host);

}  // namespace zhun::driver
