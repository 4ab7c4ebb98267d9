#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "runtime/diagnostics/diagnostic.h"
#include "runtime/law/citation.h"

namespace zhun::library {

/// A provision that is often cited as forbidding to provide data and does not: a duty of confidentiality, a rule about
/// publishing. For reviewers only; nothing is decided by it.
struct NoProhibition {
  std::string instrument;  ///< id of the version
  law::Position place;
  base::Words says;  ///< continues "该条…"
};

/// Reads `directory`/no_prohibition.tsv (stdlib/law): version, place, what it says in two languages, source. Malformed
/// rows are reported; then there is no table. Whether the registry has the provisions is not looked up.
std::optional<std::vector<NoProhibition>> LoadNoProhibitions(const std::filesystem::path& directory,
                                                             diagnostics::Sink& sink);

}  // namespace zhun::library
