#pragma once

#include "runtime/vocabulary/vocabulary.h"

namespace zhun::vocabulary {

/// Whether a vocabulary can be used without looking back: every type points into its table, no record holds itself
/// (so that records of nothing can be made), forms fit their types, and the records, keys and units that the
/// runtime asks for by key exist. For vocabularies that come out of a bundle.
bool IsSound(const Vocabulary& vocabulary);

}  // namespace zhun::vocabulary
