#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/ir/module.h"
#include "compiler/library/no_prohibition.h"
#include "compiler/sema/analyse.h"
#include "runtime/program/bundle.h"

/// The whole compiler: library tables and policy files in, a program out.
namespace zhun::pipeline {

/// What stdlib/ says: vocabulary, law, calendars, regions; for reviewers, what is often cited and forbids nothing.
struct Library {
  vocabulary::Vocabulary vocabulary;
  law::Registry law;
  calendar::Book calendar;
  values::RegionTable regions;
  std::vector<library::NoProhibition> no_prohibitions = {};
};

/// Reads every table under `stdlib`; reports what is wrong with them.
std::optional<Library> LoadLibrary(const std::filesystem::path& stdlib, diagnostics::Sink& sink);

/// One policy file to compile.
struct PolicyFile {
  std::filesystem::path path;
  sema::Role role = sema::Role::kEntry;
  std::optional<std::string> text = {};  ///< in place of what stands in the file, which then need not exist
};

/// Every *.zhun and *.zhun.md below `path` (or `path` itself), in order of their paths. Reports a path that cannot be read.
std::vector<PolicyFile> FindPolicies(const std::filesystem::path& path, sema::Role role, diagnostics::Sink& sink);

/// A step after which compilation may stop (`zhun dump`).
enum class Step { kSyntax, kSema, kIr, kOptimize, kEmit };

/// Everything the steps made, for those who look at it; a member is filled when its step ran without errors before it.
struct Compilation {
  base::SourceStore sources;
  std::vector<std::unique_ptr<ast::File>> files;  ///< imported files included
  std::vector<sema::Unit> units;
  sema::Model model;
  ir::Module module;
  program::Program program;
};

/// Compiles `files` together. False where something is wrong; then `sink` says what, all independent errors at once.
bool Compile(const Library& library, const std::vector<PolicyFile>& files, Step last, Compilation& compilation,
             diagnostics::Sink& sink);

/// The steps after reading, over the files that `compilation` holds already (`LoadFiles`, or texts from elsewhere).
bool CompileLoaded(const Library& library, Step last, Compilation& compilation, diagnostics::Sink& sink);

}  // namespace zhun::pipeline
