#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "compiler/pipeline/compile.h"

/// What the tests of the checker share: checking one policy file with everything it imports.
namespace zhun::testing {

/// What the steps up to the rule graph made of one file, and what they had to say.
struct Checked {
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
};

/// Checks the file as `zhun check` does: a base policy where it lies below a folder named regulation. Names of files in
/// messages are relative to `folder`, which is the current folder afterwards.
Checked CheckPolicy(const std::filesystem::path& folder, const std::filesystem::path& file);

/// Every message as people see it in Chinese, then its words in English; "no message" where there is none.
std::string ShowMessages(const Checked& checked);

/// tests/golden/diagnostics_sema
std::filesystem::path CasesFolder();

/// All policy files of the cases, relative to their folder, in the order of their names.
std::vector<std::filesystem::path> AllCases();

}  // namespace zhun::testing
