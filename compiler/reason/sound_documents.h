#pragma once

#include <string>

#include "compiler/reason/witness.h"

namespace zhun::reason {

/// JSON: the published entry of the occasion, or one made up: published, conditional, complete.
std::string SoundEntry(const Occasion& occasion);

/// JSON: an application for the entry that lacks nothing and meets its structured conditions; all findings are answered yes.
std::string SoundApplication(const Occasion& occasion, const std::string& entry_text);

}  // namespace zhun::reason
