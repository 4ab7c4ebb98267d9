#pragma once

#include "compiler/ir/module.h"
#include "compiler/sema/model.h"
#include "runtime/diagnostics/diagnostic.h"

namespace zhun::ir {

/// The step from meaning to the rule graph: definitions are put in, every rule becomes V = 当 ∧ bad ∧ ¬E
/// (LANGUAGE.md, «Semantics in one page»), silent guards are added, and what reads an element reads its sound value.
/// Reports elements that depend on themselves and conditions that grow too deep. `model` must have no errors.
Module FromSema(const sema::Model& model, const vocabulary::Vocabulary& vocabulary, diagnostics::Sink& sink);

}  // namespace zhun::ir
