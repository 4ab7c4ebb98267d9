#pragma once

#include <string>
#include <vector>

#include "compiler/lint/run.h"

/// A catalogue with findings, for tests of what comes after the rules.
namespace zhun::testing {

/// The entry of tests/golden/lint/k05 (unconditional, yet with conditions) under another id; `conditions` false: sound.
std::string EntryWithId(const std::string& id, bool conditions = true);

/// One entry a line.
std::string Lines(const std::vector<std::string>& entries);

/// A request that looks at this catalogue with the rules named, called catalog.ndjson.
lint::Request RequestFor(std::string catalogue, std::vector<lint::RuleCode> rules = {});

}  // namespace zhun::testing
