#pragma once

#include "compiler/pipeline/compile.h"

namespace zhun::pipeline {

/// Reads and parses `files` and everything they import, each file once, into `compilation`. Reports files that cannot
/// be read, imports of files that are not there, and what is wrong with their syntax.
void LoadFiles(const std::vector<PolicyFile>& files, Compilation& compilation, diagnostics::Sink& sink);

}  // namespace zhun::pipeline
