#pragma once

#include <optional>
#include <string>

#include "compiler/driver/host.h"
#include "compiler/lint/cache.h"

namespace zhun::driver {

/// The cache in --cache, else in the folder that the settings name; nothing where neither does. It holds at most 16
/// files, the oldest go first. A folder that cannot be used only means that nothing is kept.
std::optional<lint::Cache> CacheFor(const Arguments& arguments, const lint::Settings& settings, const Host& host);

}  // namespace zhun::driver
