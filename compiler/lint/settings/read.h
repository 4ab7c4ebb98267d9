#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/lint/subject/settings.h"
#include "runtime/diagnostics/diagnostic.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::lint {

/// The settings in the text of a zhun.toml called `name`. Reports everything that is wrong in it, in the order of its
/// lines; nothing then. Paths stay as they are written.
std::optional<Settings> ReadSettings(const std::string& name, std::string_view text,
                                     const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink);

}  // namespace zhun::lint
