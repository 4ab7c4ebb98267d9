#pragma once

#include <string>
#include <vector>

#include "tests/architecture/tree.h"

/// The rules of the house (docs/decisions/0002-layers-and-folders.md). Each check gives one line per breach,
/// "path:line: what is wrong and what to do", in the order of the tree; an empty list means that the rule is kept.
namespace zhun::architecture {

using Findings = std::vector<std::string>;

// checks_layers.cpp: who may include whom.
Findings RuntimeReachingUp(const Tree& tree);
Findings RuntimeHeadersBeyondTheStandard(const Tree& tree);
Findings AntlrOutsideSyntax(const Tree& tree);
Findings LibrariesInHeaders(const Tree& tree);
Findings OracleReadingWhatItJudges(const Tree& tree);
Findings FolderCycles(const Tree& tree);

// checks_text.cpp: what must not stand in a file.
Findings LawInCode(const Tree& tree);
Findings FloatingPoint(const Tree& tree);
Findings HiddenInputs(const Tree& tree);
Findings UnfinishedMarks(const Tree& tree);
Findings SharedPaths(const Tree& tree);

// checks_shape.cpp: names, sizes, beginnings, READMEs.
Findings MissingReadmes(const Tree& tree);
Findings LongReadmes(const Tree& tree);
Findings LongFiles(const Tree& tree);
Findings VagueNames(const Tree& tree);
Findings BadBeginnings(const Tree& tree);
Findings UnrootedIncludes(const Tree& tree);
Findings TestsThatAreNotBuilt(const Tree& tree);

}  // namespace zhun::architecture
