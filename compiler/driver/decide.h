#pragma once

#include <optional>
#include <string>

#include "compiler/driver/arguments.h"

namespace zhun::driver {

/// Whether the options of `zhun decide` go together; reports each that does not.
bool CheckDecideUsage(const Arguments& arguments, diagnostics::Sink& sink);

/// Answers every application of --batch, one line each. Returns the exit code.
int DecideBatch(const Arguments& arguments, std::optional<base::Date> as_of, Host& host);

/// Exit code of a decision by its code.
int ExitOf(const std::string& decision);

}  // namespace zhun::driver
