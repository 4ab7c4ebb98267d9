#pragma once

#include "compiler/lint/report/report.h"

/// One small outcome that has everything a report can show, the same for every format.
namespace zhun::testing {

/// A policy and a catalogue; findings of four rules at all levels: one with a correction and a second place, one with a
/// witness, one waived in the policy, one waived by the settings, one that the baseline has, two that say the same; one
/// fault, one open question. Its texts hold what formats have to escape.
lint::Outcome SmallOutcome();

/// As of the day of the tests, for the rules of that outcome.
lint::ReportContext SmallContext(base::Language language);

/// As many findings as asked for, in a catalogue with one entry a finding, all in one line or each in its own.
lint::Outcome LargeOutcome(std::size_t findings, bool in_one_line);

}  // namespace zhun::testing
