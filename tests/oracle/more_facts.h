#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/oracle/random_papers.h"

namespace zhun::oracle {

/// The same case with some of what was unknown now known: what was not said or pending is said. What was said stays.
/// The entry gains facts only where `entry_too`.
Papers WithMoreFacts(const vocabulary::Vocabulary& vocabulary, const Papers& papers,
                     const std::vector<std::string>& findings, bool entry_too, RandomSource& random);

/// The same case with a value for each of the paths of a missing list.
Papers WithSupplied(const vocabulary::Vocabulary& vocabulary, const Papers& papers, const std::set<std::string>& paths,
                    RandomSource& random);

}  // namespace zhun::oracle
