#pragma once

#include <filesystem>
#include <optional>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::library {

/// Reads the tables of `directory` (stdlib/vocabulary; its README describes the columns). Every mistake is reported
/// with its file and line; a vocabulary with a mistake is not returned.
std::optional<vocabulary::Vocabulary> LoadVocabulary(const std::filesystem::path& directory, diagnostics::Sink& sink);

}  // namespace zhun::library
