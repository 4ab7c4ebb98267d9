#include <algorithm>

#include "compiler/scenario/scenario.h"

namespace zhun::scenario {
namespace {

bool Matches(const Scenario& scenario, const std::string& filter) {
  return scenario.file.find(filter) != std::string::npos || scenario.test->name.text.find(filter) != std::string::npos;
}

}  // namespace

std::vector<Scenario> Collect(const pipeline::Compilation& compilation, const std::vector<std::string>& files,
                              const std::string& filter) {
  std::vector<Scenario> scenarios;
  for (const auto& file : compilation.files) {
    const std::string& name = compilation.sources[file->source].name;
    if (!files.empty() && std::find(files.begin(), files.end(), name) == files.end()) continue;
    const auto add = [&](const std::vector<ast::Test>& tests, const std::string& policy) {
      for (const ast::Test& test : tests) {
        const Scenario scenario{&test, file.get(), name, policy};
        if (Matches(scenario, filter)) scenarios.push_back(scenario);
      }
    };
    for (const ast::Policy& policy : file->policies)
      add(policy.tests, policy.code ? policy.code->text : policy.name.text);
    add(file->tests, "");
  }
  return scenarios;
}

}  // namespace zhun::scenario
