#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "runtime/vocabulary/vocabulary.h"
#include "tests/oracle/random_source.h"

namespace zhun::oracle {

/// Documents of one case; they always bind.
struct Papers {
  nlohmann::json entry, application, context;
};

/// Random documents: every attribute of the vocabulary's tables is there, absent, null or pending by chance. `findings`
/// are the codes that an application may answer. The entry is always of id E-1; its version is 1, seldom 2.
Papers MakePapers(const vocabulary::Vocabulary& vocabulary, const std::vector<std::string>& findings,
                  RandomSource& random);

/// A value for one attribute, never null, absent or pending.
nlohmann::json MakeValue(const vocabulary::Vocabulary& vocabulary, const vocabulary::Attribute& attribute,
                         RandomSource& random);

}  // namespace zhun::oracle
