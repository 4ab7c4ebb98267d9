#pragma once

#include "compiler/sema/model.h"
#include "runtime/base/words.h"
#include "runtime/vocabulary/vocabulary.h"

namespace zhun::sema {

/// A checked expression as a person writes it, in both surfaces: the guard of a rule in the missing list, dumps.
base::Words InWords(const Model& model, const vocabulary::Vocabulary& vocabulary, ExprId id);

}  // namespace zhun::sema
