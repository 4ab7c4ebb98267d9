#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/lint/subject/finding.h"
#include "compiler/lint/subject/settings.h"
#include "compiler/lint/subject/waiver.h"
#include "compiler/pipeline/compile.h"

/// The reviewer's linter: policies, a catalogue and applications in, findings out.
namespace zhun::lint {

/// A text to look at, already read.
struct DocumentText {
  std::string name;  ///< as the user gave it
  std::string text;
};

struct Cache;

/// What is to be reviewed. What is referred to must outlive the run.
struct Request {
  const pipeline::Library& library;
  std::vector<pipeline::PolicyFile> files;   ///< base policies first
  std::vector<pipeline::PolicyFile> wanted;  ///< those under review
  std::optional<DocumentText> catalogue;     ///< entries: NDJSON, a list, or one object
  std::optional<DocumentText> applications;
  base::Date as_of;
  Settings settings;
  std::vector<RuleCode> rules;  ///< those that run; empty: all
  unsigned threads = 2;         ///< for the entries; at least 1
  const Cache* cache = nullptr;  ///< nullptr: nothing is kept between runs (cache.h)
};

/// What came of a run. Findings stand in the order of their places: policies as in the request, then the catalogue,
/// then applications; at one place in the order of the table.
struct Outcome {
  pipeline::Compilation compilation;  ///< its sources hold every text that a finding points into; from a cache no more
  std::vector<Finding> findings;  ///< suppressed ones included
  std::vector<Findings::Open> undecided;
  std::vector<Waiver> waivers;
  diagnostics::Sink faults{10'000};  ///< what no rule speaks for: syntax errors, malformed documents
  std::size_t entries = 0, applications = 0, policies = 0;
  std::vector<std::string> subjects;  ///< ids and codes of what was looked at, sorted
  std::size_t gone = 0;  ///< findings that stand in the baseline and are no longer there
};

/// Runs the rules. Reads no file but the policies, and never the clock.
Outcome Run(const Request& request);

/// The place of a finding: in a document the range that its pointer leads to.
base::Span PlaceOf(const Finding& finding, const base::SourceStore& sources);

/// The finding as a message, with place, provisions and their texts as of the day.
diagnostics::Diagnostic MessageOf(const Finding& finding, const Outcome& outcome, const law::Registry& law,
                                  base::Date as_of);

/// The same without provisions, for those who print none or look them up once for all findings.
diagnostics::Diagnostic BareMessageOf(const Finding& finding, const base::SourceStore& sources);

/// What identifies a finding across runs, whatever line it stands on: rule, subject, key. 16 hexadecimal digits.
std::string FingerprintOf(const Finding& finding);

/// Whether it counts: neither waived nor in the baseline.
inline bool Counts(const Finding& finding) { return !finding.suppression && !finding.known; }

}  // namespace zhun::lint
