#pragma once

#include <nlohmann/json_fwd.hpp>

#include "compiler/reason/witness.h"

namespace zhun::reason {

/// The published entry of the occasion, or one made up: published, conditional, complete.
nlohmann::ordered_json SoundEntry(const Occasion& occasion);

/// An application for `entry` that lacks nothing and meets its structured conditions; all findings are answered yes.
nlohmann::ordered_json SoundApplication(const Occasion& occasion, const nlohmann::ordered_json& entry);

}  // namespace zhun::reason
