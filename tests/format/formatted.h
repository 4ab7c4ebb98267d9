#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "compiler/pipeline/compile.h"
#include "runtime/base/words.h"

namespace zhun::format::testing {

/// The shipped tables, read once.
const pipeline::Library& ShippedLibrary();

/// `text` as the file `path`, together with `around` (what it imports, the base it stands on), in standard form. A test
/// fails where it has syntax errors, or where a word cannot be said in `surface`.
std::string Formatted(const pipeline::PolicyFile& file, std::optional<base::Language> surface,
                      std::vector<pipeline::PolicyFile> around = {});

/// The same for a text that stands alone.
std::string Formatted(const std::string& text, std::optional<base::Language> surface = std::nullopt,
                      const std::string& name = "case.zhun");

}  // namespace zhun::format::testing
