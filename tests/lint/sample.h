#pragma once

#include <string>

#include "compiler/lint/run.h"

namespace zhun::testing {

/// Lints a sample of a rule's page in its frame: clauses, members and files of policies are completed and reviewed
/// against a sound entry; members of entries and applications take the place of those of sound ones; kDocument is a
/// whole catalogue. In kFiles a file catalog.json or application.json is taken as such.
lint::Outcome LintSample(explain::Frame frame, const std::string& text);

}  // namespace zhun::testing
