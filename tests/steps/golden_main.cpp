#include <stdexcept>

#include "compiler/dump/dump_ir.h"
#include "compiler/dump/dump_sema.h"
#include "compiler/pipeline/compile.h"
#include "compiler/syntax/parse.h"
#include "tests/golden_runner/golden.h"

namespace zhun::steps {
namespace {

using pipeline::Compilation;
using pipeline::Step;

const pipeline::Library& Library() {
  static const pipeline::Library library = [] {
    diagnostics::Sink sink;
    auto loaded = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
    if (!loaded) throw std::runtime_error("stdlib does not load");
    return *std::move(loaded);
  }();
  return library;
}

/// Compiles one policy up to `step`; what is wrong with it stands in the place of the dump.
template <class Dump>
std::string Compiled(const golden::Case& golden_case, Step step, Dump dump) {
  Compilation compilation;
  diagnostics::Sink sink;
  const base::SourceId source = compilation.sources.Add(golden_case.path.filename().string(), golden_case.input);
  auto file = syntax::Parse(compilation.sources, source, sink);
  if (file) {
    compilation.files.push_back(std::make_unique<ast::File>(std::move(*file)));
    const bool entry = golden_case.name.starts_with("entry/");
    compilation.units.push_back({compilation.files.back().get(), entry ? sema::Role::kEntry : sema::Role::kBase, {}});
  }
  if (!sink.HasErrors() && pipeline::CompileLoaded(Library(), step, compilation, sink)) return dump(compilation);
  std::string messages;
  for (const diagnostics::Diagnostic& message : sink.All()) messages += diagnostics::MessageOf(message).zh + "\n";
  return messages;
}

std::string Sema(const golden::Case& golden_case) {
  return Compiled(golden_case, Step::kSema, [](const Compilation& compilation) {
    return dump::DumpSema(compilation.model, Library().vocabulary, {});
  });
}
std::string Ir(const golden::Case& golden_case) {
  return Compiled(golden_case, Step::kIr, [](const Compilation& compilation) {
    return dump::DumpIr(compilation.module, Library().vocabulary);
  });
}
std::string Optimized(const golden::Case& golden_case) {
  return Compiled(golden_case, Step::kOptimize, [](const Compilation& compilation) {
    return dump::DumpIr(compilation.module, Library().vocabulary);
  });
}
std::string Program(const golden::Case& golden_case) {
  return Compiled(golden_case, Step::kEmit, [](const Compilation& compilation) {
    return program::Print(compilation.program, Library().vocabulary);
  });
}

golden::Suite SuiteOf(std::string name, const std::string& folder, std::string (*produce)(const golden::Case&)) {
  return {std::move(name), ZHUN_SOURCE_DIR "/tests/golden/" + folder, {".zhun"}, produce};
}

}  // namespace
}  // namespace zhun::steps

int main(int argc, char** argv) {
  using namespace zhun::steps;
  return zhun::golden::Run(argc, argv,
                           {SuiteOf("Sema", "sema", Sema), SuiteOf("Ir", "ir", Ir),
                            SuiteOf("Optimized", "optimize", Optimized), SuiteOf("Program", "program", Program)});
}
