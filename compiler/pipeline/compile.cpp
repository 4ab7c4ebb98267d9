#include "compiler/pipeline/compile.h"

#include "compiler/emit/emit.h"
#include "compiler/ir/from_sema.h"
#include "compiler/optimize/optimize.h"
#include "compiler/pipeline/load.h"
#include "compiler/pipeline/report_costs.h"

namespace zhun::pipeline {

bool Compile(const Library& library, const std::vector<PolicyFile>& files, Step last, Compilation& compilation,
             diagnostics::Sink& sink) {
  LoadFiles(files, compilation, sink);
  return CompileLoaded(library, last, compilation, sink);
}

bool CompileLoaded(const Library& library, Step last, Compilation& compilation, diagnostics::Sink& sink) {
  if (last == Step::kSyntax) return !sink.HasErrors();
  compilation.model = sema::Analyse(compilation.units, library.vocabulary, library.law, compilation.sources, sink);
  if (sink.HasErrors() || last == Step::kSema) return !sink.HasErrors();
  compilation.module = ir::FromSema(compilation.model, library.vocabulary, sink);
  if (sink.HasErrors() || last == Step::kIr) return !sink.HasErrors();
  compilation.module = optimize::Optimize(std::move(compilation.module));
  if (last == Step::kOptimize) return true;
  compilation.program = emit::Emit(compilation.module, library.law, library.vocabulary);
  ReportCosts(compilation, library.vocabulary, sink);
  return !sink.HasErrors();
}

}  // namespace zhun::pipeline
