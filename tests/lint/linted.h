#pragma once

#include <filesystem>
#include <string>

#include "compiler/lint/run.h"

/// Linting in process, for tests.
namespace zhun::testing {

/// The shipped tables, read once.
const pipeline::Library& ShippedLibrary();

/// The shipped base policies.
std::vector<pipeline::PolicyFile> BasePolicies();

/// A request with nothing to look at, as of the day of the tests.
lint::Request EmptyRequest();

/// 2026-11-02
base::Date ReviewDay();

/// Adds a policy file; its name is that of the file.
void AddPolicy(lint::Request& request, const std::filesystem::path& path, sema::Role role);

std::string ReadWhole(const std::filesystem::path& path);

/// tests/golden/lint
std::filesystem::path LintCases();

/// Runs one case of `LintCases` (see the README).
lint::Outcome LintCase(const std::filesystem::path& path, const lint::Cache* cache = nullptr);

/// Every finding as people see it in Chinese, then its words in English; "nothing found" where there is none.
std::string ShowFindings(const lint::Outcome& outcome);

}  // namespace zhun::testing
