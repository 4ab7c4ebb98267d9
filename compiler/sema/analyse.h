#pragma once

#include <span>

#include "compiler/sema/model.h"
#include "compiler/sema/scope.h"

namespace zhun::sema {

/// The step from trees to meaning. `units` must outlive the model (policies point into them). Everything wrong is
/// reported into `sink`; the model is complete, with error expressions where something is wrong, so that later checks
/// can still run, but only a model without errors may go on to the next step.
Model Analyse(std::span<const Unit> units, const vocabulary::Vocabulary& vocabulary, const law::Registry& law,
              const base::SourceStore& sources, diagnostics::Sink& sink);

}  // namespace zhun::sema
