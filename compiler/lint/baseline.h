#pragma once

#include <compare>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/lint/run.h"

/// The findings that were there when a project took up the linter. They are counted by what they are about, not by line,
/// so that moving an entry changes nothing, and a second finding of the same kind still counts.
namespace zhun::lint {

struct Baseline {
  /// One kind of finding: rule ("K05"), subject, fingerprint.
  struct Row {
    std::string rule, subject, fingerprint;
    auto operator<=>(const Row&) const = default;
  };

  std::map<Row, std::size_t> counts;
};

/// What is there now. Waived findings are left out: a waiver that ends makes them new.
Baseline BaselineOf(const Outcome& outcome);

/// JSON, one row a line, in the order of rule, subject and fingerprint; equal baselines give equal bytes.
std::string WriteBaseline(const Baseline& baseline);

/// Reads what `WriteBaseline` wrote. Reports anything else; nothing then. `name` is that of the file. Rows of rules that
/// this program does not have are kept and match nothing.
std::optional<Baseline> ReadBaseline(const std::string& name, std::string_view text, diagnostics::Sink& sink);

/// Marks the findings that the baseline has as known, up to its count, in their order; counts in `outcome.gone` what it
/// has and the run has not. Only rules that ran and subjects that were looked at are counted as gone.
void ApplyBaseline(const Baseline& baseline, const Request& request, Outcome& outcome);

}  // namespace zhun::lint
