#pragma once

#include <filesystem>
#include <optional>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/registry.h"

namespace zhun::library {

/// Reads `directory`/instruments.json, renumberings.json and texts/*.json (stdlib/law) and indexes the names. Whatever
/// is malformed or contradicts itself is reported with its JSON pointer; then there is no registry.
std::optional<law::Registry> LoadRegistry(const std::filesystem::path& directory, diagnostics::Sink& sink);

}  // namespace zhun::library
