#pragma once

#include <string>

#include "runtime/base/words.h"
#include "runtime/program/program.h"
#include "runtime/vm/unknown.h"

/// Turns of phrase that answers to applications, uses and cases share.
namespace zhun::decision {

std::string ActorCode(const vocabulary::Vocabulary& vocabulary, vocabulary::Supplier supplier);
base::Words ActorName(const vocabulary::Vocabulary& vocabulary, vocabulary::Supplier supplier);

/// The reason of a rule that fired: its own words, with those of the entry where it takes them from there.
base::Words ReasonText(const vm::Evaluation& evaluation, const program::Rule& rule);

/// What has to be settled about one fact, and by whom.
base::Words QuestionAbout(const vocabulary::Vocabulary& vocabulary, const vm::Fact& fact);

}  // namespace zhun::decision
