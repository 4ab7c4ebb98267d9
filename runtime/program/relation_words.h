#pragma once

#include "runtime/base/words.h"
#include "runtime/program/program.h"

namespace zhun::program {

/// How a relation over values of `kind` is written in both surfaces: kGreater, negated, dates → 不晚于 / not_after.
base::Words RelationWords(Op op, bool negated, vocabulary::Base kind);

}  // namespace zhun::program
