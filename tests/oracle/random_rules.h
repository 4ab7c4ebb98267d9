#pragma once

#include <string>
#include <vector>

#include "runtime/vocabulary/vocabulary.h"
#include "tests/oracle/random_source.h"

namespace zhun::oracle {

/// Policy texts that compile together.
struct RuleTexts {
  std::string base;              ///< a base policy; empty: the shipped base is meant
  std::string entry;             ///< the policy `entry_rules` of entry E-1, version 1
};

/// Random rules over the attributes of the vocabulary's tables.
RuleTexts MakeRules(const vocabulary::Vocabulary& vocabulary, bool with_base, RandomSource& random);

}  // namespace zhun::oracle
