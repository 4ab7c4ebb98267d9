#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/host.h"
#include "compiler/pipeline/compile.h"
#include "runtime/program/bundle.h"

/// Where rules come from (CONTRACT.md, «Where rules come from»).
namespace zhun::driver {

/// The policy files of a run.
struct Selection {
  std::vector<pipeline::PolicyFile> files;   ///< base policies first
  std::vector<pipeline::PolicyFile> wanted;  ///< those of them that the user named; without names, all
};

/// What is under `paths` (none: all that comes with the program) together with base policies: those under `base` if
/// given, else those among `paths`, else those that come with the program. A file is a base policy where it lies under
/// `base` or under a folder named regulation. Each file is taken once. Reports a path that cannot be read or has none.
std::optional<Selection> Select(const std::vector<std::string>& paths, const std::string* base, const Host& host,
                                diagnostics::Sink& sink);

/// The tables that come with the program.
std::optional<pipeline::Library> ReadLibrary(const Host& host, diagnostics::Sink& sink);

/// A bundle of what was compiled, its digests filled in.
program::Bundle MakeBundle(pipeline::Library library, program::Program program);

std::optional<program::Bundle> ReadBundleFile(const std::string& path, Host& host, diagnostics::Sink& sink);
/// The bundle that comes with the program.
std::optional<program::Bundle> ReadDefaultBundle(Host& host, diagnostics::Sink& sink);

/// The rules that --bundle, --policies and --base ask for; without them those that come with the program. What is wrong
/// is told at once, since messages about policies need the compiled texts; nothing then.
std::optional<program::Bundle> RulesFor(const Arguments& arguments, Host& host);

}  // namespace zhun::driver
