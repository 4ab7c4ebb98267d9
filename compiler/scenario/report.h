#pragma once

#include <string>
#include <vector>

#include "compiler/scenario/scenario.h"

/// What came of a run of tests. Same results, same bytes.
namespace zhun::scenario {

/// For people: each test that did not pass with its differences or faults, then the count.
std::string ReportText(const std::vector<Result>& results, const base::SourceStore& sources, base::Language language,
                       bool colour);
/// One object: {"passed":n,"failed":n,"faulty":n,"tests":[{"file","line","name","verdict","differences":[{zh,en}],"faults":[…]}]}
std::string ReportJson(const std::vector<Result>& results, const base::SourceStore& sources);
/// JUnit XML: one <testsuite> a file; differences are a <failure>, faults an <error>.
std::string ReportJunit(const std::vector<Result>& results, const base::SourceStore& sources, base::Language language);

std::size_t CountOf(const std::vector<Result>& results, Verdict verdict);

}  // namespace zhun::scenario
