#include "compiler/driver/corrections.h"

#include <algorithm>
#include <functional>
#include <set>

#include "compiler/driver/files.h"
#include "runtime/diagnostics/apply_fixes.h"

namespace zhun::driver {
namespace {

using Files = std::vector<pipeline::PolicyFile>;

/// Mistakes hide each other three or four deep; a fix that did not help must not run for ever.
constexpr int kMostRounds = 20;

/// Looks at the files; its messages go into the sink. Gives the texts that they point into.
using Look = std::function<base::SourceStore(const Files&, diagnostics::Sink&)>;

/// The files with the texts that they have by now.
Files Corrected(Files files, const Corrections& corrections) {
  for (pipeline::PolicyFile& file : files) {
    const auto changed = corrections.texts.find(file.path.string());
    if (changed != corrections.texts.end()) file.text = changed->second;
  }
  return files;
}

/// The sources that messages with fixes point into.
std::set<base::SourceId> SourcesWithFixes(const diagnostics::Sink& sink) {
  std::set<base::SourceId> sources;
  for (const diagnostics::Diagnostic& message : sink.All()) {
    for (const diagnostics::Fix& fix : message.fixes) sources.insert(fix.span.source);
  }
  return sources;
}

/// How many fixes one round put into the texts.
std::size_t OneRound(const Files& files, const Files& wanted, const Look& look, Corrections& corrections) {
  diagnostics::Sink sink(10'000);
  const base::SourceStore sources = look(Corrected(files, corrections), sink);
  std::size_t count = 0;
  for (const base::SourceId id : SourcesWithFixes(sink)) {
    const base::Source& source = sources[id];
    const auto fixes = diagnostics::SafeFixes(sink, id);
    const auto named = [&](const pipeline::PolicyFile& file) { return file.path == source.name; };
    if (fixes.empty() || std::ranges::none_of(wanted, named)) continue;
    corrections.texts[source.name] = diagnostics::ApplyFixes(source.text, fixes);
    count += fixes.size();
  }
  return count;
}

Corrections CorrectWith(const Files& files, const Files& wanted, const Look& look) {
  Corrections corrections;
  for (int round = 0; round < kMostRounds; ++round) {
    const std::size_t count = OneRound(files, wanted, look, corrections);
    if (count == 0) break;
    corrections.count += count;
  }
  return corrections;
}

}  // namespace

Corrections Correct(const pipeline::Library& library, const Selection& selection) {
  return CorrectWith(selection.files, selection.wanted, [&](const Files& files, diagnostics::Sink& sink) {
    pipeline::Compilation compilation;
    pipeline::Compile(library, files, pipeline::Step::kEmit, compilation, sink);
    return std::move(compilation.sources);
  });
}

Corrections Correct(const lint::Request& request) {
  return CorrectWith(request.files, request.wanted, [&](const Files& files, diagnostics::Sink& sink) {
    lint::Request corrected = request;
    corrected.files = files;
    lint::Outcome outcome = lint::Run(corrected);
    for (const lint::Finding& finding : outcome.findings) {
      if (finding.suppression || finding.fixes.empty()) continue;
      diagnostics::Diagnostic message;
      message.own = diagnostics::OwnRow{std::string(lint::RowOf(finding.rule).text), finding.level, finding.message};
      message.span = finding.span;
      message.fixes = finding.fixes;
      sink.Report(message.code, message.span) = std::move(message);
    }
    return std::move(outcome.compilation.sources);
  });
}

bool WriteCorrections(const Corrections& corrections, const Arguments& arguments, Host& host) {
  diagnostics::Sink sink;
  for (const auto& [path, text] : corrections.texts) WriteFile(path, text, sink);
  Tell(sink, arguments.HowToSpeak(), host);
  return !sink.HasErrors();
}

base::Words SaidOf(const Corrections& corrections) {
  const std::string count = std::to_string(corrections.count), files = std::to_string(corrections.texts.size());
  return {"改正 " + count + " 处，涉及 " + files + " 个文件。", "Corrections: " + count + ", in files: " + files + "."};
}

}  // namespace zhun::driver
