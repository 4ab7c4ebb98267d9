#pragma once

#include <optional>

#include "compiler/driver/host.h"
#include "compiler/lint/settings/read.h"

namespace zhun::driver {

/// The settings of --config, else of the zhun.toml in the working folder or the nearest one above, else none. Paths in
/// them lead from their own folder. Reports what is wrong; nothing then.
std::optional<lint::Settings> SettingsFor(const Arguments& arguments, const vocabulary::Vocabulary& vocabulary,
                                          const Host& host, diagnostics::Sink& sink);

}  // namespace zhun::driver
