#pragma once

#include <filesystem>
#include <optional>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/values/region.h"

namespace zhun::library {

/// Reads `directory`/regions.tsv (stdlib/region): code, name, parent. Malformed lines are reported by number; then
/// there is no table.
std::optional<values::RegionTable> LoadRegions(const std::filesystem::path& directory, diagnostics::Sink& sink);

}  // namespace zhun::library
