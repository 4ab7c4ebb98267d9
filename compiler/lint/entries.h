#pragma once

#include "compiler/lint/run.h"
#include "compiler/lint/subject/catalogue.h"

namespace zhun::lint {

/// What looking at each entry by itself gave.
struct EntryPass {
  Catalogue catalogue;
  std::vector<Finding> findings;  ///< in the order of the file
  std::vector<diagnostics::Diagnostic> faults;
};

/// Reads every document of the source and runs the rules for single entries, on several threads; what comes out does
/// not depend on their number.
EntryPass LookAtEntries(const Request& request, const Background& background, base::SourceId source,
                        const base::SourceStore& sources);

}  // namespace zhun::lint
