#pragma once

#include <string>
#include <vector>

#include "compiler/sema/model.h"
#include "runtime/base/source.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::dump {

/// What the policies of `shown` mean (empty: all of the model): two blanks a level, one line a policy, rule, clause or
/// typed expression, names in their Chinese form. Byte-stable.
std::string DumpSema(const sema::Model& model, const vocabulary::Vocabulary& vocabulary,
                     const std::vector<base::SourceId>& shown);

}  // namespace zhun::dump
