#include "compiler/driver/corrections.h"

#include <algorithm>

#include "runtime/diagnostics/apply_fixes.h"

namespace zhun::driver {
namespace {

/// Mistakes hide each other three or four deep; a fix that did not help must not run for ever.
constexpr int kMostRounds = 20;

bool Named(const Selection& selection, const std::string& path) {
  return std::ranges::any_of(selection.wanted, [&](const pipeline::PolicyFile& file) { return file.path == path; });
}

/// How many fixes one round put into the texts.
std::size_t OneRound(const pipeline::Library& library, const Selection& selection, Corrections& corrections) {
  std::vector<pipeline::PolicyFile> files = selection.files;
  for (pipeline::PolicyFile& file : files) {
    const auto changed = corrections.texts.find(file.path.string());
    if (changed != corrections.texts.end()) file.text = changed->second;
  }
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
  pipeline::Compile(library, files, pipeline::Step::kEmit, compilation, sink);
  std::size_t count = 0;
  for (const auto& tree : compilation.files) {
    const base::Source& source = compilation.sources[tree->source];
    const auto fixes = diagnostics::SafeFixes(sink, tree->source);
    if (fixes.empty() || !Named(selection, source.name)) continue;
    corrections.texts[source.name] = diagnostics::ApplyFixes(source.text, fixes);
    count += fixes.size();
  }
  return count;
}

}  // namespace

Corrections Correct(const pipeline::Library& library, const Selection& selection) {
  Corrections corrections;
  for (int round = 0; round < kMostRounds; ++round) {
    const std::size_t count = OneRound(library, selection, corrections);
    if (count == 0) break;
    corrections.count += count;
  }
  return corrections;
}

}  // namespace zhun::driver
