#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/host.h"
#include "compiler/driver/line_reader.h"
#include "compiler/pipeline/compile.h"

namespace zhun::driver {

/// The lines of a catalogue file, one entry each; nothing, and a message, where it cannot be read.
std::optional<std::vector<Line>> ReadCatalogue(const std::string& path, Host& host, diagnostics::Sink& sink);

/// Whether each entry policy names an entry of the catalogue (`lines` of the file `path`), in its version, and cites
/// only conditions that the entry publishes and does not give to another policy. Whatever differs is reported at its
/// place in the policy: such a rule would never apply.
bool CheckAgainstCatalogue(const std::string& path, const std::vector<Line>& lines,
                           const pipeline::Compilation& compilation, diagnostics::Sink& sink);

}  // namespace zhun::driver
