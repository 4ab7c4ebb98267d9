#include "tests/policies/shipped.h"

#include <stdexcept>

#include "compiler/pipeline/load.h"

namespace zhun::policies {
namespace {

constexpr const char* kBase = ZHUN_SOURCE_DIR "/policies/regulation";

/// Base policies first.
std::vector<pipeline::PolicyFile> Files() {
  diagnostics::Sink sink;
  std::vector<pipeline::PolicyFile> files = pipeline::FindPolicies(kBase, sema::Role::kBase, sink);
  for (const pipeline::PolicyFile& file :
       pipeline::FindPolicies(ZHUN_SOURCE_DIR "/policies", sema::Role::kEntry, sink)) {
    if (!file.path.string().starts_with(kBase)) files.push_back(file);
  }
  return files;
}

std::string CodeOf(const ast::Rule& rule) {
  if (rule.code) return rule.code->text;
  if (rule.path) return rule.path->text;
  return rule.name ? rule.name->text : "";
}

}  // namespace

const pipeline::Library& ShippedLibrary() {
  static const pipeline::Library library = [] {
    diagnostics::Sink sink;
    auto loaded = pipeline::LoadLibrary(ZHUN_SOURCE_DIR "/stdlib", sink);
    if (!loaded) throw std::runtime_error("stdlib does not load");
    return *std::move(loaded);
  }();
  return library;
}

std::vector<BaseRule> BaseRules() {
  pipeline::Compilation compilation;
  diagnostics::Sink sink;
  pipeline::LoadFiles(pipeline::FindPolicies(kBase, sema::Role::kBase, sink), compilation, sink);
  std::vector<BaseRule> rules;
  for (std::size_t file = 0; file < compilation.files.size(); ++file) {
    const std::vector<ast::Policy>& policies = compilation.files[file]->policies;
    for (std::size_t policy = 0; policy < policies.size(); ++policy) {
      for (std::size_t rule = 0; rule < policies[policy].rules.size(); ++rule) {
        rules.push_back({file, policy, rule, CodeOf(policies[policy].rules[rule])});
      }
    }
  }
  return rules;
}

std::unique_ptr<Shipped> CompileShipped(const std::optional<BaseRule>& without) {
  auto shipped = std::make_unique<Shipped>();
  pipeline::Compilation& compilation = shipped->compilation;
  pipeline::LoadFiles(Files(), compilation, shipped->messages);
  if (without) {
    std::vector<ast::Rule>& rules = compilation.files[without->file]->policies[without->policy].rules;
    rules.erase(rules.begin() + static_cast<std::ptrdiff_t>(without->rule));
  }
  const pipeline::Library& library = ShippedLibrary();
  if (!pipeline::CompileLoaded(library, pipeline::Step::kEmit, compilation, shipped->messages)) return shipped;
  shipped->bundle = std::make_unique<program::Bundle>(
      program::Bundle{library.vocabulary, library.law, library.calendar, library.regions, compilation.program, {}});
  return shipped;
}

const program::Bundle& ShippedBundle() {
  static const std::unique_ptr<Shipped> shipped = CompileShipped(std::nullopt);
  return *shipped->bundle;
}

std::vector<scenario::Scenario> Scenarios(const Shipped& shipped) {
  return scenario::Collect(shipped.compilation, {}, "");
}

}  // namespace zhun::policies
